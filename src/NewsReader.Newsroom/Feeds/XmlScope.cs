namespace NewsReader.Newsroom.Feeds;

/// <summary>
/// One set of namespaces that is in force somewhere in a document, with the names that were met under it. Where the same
/// declaration stands again in the same scope, as in every entry of many Atom feeds, it is the same scope.
/// </summary>
internal sealed class XmlScope
{
    /// <summary>A document has some dozens of names and a few scopes: one that has more is not remembered further.</summary>
    private const int MostRemembered = 300;

    private readonly XmlScope? _outer;
    private readonly string _prefix;
    private readonly string _space;
    private readonly List<XmlScope> _inner = [];

    private XmlScope(XmlScope? outer, string prefix, string space) => (_outer, _prefix, _space) = (outer, prefix, space);

    /// <summary>The names of elements by their tags.</summary>
    public Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Elements { get; } = Names();

    /// <summary>The names of attributes as written.</summary>
    public Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Attributes { get; } = Names();

    /// <summary>The scope of every document before its first declaration.</summary>
    public static XmlScope Outermost() => new(null, "xml", "http://www.w3.org/XML/1998/namespace");

    /// <summary>Keeps a name, while there are not too many.</summary>
    public static string Remember(Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<char> written, string name)
    {
        if (names.Dictionary.Count < MostRemembered)
            names[written] = name;
        return name;
    }

    /// <summary>The scope that one more declaration makes.</summary>
    public XmlScope Within(ReadOnlySpan<char> prefix, ReadOnlySpan<char> space)
    {
        foreach (XmlScope inner in _inner)
        {
            if (prefix.SequenceEqual(inner._prefix) && space.SequenceEqual(inner._space))
                return inner;
        }
        var added = new XmlScope(this, prefix.ToString(), space.ToString());
        if (_inner.Count < MostRemembered)
            _inner.Add(added);
        return added;
    }

    /// <summary>The namespace that a prefix stands for; null where it was not declared.</summary>
    public string? SpaceOf(string prefix)
    {
        for (XmlScope? scope = this; scope is not null; scope = scope._outer)
        {
            if (scope._prefix.Equals(prefix, StringComparison.Ordinal))
                return scope._space;
        }
        return null;
    }

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names() =>
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
