using NewsReader.Storage.Sources;
using NewsReader.Storage.Stories;

namespace NewsReader.Storage.Articles;

/// <summary>One text of one outlet. Its body is in <see cref="ArticleText"/>, so that a list never loads it.</summary>
public sealed class Article
{
    /// <summary>The key, and the number in its address.</summary>
    public long Id { get; set; }

    /// <summary>Who publishes it.</summary>
    public long OutletId { get; set; }

    /// <summary>Who publishes it.</summary>
    public Outlet? Outlet { get; set; }

    /// <summary>Its canonical address; with the outlet, its identity.</summary>
    public required string Address { get; set; }

    /// <summary>The headline as published.</summary>
    public required string Title { get; set; }

    /// <summary>One or two sentences that sum it up, as plain text.</summary>
    public string? Summary { get; set; }

    /// <summary>Who wrote it, names joined by « , ».</summary>
    public string? Author { get; set; }

    /// <summary>The agency that the text comes from.</summary>
    public string? Agency { get; set; }

    /// <summary>The two-letter language of the text.</summary>
    public string? Language { get; set; }

    /// <summary>The section of the paper (« Monde »); null where nothing tells.</summary>
    public string? Section { get; set; }

    /// <summary>Who may read it in full.</summary>
    public ArticleAccess Access { get; set; }

    /// <summary>Whether it is a live blog.</summary>
    public bool IsLive { get; set; }

    /// <summary>When it says that it was published, in UTC.</summary>
    public DateTime? Published { get; set; }

    /// <summary>When it says that it was last modified, in UTC.</summary>
    public DateTime? Modified { get; set; }

    /// <summary>When an entry first led to it, in UTC.</summary>
    public DateTime FirstSeen { get; set; }

    /// <summary>The time that it counts for: the published time, within [first seen − 48 h, first seen], in UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>How the last visit to its page ended, one of the words of docs/operations.md; null before the first.</summary>
    public string? State { get; set; }

    /// <summary>What went wrong at the last visit, in a plain English clause.</summary>
    public string? Detail { get; set; }

    /// <summary>How often its page was asked for.</summary>
    public int Attempts { get; set; }

    /// <summary>When its page is to be fetched, in UTC; null once the article is settled.</summary>
    public DateTime? NextFetch { get; set; }

    /// <summary>The length of the text that is kept, in words; 0 where there is none.</summary>
    public int Words { get; set; }

    /// <summary>Whether the text that is kept is the whole article, as far as can be told.</summary>
    public bool IsFullText { get; set; }

    /// <summary>The fingerprint of the text; equal or near ones are one dispatch. 0 where there is no text.</summary>
    public long Fingerprint { get; set; }

    /// <summary>A hash of the stored body, to know an unchanged text.</summary>
    public string? BodyHash { get; set; }

    /// <summary>The picture that leads it.</summary>
    public long? LeadImageId { get; set; }

    /// <summary>The story that it belongs to; null until it was matched.</summary>
    public long? StoryId { get; set; }

    /// <summary>The story that it belongs to.</summary>
    public Story? Story { get; set; }
}

/// <summary>Who may read an article in full.</summary>
public enum ArticleAccess
{
    /// <summary>Anybody.</summary>
    Free,

    /// <summary>Subscribers.</summary>
    Subscribers,

    /// <summary>Only the beginning is shown to those who do not subscribe.</summary>
    Excerpt,
}
