using NewsReader.Evaluation;

// One verb a corpus; each answers through the same public doors as the product, without network and without state.
return args switch
{
    ["addresses", ..] => AddressesCall.Run(args),
    ["feeds", .. var rest] => FeedsCall.Run(rest),
    ["articles", ..] => ArticlesCall.Run(args),
    ["templates", _] => TemplatesCall.Run(args),
    ["html", ..] => HtmlCall.Run(args),
    ["stories", .. var rest] => StoriesCall.Run(rest),
    ["front-pages", .. var rest] => FrontPagesCall.Run(rest),
    ["typography", .. var rest] => TypographyCall.Run(rest),
    _ => Unknown(args),
};

static int Unknown(string[] args)
{
    Console.Error.WriteLine(args.Length == 0
        ? "Usage: NewsReader.Evaluation feeds|articles|templates|stories|front-pages|html|addresses|typography …"
        : $"Unknown call: {args[0]}");
    return 2;
}
