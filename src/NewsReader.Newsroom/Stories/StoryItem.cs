namespace NewsReader.Newsroom.Stories;

/// <summary>What the matcher needs to know of an article.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Outlet">Who publishes it; what an outlet repeats is learnt from its own articles.</param>
/// <param name="Title">The headline, as published.</param>
/// <param name="Lede">The summary or the first sentences, as plain text; may be empty.</param>
/// <param name="At">When it was published, in UTC.</param>
/// <param name="Address">Its address, which may say that it is a live blog.</param>
public sealed record StoryItem(long Id, string Outlet, string Title, string Lede, DateTimeOffset At, string? Address = null);
