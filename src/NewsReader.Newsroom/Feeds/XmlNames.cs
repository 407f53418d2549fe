namespace NewsReader.Newsroom.Feeds;

/// <summary>The names of a document's elements and attributes in the feed's vocabulary, by the namespaces that are declared where they stand.</summary>
internal sealed class XmlNames
{
    /// <summary>Real feeds stay under 30; a prefix is looked for among all that are in force.</summary>
    private const int MostDeclared = 200;

    private readonly Stack<(XmlScope Scope, int Depth)> _outer = [];
    private XmlScope _scope = XmlScope.Outermost();
    private int _depth;
    private string? _rootSpace;

    /// <summary>Declares a namespace for the element that stands at this depth and all within it.</summary>
    /// <param name="attribute">The attribute's name, <c>xmlns</c> or <c>xmlns:prefix</c>.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="depth">1 for the root.</param>
    public void Declare(ReadOnlySpan<char> attribute, ReadOnlySpan<char> space, int depth)
    {
        if (_outer.Count >= MostDeclared)
            return;
        _outer.Push((_scope, _depth));
        _scope = _scope.Within(attribute.Length > "xmlns:".Length ? attribute["xmlns:".Length..] : [], space);
        _depth = depth;
    }

    /// <summary>The elements below this depth are closed.</summary>
    public void CloseTo(int depth)
    {
        while (_depth > depth)
            (_scope, _depth) = _outer.Pop();
    }

    /// <summary>The name of an element from its tag.</summary>
    public string Element(ReadOnlySpan<char> written)
    {
        if (_scope.Elements.TryGetValue(written, out string? known))
            return known;
        (string prefix, string local) = Split(written);
        string? space = _scope.SpaceOf(prefix);
        _rootSpace ??= space ?? "";
        return XmlScope.Remember(_scope.Elements, written, FeedVocabulary.NameOf(prefix, local, space, _rootSpace));
    }

    /// <summary>The name of an attribute.</summary>
    public string Attribute(ReadOnlySpan<char> written)
    {
        if (_scope.Attributes.TryGetValue(written, out string? known))
            return known;
        (string prefix, string local) = Split(written);
        return XmlScope.Remember(_scope.Attributes, written, FeedVocabulary.AttributeName(prefix, local, _scope.SpaceOf(prefix)));
    }

    private static (string Prefix, string Local) Split(ReadOnlySpan<char> name)
    {
        int colon = name.IndexOf(':');
        return colon < 0 ? ("", name.ToString()) : (name[..colon].ToString(), name[(colon + 1)..].ToString());
    }
}
