using System.Globalization;
using NewsReader.Newsroom.Text;

namespace NewsReader.Web.Adding;

/// <summary>The sources that a new paper starts with: the built-in list, none, or a file of one's own (setting <c>Sources:Starter</c>).</summary>
public static class StarterSources
{
    /// <summary>The value of the setting that begins with an empty paper.</summary>
    public const string None = "none";

    private const int Columns = 5;

    private static readonly Lazy<IReadOnlyList<StarterSource>> Carried = new(ReadCarried);

    /// <summary>The sections of the paper, in their order.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["À la une", .. Newsroom.Editions.Sections.All.Select(s => s.Name)];

    /// <summary>The list that the program carries.</summary>
    public static IReadOnlyList<StarterSource> BuiltIn => Carried.Value;

    /// <summary>The list that the setting names: null or empty for the built-in one, <see cref="None"/>, else the path of a file.</summary>
    /// <exception cref="FormatException">The file cannot be used; the message names each line and what is wrong with it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<StarterSource> Load(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return BuiltIn;
        if (setting.Trim().Equals(None, StringComparison.OrdinalIgnoreCase)) return [];
        var reading = Read(File.ReadAllText(setting));
        return reading.Errors.Count == 0
            ? reading.Sources
            : throw new FormatException($"Sources:Starter: {setting} cannot be used.\n{string.Join('\n', reading.Errors)}");
    }

    /// <summary>Reads a list in the form that the head of the built-in one explains.</summary>
    public static StarterReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<StarterSource> sources = [];
        List<string> errors = [];
        Dictionary<string, int> lineOfAddress = new(StringComparer.Ordinal);
        Dictionary<string, (int Line, string Owners)> outlets = new(StringComparer.OrdinalIgnoreCase);
        int number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            var (source, wrong) = ReadLine(line);
            wrong ??= Clash(source!, number, lineOfAddress, outlets);
            if (wrong is null) sources.Add(source!);
            else errors.Add(string.Create(CultureInfo.InvariantCulture, $"line {number}: {wrong}"));
        }

        return new StarterReading(sources, errors);
    }

    private static (StarterSource? Source, string? Wrong) ReadLine(string line)
    {
        string[] cells = [.. line.Split('\t').Select(cell => cell.Trim())];
        if (cells.Length != Columns)
            return (null, $"{Columns} columns with one tab between them are wanted (section, outlet, owners, front, address), and there are {cells.Length}");
        if (!Sections.Contains(cells[0], StringComparer.Ordinal))
            return (null, $"« {cells[0]} » is not a section; the sections are {string.Join(", ", Sections)}");
        if (cells[1].Length == 0)
            return (null, "the outlet has no name");
        if (cells[3] is not ("yes" or "no"))
            return (null, $"front is yes or no, not « {cells[3]} »");
        if (WebAddress.Canonical(cells[4]) is null)
            return (null, $"« {cells[4]} » is not an http or https address");
        return (new StarterSource(cells[0], cells[1], SourceToFollow.SplitOwners(cells[2]), cells[3] is "yes", cells[4]), null);
    }

    private static string? Clash(StarterSource source, int line, Dictionary<string, int> lineOfAddress, Dictionary<string, (int Line, string Owners)> outlets)
    {
        var owners = string.Join(';', source.Owners);
        if (outlets.TryGetValue(source.Outlet, out var earlier) && !earlier.Owners.Equals(owners, StringComparison.Ordinal))
            return $"« {source.Outlet} » has other owners than on line {earlier.Line}";
        if (!lineOfAddress.TryAdd(SourceToFollow.Key(source.Address)!, line))
            return $"the same address is on line {lineOfAddress[SourceToFollow.Key(source.Address)!]}";
        outlets.TryAdd(source.Outlet, (line, owners));
        return null;
    }

    private static IReadOnlyList<StarterSource> ReadCarried()
    {
        using var stream = typeof(StarterSources).Assembly.GetManifestResourceStream("Adding/sources.tsv")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd()).Sources;
    }
}
