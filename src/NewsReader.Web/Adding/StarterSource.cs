namespace NewsReader.Web.Adding;

/// <summary>One line of a starter list.</summary>
/// <param name="Section">The section of the paper, one of <see cref="StarterSources.Sections"/>.</param>
/// <param name="Outlet">The name of the outlet.</param>
/// <param name="Owners">Who owns it; the same words for the same owner in the whole list.</param>
/// <param name="IsFront">Whether this is the outlet's own « à la une » feed.</param>
/// <param name="Address">The feed.</param>
public sealed record StarterSource(string Section, string Outlet, IReadOnlyList<string> Owners, bool IsFront, string Address);

/// <summary>What a starter list says.</summary>
/// <param name="Sources">The lines that can be used, in their order.</param>
/// <param name="Errors">What is wrong, one English sentence each that begins with its line; empty for a sound list.</param>
public sealed record StarterReading(IReadOnlyList<StarterSource> Sources, IReadOnlyList<string> Errors);
