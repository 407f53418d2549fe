using NewsReader.Storage.Sources;

namespace NewsReader.Web.Reading;

/// <summary>A source as the public list shows it.</summary>
public sealed record SourceView(string Outlet, string? Feed, string? Site, string State)
{
    /// <summary>The view of a source with its outlet loaded.</summary>
    public static SourceView Of(Source source, DateOnly today) => new(
        Typeset.Text(source.Outlet!.Name),
        source.Title is { } title && !string.Equals(title, source.Outlet.Name, StringComparison.OrdinalIgnoreCase) ? Typeset.Text(title) : null,
        source.Outlet.Site is { } site ? Paths.Outside("https://" + site) : null,
        Typeset.Text(StateOf(source, today)));

    private static string StateOf(Source source, DateOnly today) => source switch
    {
        { IsPaused: true } => "En pause",
        { LastVisit: null } => "Pas encore visitée",
        { Failures: 0, LastSuccess: { } at } => $"À jour, lue {PrintedTime.Full(at, today).Text}",
        { Failures: < 3 } => "Ne répond pas en ce moment",
        { LastSuccess: { } at } => $"Ne répond plus depuis {PrintedTime.WeekDay(PrintedTime.DayOf(at))}",
        _ => "N’a jamais répondu",
    };
}
