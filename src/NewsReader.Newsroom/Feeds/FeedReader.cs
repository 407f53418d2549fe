using System.Buffers;
using System.IO.Compression;
using System.Text;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The door of this room: the bytes that an address gave become a feed, or the reason why they are none.</summary>
public static class FeedReader
{
    /// <summary>Larger bodies are not read: the largest real feeds are below 10 megabytes.</summary>
    private const int LargestBody = 32 * 1024 * 1024;

    /// <summary>Entries beyond are left out: real feeds hold some thousands at most, and each costs memory.</summary>
    internal const int MostEntries = 100_000;

    /// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, and news sitemaps. Never throws.</summary>
    /// <param name="bytes">The body as received.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header, used for its charset alone: its type is too often wrong.</param>
    /// <param name="baseAddress">The address that relative links start from: <c>Content-Location</c> or the address fetched.</param>
    public static FeedReading Read(ReadOnlyMemory<byte> bytes, string? contentType, string? baseAddress)
    {
        if (bytes.Length > LargestBody || Unpacked(bytes) is not { } body)
            return new FeedReading(null, FeedFailure.Unreadable, "the body is too large");
        (Encoding encoding, int start) = TextDecoding.Judge(body.Span, contentType, MarkupKind.Xml);
        ReadOnlySpan<byte> written = body.Span[start..];
        char[] characters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(written.Length));
        try
        {
            Memory<char> text = characters.AsMemory(0, encoding.GetChars(written, characters));
            Mojibake.ReplaceC1(text.Span);
            FeedReading reading = ReadText(text, baseAddress);
            return reading.Feed is { } feed ? reading with { Feed = feed with { Encoding = TextDecoding.Label(encoding) } } : reading;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    private static FeedReading ReadText(ReadOnlyMemory<char> text, string? baseAddress)
    {
        Sniffed sniffed = FeedSniffer.Sniff(text.Span);
        return sniffed.Format switch
        {
            FeedFormat.Json => JsonFeedReader.Read(text[sniffed.Start..], baseAddress),
            { } format => ReadXml(text, format, sniffed.Start, baseAddress),
            null => new FeedReading(null, sniffed.Failure, WhyNot(sniffed.Failure)),
        };
    }

    private static FeedReading ReadXml(ReadOnlyMemory<char> text, FeedFormat format, int start, string? baseAddress)
    {
        if (Doctype.IsTrap(text.Span[..start]))
            return new FeedReading(null, FeedFailure.Unreadable, "the document declares entities that load files or multiply");
        var sitemap = new NewsSitemapReader();
        (string entryName, Func<FeedElement, ParsedEntry?> readEntry) = format switch
        {
            FeedFormat.Atom => ("entry", (Func<FeedElement, ParsedEntry?>)AtomReader.Entry),
            FeedFormat.NewsSitemap => ("url", sitemap.Entry),
            _ => ("item", RssReader.Entry),
        };
        FeedDocument<ParsedEntry> document = FeedXml.Read(text[start..], baseAddress, entryName, readEntry);
        if (document.Root is not { } root)
            return new FeedReading(null, FeedFailure.Unreadable, document.Trouble);
        if (!root.IsComplete && document is { Entries.Count: 0, LeftOut: null } && format != FeedFormat.NewsSitemap)
            return new FeedReading(null, FeedFailure.Unreadable, "the document was cut off before its first entry ended");
        FeedReading reading = format switch
        {
            FeedFormat.Atom => new FeedReading(AtomReader.Feed(root, document.Entries)),
            FeedFormat.NewsSitemap => sitemap.Feed(root, document.Entries),
            _ => new FeedReading(RssReader.Feed(root, document.Entries)),
        };
        return reading.Feed is { } feed ? reading with { Feed = feed with { Format = format, Repairs = Repairs(text.Span[..start], document) } } : reading;
    }

    private static List<string> Repairs(ReadOnlySpan<char> before, FeedDocument<ParsedEntry> document)
    {
        var repairs = new List<string>();
        if (!before.Trim().IsEmpty && before.TrimStart()[0] != '<')
            repairs.Add("text before the feed was passed over");
        if (document.Trouble is { } trouble)
            repairs.Add($"not well-formed XML, read leniently ({trouble})");
        if (document.LeftOut is { } leftOut)
            repairs.Add(leftOut);
        else if (document.Root is { IsComplete: false })
            repairs.Add("the document was cut off; its last, incomplete entry was left out");
        return repairs;
    }

    private static string WhyNot(FeedFailure failure) => failure switch
    {
        FeedFailure.Empty => "the body is empty",
        FeedFailure.HtmlPage => "the body is an HTML page",
        _ => "the body holds no element of a feed",
    };

    /// <summary>Some servers send gzip without saying so. Null where the contents are too large.</summary>
    private static ReadOnlyMemory<byte>? Unpacked(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span is not [0x1F, 0x8B, 8, ..])
            return bytes;
        var unpacked = new MemoryStream();
        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes.ToArray()), CompressionMode.Decompress);
            byte[] part = new byte[64 * 1024];
            for (int read; (read = packed.Read(part)) > 0 && unpacked.Length <= LargestBody;)
                unpacked.Write(part, 0, read);
        }
        catch (InvalidDataException)
        {
            // What was unpacked before the damage may still hold entries.
        }
        return unpacked.Length > LargestBody ? null : unpacked.ToArray();
    }
}
