namespace NewsReader.Storage.Sources;

/// <summary>Who publishes (« rédaction »).</summary>
public sealed class Outlet
{
    /// <summary>The key.</summary>
    public long Id { get; set; }

    /// <summary>The name that readers see (« Le Monde »).</summary>
    public required string Name { get; set; }

    /// <summary>The registrable site that its pages are on (« lemonde.fr »); null until a page was seen.</summary>
    public string? Site { get; set; }

    /// <summary>Who owns it; two outlets with a common owner are one voice.</summary>
    public IList<string> Owners { get; set; } = [];

    /// <summary>Its editorial weight in the front page's order, 1 for an ordinary daily.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>What an administrator laid down for reading its pages, as typed (docs/extraction.md); null where nothing.</summary>
    public string? Rules { get; set; }

    /// <summary>Whether its kept pages are to be read again, because its rules changed; the round clears it.</summary>
    public bool ReadAgain { get; set; }

    /// <summary>Whether it is one of the built-in demonstration papers.</summary>
    public bool IsDemo { get; set; }

    /// <summary>The addresses that are followed for it.</summary>
    public IList<Source> Sources { get; } = [];
}
