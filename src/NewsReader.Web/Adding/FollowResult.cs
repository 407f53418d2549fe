namespace NewsReader.Web.Adding;

/// <summary>What became of one source that somebody wanted followed.</summary>
/// <param name="SourceId">The source that is followed now; null where it was refused.</param>
/// <param name="Trouble">Why it was refused.</param>
public sealed record FollowResult(long? SourceId, Trouble? Trouble);

/// <summary>What became of many sources.</summary>
/// <param name="Added">How many are followed now that were not before.</param>
/// <param name="Refused">The others, each with its address and why.</param>
public sealed record ImportResult(int Added, IReadOnlyList<(string Address, Trouble Trouble)> Refused);
