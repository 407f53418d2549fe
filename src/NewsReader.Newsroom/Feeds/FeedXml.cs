using System.Xml;

namespace NewsReader.Newsroom.Feeds;

/// <summary>What reading XML gave.</summary>
/// <param name="Root">The document's root; null where no element was found.</param>
/// <param name="Trouble">The first error of the strict reader, after which the document was read leniently; null for well-formed XML.</param>
internal sealed record FeedDocument(FeedElement? Root, string? Trouble);

/// <summary>
/// Reads XML strictly, without DTD and without fetching anything; and where that fails, the whole text again with the
/// lenient reader, into the same kind of tree.
/// </summary>
internal static class FeedXml
{
    /// <param name="text">The document, from its root or its XML declaration on.</param>
    /// <param name="baseAddress">The address that the document's relative links start from.</param>
    public static FeedDocument Read(string text, string? baseAddress)
    {
        try
        {
            return new FeedDocument(ReadStrictly(text, baseAddress), null);
        }
        catch (XmlException e)
        {
            var tree = new FeedTree(baseAddress);
            new LenientXml(text, tree).Read();
            return new FeedDocument(tree.Root, $"line {e.LineNumber}: {e.Message}");
        }
    }

    private static FeedElement? ReadStrictly(string text, string? baseAddress)
    {
        // Ignore and no resolver: RSS 0.91 carries a DOCTYPE, and no entity of it may be fetched or expanded.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
        using var reader = XmlReader.Create(new StringReader(text), settings);
        var tree = new FeedTree(baseAddress);
        string? rootSpace = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    rootSpace ??= reader.NamespaceURI;
                    bool isEmpty = reader.IsEmptyElement;
                    tree.Start(FeedVocabulary.NameOf(reader.Prefix, reader.LocalName, reader.NamespaceURI, rootSpace), Attributes(reader));
                    if (isEmpty)
                        tree.End();
                    break;
                case XmlNodeType.EndElement:
                    tree.End();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    tree.Text(reader.Value);
                    break;
            }
        }
        return tree.Root;
    }

    private static List<KeyValuePair<string, string>> Attributes(XmlReader reader)
    {
        var attributes = new List<KeyValuePair<string, string>>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix is not "xmlns" && reader.Name is not "xmlns")
                attributes.Add(new(FeedVocabulary.AttributeName(reader.Prefix, reader.LocalName, reader.NamespaceURI), reader.Value));
        }
        reader.MoveToElement();
        return attributes;
    }
}
