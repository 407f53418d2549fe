using System.Globalization;
using System.Text;
using System.Xml;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>One feed of a list of feeds.</summary>
/// <param name="Title">What the list calls it; its address where it has no name.</param>
/// <param name="Address">The feed's absolute http(s) address.</param>
/// <param name="Section">The name of the group that says its section, if any.</param>
public sealed record OpmlEntry(string Title, string Address, string? Section)
{
    /// <summary>The title that the feed gives itself; only lists of this program say it, and all that follows.</summary>
    public string? FeedTitle { get; init; }

    /// <summary>Who owns the outlet, separated by « ; »; null where the list does not say.</summary>
    public string? Owners { get; init; }

    /// <summary>The outlet's editorial weight, above 0 and at most 10; null where the list does not say.</summary>
    public double? Weight { get; init; }

    /// <summary>Whether it is the outlet's own « à la une » feed.</summary>
    public bool IsFront { get; init; }

    /// <summary>Whether it is suspended.</summary>
    public bool IsPaused { get; init; }
}

/// <summary>What a list of feeds holds.</summary>
/// <param name="Entries">The feeds in the list's order, each address once.</param>
/// <param name="Failure">Why nothing could be read; null where something was.</param>
public sealed record OpmlReading(IReadOnlyList<OpmlEntry> Entries, OpmlFailure? Failure)
{
    /// <summary>What the list names beside its entries, in its order, and why it is not among them; no more than a person would read.</summary>
    public IReadOnlyList<OpmlRefusal> Refusals { get; init; } = [];

    /// <summary>How many more were refused than <see cref="Refusals"/> names.</summary>
    public int MoreRefusals { get; init; }
}

/// <summary>Why a file gives no list of feeds.</summary>
public enum OpmlFailure
{
    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>It is larger than <see cref="Opml.LargestList"/>.</summary>
    TooLarge,

    /// <summary>It holds no <c>opml</c> element.</summary>
    NotOpml,

    /// <summary>It is OPML, and no line of it gives an entry.</summary>
    NoFeed,
}

/// <summary>One line of a list that gave no entry.</summary>
/// <param name="Text">Its address as written; its name where it has no address.</param>
/// <param name="Cause">Why it was refused.</param>
public sealed record OpmlRefusal(string Text, OpmlRefusalCause Cause);

/// <summary>Why a line of a list gives no entry.</summary>
public enum OpmlRefusalCause
{
    /// <summary>It says that it is a feed and names no address.</summary>
    NoAddress,

    /// <summary>Its address is none of the web: <c>javascript:</c>, <c>file:</c>, <c>mailto:</c>, a relative one.</summary>
    NotOfTheWeb,

    /// <summary>The list names the same address before.</summary>
    Duplicate,

    /// <summary>The list names more feeds than are read.</summary>
    TooMany,
}

/// <summary>Reads and writes lists of feeds as feed readers exchange them (OPML 1.0 and 2.0, opml.org/spec2.opml). Never throws.</summary>
public static class Opml
{
    /// <summary>The bytes of the largest list that is read: 20,000 feeds with long addresses.</summary>
    public const int LargestList = 8 * 1024 * 1024;

    /// <summary>What another reader does not know stands in attributes of a namespace, as the format wants it (section « Extending OPML »).</summary>
    internal const string Prefix = "newsreader";

    private const string Namespace = "urn:newsreader:source";

    /// <summary>A person follows some hundreds.</summary>
    internal const int MostEntries = 20_000;

    /// <summary>Reads a list, as leniently as feeds are read.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="isSection">Whether a name is that of a section: of groups within groups the outermost such one is taken, else the innermost.</param>
    public static OpmlReading Read(ReadOnlyMemory<byte> bytes, Func<string, bool>? isSection = null)
    {
        if (bytes.IsEmpty)
            return new([], OpmlFailure.Empty);
        if (bytes.Length > LargestList)
            return new([], OpmlFailure.TooLarge);
        string text = TextDecoding.Decode(bytes.Span, null, MarkupKind.Xml).Text;
        int start = text.IndexOf("<opml", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || FeedXml.Read<OpmlEntry>(text.AsMemory(start), null, null, _ => null).Root is not { } root)
            return new([], OpmlFailure.NotOpml);
        OpmlReading reading = OpmlOutlines.Read(root.Child("body") ?? root, isSection ?? (_ => false));
        return reading.Entries.Count == 0 ? reading with { Failure = OpmlFailure.NoFeed } : reading;
    }

    /// <summary>Writes a list in UTF-8, feeds without a section first, then one group for each section.</summary>
    /// <param name="title">The list's title.</param>
    /// <param name="entries">The feeds, in the order in which they are to be listed.</param>
    public static byte[] Write(string title, IEnumerable<OpmlEntry> entries)
    {
        var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", Prefix, null, Namespace);
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Writable(title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var section in entries.GroupBy(entry => entry.Section ?? "", StringComparer.Ordinal).OrderBy(section => section.Key.Length > 0))
                WriteSection(xml, section);
            xml.WriteEndDocument();
        }
        return written.ToArray();
    }

    private static void WriteSection(XmlWriter xml, IGrouping<string, OpmlEntry> section)
    {
        if (section.Key.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Writable(section.Key));
        }
        foreach (OpmlEntry entry in section)
            WriteEntry(xml, entry);
        if (section.Key.Length > 0)
            xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, OpmlEntry entry)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", Writable(entry.Title));
        xml.WriteAttributeString("title", Writable(entry.Title));
        xml.WriteAttributeString("xmlUrl", Writable(entry.Address));
        WriteOwn(xml, "title", entry.FeedTitle);
        WriteOwn(xml, "owners", entry.Owners);
        WriteOwn(xml, "weight", entry.Weight?.ToString("R", CultureInfo.InvariantCulture));
        WriteOwn(xml, "front", entry.IsFront ? "true" : null);
        WriteOwn(xml, "suspended", entry.IsPaused ? "true" : null);
        xml.WriteEndElement();
    }

    private static void WriteOwn(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            xml.WriteAttributeString(name, Namespace, Writable(value));
    }

    /// <summary>XML holds neither control characters nor U+FFFE and U+FFFF.</summary>
    private static string Writable(string text) => string.Concat(PlainText.Clean(text).Where(c => c is not ('\uFFFE' or '\uFFFF')));
}
