namespace NewsReader.Newsroom.Stories;

public sealed class StoryMatcher(TermStatistics? background = null)
{
    private readonly TermStatistics _statistics = background ?? new TermStatistics();
    private readonly List<Member> _members = [];
    private readonly Dictionary<long, long> _stories = [];
    private readonly Dictionary<long, StoryCluster> _clusters = [];
    private readonly List<List<Member>> _postings = [];
    private int _begun;
    private long _nextKey = -1;

    public IReadOnlyDictionary<long, long> Stories => _stories;

    public void Place(StoryItem item, long story)
    {
        if (_stories.ContainsKey(item.Id)) return;
        var member = Enter(item);
        if (!_clusters.TryGetValue(story, out var cluster))
            _clusters.Add(story, cluster = new StoryCluster(story, _begun++));
        Put(member, cluster);
    }

    public void Add(StoryItem item)
    {
        if (_stories.ContainsKey(item.Id)) return;
        var member = Enter(item);
        Put(member, Nearest(member, null) is { } near && near.Closeness >= MatcherWeights.Join ? near.Story : Begin());
    }

    public void Repair()
    {
        for (var pass = 0; pass < MatcherWeights.Passes; pass++)
        {
            Reweigh();
            MergeAll();
            Reassign();
        }
        MergeAll();
    }

    public void Forget(DateTimeOffset before)
    {
        _members.RemoveAll(m => { if (m.Item.At >= before) return false; _stories.Remove(m.Item.Id); m.Story.Members.Remove(m); return true; });
        foreach (var c in _clusters.Values.ToList()) if (c.Members.Count == 0) _clusters.Remove(c.Key);
        Reweigh();
    }

    private StoryCluster Begin()
    {
        var c = new StoryCluster(_nextKey--, _begun++);
        _clusters.Add(c.Key, c);
        return c;
    }

    private void Put(Member m, StoryCluster c) { c.Take(m); _stories[m.Item.Id] = c.Key; }

    private Member Enter(StoryItem item)
    {
        var counts = _statistics.Learn(item);
        var live = IsLive(item);
        var member = new Member(item, counts, live, MatcherWeights.Recur > 0 && _statistics.Habits.IsRecurring(item));
        member.Vector = ArticleVector.Of(counts, item.Outlet, _statistics);
        _members.Add(member);
        Post(member);
        return member;
    }

    private static bool IsLive(StoryItem item)
    {
        var t = Language.Folding.Fold(item.Title);
        return MatcherWeights.LiveFactor < 1 && (t.Contains("en direct", StringComparison.Ordinal) || t.StartsWith("direct", StringComparison.Ordinal)
            || item.Address?.Contains("/live/", StringComparison.OrdinalIgnoreCase) == true || item.Address?.Contains("direct", StringComparison.OrdinalIgnoreCase) == true);
    }

    private void Post(Member m)
    {
        foreach (var t in m.Vector.Terms)
        {
            while (_postings.Count <= t) _postings.Add([]);
            _postings[t].Add(m);
        }
    }

    private List<StoryCluster> Candidates(IEnumerable<(int, double)> terms, StoryCluster? not)
    {
        var sums = new Dictionary<StoryCluster, double>();
        foreach (var (t, w) in terms)
        {
            var p = _postings[t];
            for (var i = p.Count - 1; i >= Math.Max(0, p.Count - 300); i--)
            {
                var m = p[i];
                if (m.Story == null || m.IsRecurring || m.Story == not) continue;
                sums[m.Story] = sums.GetValueOrDefault(m.Story) + w;
            }
        }
        return [.. sums.OrderByDescending(s => s.Value / Math.Sqrt(s.Key.Members.Count)).ThenBy(s => s.Key.Ordinal).Take(12).Select(s => s.Key)];
    }

    private (StoryCluster Story, double Closeness)? Nearest(Member m, StoryCluster? not)
    {
        if (m.IsRecurring) return null;
        (StoryCluster, double)? best = null;
        foreach (var s in Candidates(m.Vector.Terms.Zip(m.Vector.Weights).Select(z => (z.First, z.Second * z.Second)).Take(24), not))
        {
            var c = s.Closeness(m);
            if (s.Members.Exists(x => x.Item.Outlet == m.Item.Outlet && x.Item.Outlet != "unknown")) c /= MatcherWeights.SameOutlet;
            if (best == null || c > best.Value.Item2) best = (s, c);
        }
        return best;
    }

    private void Reweigh()
    {
        foreach (var p in _postings) p.Clear();
        foreach (var m in _members) { m.Vector = ArticleVector.Of(m.Counts, m.Item.Outlet, _statistics); Post(m); }
        foreach (var c in _clusters.Values) c.Recount();
    }

    private void MergeAll()
    {
        while (true)
        {
            var pairs = new List<(StoryCluster A, StoryCluster B, double C)>();
            foreach (var a in _clusters.Values.OrderBy(c => c.Ordinal))
            {
                if (a.Members[0].IsRecurring) continue;
                foreach (var b in Candidates(a.Sum.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(30).Select(s => (s.Key, s.Value)), a))
                {
                    var c = a.Closeness(b);
                    if (c >= MatcherWeights.Merge) pairs.Add((a, b, c));
                }
            }
            if (pairs.Count == 0) return;
            var touched = new HashSet<StoryCluster>();
            foreach (var (a, b, _) in pairs.OrderByDescending(p => p.C).ThenBy(p => p.A.Ordinal).ThenBy(p => p.B.Ordinal))
            {
                if (touched.Contains(a) || touched.Contains(b)) continue;
                touched.Add(a); touched.Add(b);
                var (keep, gone) = Older(a, b) ? (a, b) : (b, a);
                foreach (var m in gone.Members) Put(m, keep);
                _clusters.Remove(gone.Key);
            }
        }
    }

    private static bool Older(StoryCluster a, StoryCluster b) =>
        a.Key > 0 != b.Key > 0 ? a.Key > 0 : Math.Abs(a.Key) < Math.Abs(b.Key);

    private void Reassign()
    {
        foreach (var m in _members)
        {
            var home = m.Story;
            if (m.IsRecurring) continue;
            var alone = home.Members.Count == 1;
            if (alone) continue;
            home.Leave(m);
            m.Story = null!;
            var here = home.Closeness(m);
            if (home.Members.Exists(x => x.Item.Outlet == m.Item.Outlet && x.Item.Outlet != "unknown")) here /= MatcherWeights.SameOutlet;
            var near = Nearest(m, home);
            if (near is { } n && n.Closeness > here + MatcherWeights.Margin && n.Closeness >= MatcherWeights.Join) Put(m, n.Story);
            else if (here >= MatcherWeights.Stay) Put(m, home);
            else Put(m, Begin());
        }
    }
}
