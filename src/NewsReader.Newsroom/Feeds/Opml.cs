using System.Text;
using System.Xml;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>One feed of a list of feeds.</summary>
/// <param name="Title">What the list calls it; its address where it has no name.</param>
/// <param name="Address">The feed's absolute http(s) address.</param>
/// <param name="Section">The name of the group that it stands in, if any.</param>
public sealed record OpmlEntry(string Title, string Address, string? Section);

/// <summary>What a list of feeds holds.</summary>
/// <param name="Entries">The feeds in the list's order, each address once.</param>
/// <param name="Refused">Why nothing could be read, as a plain English clause; null where something was.</param>
public sealed record OpmlReading(IReadOnlyList<OpmlEntry> Entries, string? Refused)
{
    /// <summary>What the list names beside its entries, in its order, and why it is not among them; no more than a person would read.</summary>
    public IReadOnlyList<OpmlRefusal> Refusals { get; init; } = [];
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
    private const int LargestList = 8 * 1024 * 1024;

    /// <summary>A person follows some hundreds.</summary>
    internal const int MostEntries = 20_000;

    /// <summary>Reads a list, as leniently as feeds are read.</summary>
    public static OpmlReading Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return Refuse("the file is empty");
        if (bytes.Length > LargestList)
            return Refuse("the file is too large to be a list of feeds");
        string text = TextDecoding.Decode(bytes.Span, null, MarkupKind.Xml).Text;
        int start = text.IndexOf("<opml", StringComparison.OrdinalIgnoreCase);
        if (start < 0 || FeedXml.Read<OpmlEntry>(text.AsMemory(start), null, null, _ => null).Root is not { } root)
            return Refuse("the file is not OPML");
        OpmlReading reading = OpmlOutlines.Read(root.Child("body") ?? root);
        return reading.Entries.Count == 0 ? reading with { Refused = "the list holds no feed" } : reading;
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
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", Writable(entry.Title));
            xml.WriteAttributeString("title", Writable(entry.Title));
            xml.WriteAttributeString("xmlUrl", Writable(entry.Address));
            xml.WriteEndElement();
        }
        if (section.Key.Length > 0)
            xml.WriteEndElement();
    }

    private static OpmlReading Refuse(string why) => new([], why);

    /// <summary>XML holds neither control characters nor U+FFFE and U+FFFF.</summary>
    private static string Writable(string text) => string.Concat(PlainText.Clean(text).Where(c => c is not ('\uFFFE' or '\uFFFF')));
}
