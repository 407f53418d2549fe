namespace NewsReader.Newsroom.Stories;

/// <summary>An article in the matcher's index.</summary>
internal sealed class Member(StoryItem item, List<(int Term, double Count)> counts, bool isLive, bool isRecurring)
{
    public StoryItem Item { get; } = item;
    public List<(int Term, double Count)> Counts { get; } = counts;

    /// <summary>A live blog touches many events in a day: it may join one, but says nothing of what its story is.</summary>
    public bool IsLive { get; } = isLive;

    /// <summary>A programme that comes back stays alone.</summary>
    public bool IsRecurring { get; } = isRecurring;

    public ArticleVector Vector { get; set; } = null!;
    public StoryCluster Story { get; set; } = null!;
}

/// <summary>A story while it is matched: its members and the sum of their vectors.</summary>
internal sealed class StoryCluster(long key, int ordinal)
{
    private readonly Dictionary<int, double> _sum = [];
    private double _squared;
    private double _mass;

    public long Key { get; } = key;

    /// <summary>The order in which stories were begun, which breaks ties.</summary>
    public int Ordinal { get; } = ordinal;

    public List<Member> Members { get; } = [];
    public DateTimeOffset First { get; private set; }
    public DateTimeOffset Last { get; private set; }
    public IReadOnlyDictionary<int, double> Sum => _sum;
    public double Mass => _mass;
    public double Squared => _squared;

    public void Take(Member member)
    {
        Members.Add(member);
        member.Story = this;
        Refresh(member);
    }

    public void Leave(Member member)
    {
        Members.Remove(member);
        Recount();
    }

    /// <summary>Sums the members' vectors anew.</summary>
    public void Recount()
    {
        _sum.Clear();
        _squared = _mass = 0;
        foreach (var member in Members.ToList())
            Refresh(member);
    }

    private void Refresh(Member member)
    {
        var at = member.Item.At;
        if (Members.Count == 1 || ReferenceEquals(Members[0], member))
            (First, Last) = (at, at);
        First = at < First ? at : First;
        Last = at > Last ? at : Last;
        var speaks = !member.IsLive || Members.TrueForAll(m => m.IsLive);
        if (!speaks)
            return;
        if (!member.IsLive && Members.Count > 1 && Members.Exists(m => m.IsLive) && Members.Count(m => !m.IsLive) == 1)
        {
            _sum.Clear();
            _squared = _mass = 0;
        }
        var (terms, weights) = (member.Vector.Terms, member.Vector.Weights);
        for (var i = 0; i < terms.Length; i++)
        {
            var before = _sum.GetValueOrDefault(terms[i]);
            _sum[terms[i]] = before + weights[i];
            _squared += weights[i] * (2 * before + weights[i]);
        }
        _mass++;
    }

    /// <summary>How near an article is to the story without it.</summary>
    public double Closeness(Member article)
    {
        var (terms, weights) = (article.Vector.Terms, article.Vector.Weights);
        var dot = 0.0;
        for (var i = 0; i < terms.Length; i++)
            dot += weights[i] * _sum.GetValueOrDefault(terms[i]);
        return Near(dot, Math.Sqrt(_squared), _mass) * Fading(article.Item.At, article.Item.At);
    }

    public double Closeness(StoryCluster other)
    {
        var (small, large) = _sum.Count < other._sum.Count ? (this, other) : (other, this);
        var dot = 0.0;
        foreach (var (term, weight) in small._sum)
            dot += weight * large._sum.GetValueOrDefault(term);
        return Near(Near(dot, Math.Sqrt(_squared), _mass), Math.Sqrt(other._squared), other._mass) * Fading(other.First, other.Last);
    }

    // Between the cosine with the centre (all lengths) and the mean cosine with the members (all counts).
    private static double Near(double dot, double length, double count) =>
        length <= 0 ? 0 : dot / (Math.Pow(length, MatcherWeights.Looseness) * Math.Pow(count, 1 - MatcherWeights.Looseness));

    private double Fading(DateTimeOffset first, DateTimeOffset last)
    {
        var gap = first > Last ? first - Last : last < First ? First - last : TimeSpan.Zero;
        return Math.Exp(-gap.TotalDays / MatcherWeights.DecayDays);
    }
}
