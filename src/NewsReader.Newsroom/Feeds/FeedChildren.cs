namespace NewsReader.Newsroom.Feeds;

/// <summary>The elements in an element, all or those of one name, in their order; walked without allocating.</summary>
internal struct FeedChildren(FeedElement parent, string? name)
{
    private FeedElement? _next = name is null || parent.MayHold(name) ? parent.First : null;

    public FeedElement Current { get; private set; } = parent;

    public readonly FeedChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_next is { } child)
        {
            _next = child.Next;
            if (child.IsText || (name is not null && !child.Name.Equals(name, StringComparison.Ordinal)))
                continue;
            Current = child;
            return true;
        }
        return false;
    }

    /// <summary>The elements as a list.</summary>
    public readonly List<FeedElement> ToList()
    {
        List<FeedElement> all = [];
        foreach (FeedElement child in this)
            all.Add(child);
        return all;
    }
}
