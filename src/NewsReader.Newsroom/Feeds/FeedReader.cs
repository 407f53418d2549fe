using System.IO.Compression;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Feeds;

/// <summary>The door of this room: the bytes that an address gave become a feed, or the reason why they are none.</summary>
public static class FeedReader
{
    /// <summary>Larger bodies are not read: the largest real feeds are below 10 megabytes.</summary>
    private const int LargestBody = 32 * 1024 * 1024;

    /// <summary>Entries beyond are left out: real feeds hold some thousands at most.</summary>
    internal const int MostEntries = 5000;

    /// <summary>Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed 1.0 and 1.1. Never throws.</summary>
    /// <param name="bytes">The body as received.</param>
    /// <param name="contentType">The value of the <c>Content-Type</c> header, used for its charset alone: its type is too often wrong.</param>
    /// <param name="baseAddress">The address that relative links start from: <c>Content-Location</c> or the address fetched.</param>
    public static FeedReading Read(ReadOnlyMemory<byte> bytes, string? contentType, string? baseAddress)
    {
        if (bytes.Length > LargestBody || Unpacked(bytes) is not { } body)
            return new FeedReading(null, FeedFailure.Unreadable, "the body is too large");
        DecodedText decoded = TextDecoding.Decode(body.Span, contentType, MarkupKind.Xml);
        Sniffed sniffed = FeedSniffer.Sniff(decoded.Text);
        return sniffed.Format switch
        {
            FeedFormat.Json => JsonFeedReader.Read(decoded.Text[sniffed.Start..], decoded.Encoding, baseAddress),
            { } format => ReadXml(decoded, format, sniffed.Start, baseAddress),
            null => new FeedReading(null, sniffed.Failure, WhyNot(sniffed.Failure)),
        };
    }

    private static FeedReading ReadXml(DecodedText decoded, FeedFormat format, int start, string? baseAddress)
    {
        FeedDocument document = FeedXml.Read(decoded.Text[start..], baseAddress);
        if (document.Root is not { } root)
            return new FeedReading(null, FeedFailure.Unreadable, document.Trouble);
        ParsedFeed feed = format == FeedFormat.Atom ? AtomReader.Read(root, decoded.Encoding) : RssReader.Read(root, format, decoded.Encoding);
        return new FeedReading(feed with { Repairs = Repairs(decoded.Text.AsSpan(0, start), document) });
    }

    private static List<string> Repairs(ReadOnlySpan<char> before, FeedDocument document)
    {
        var repairs = new List<string>();
        if (!before.Trim().IsEmpty && before.TrimStart()[0] != '<')
            repairs.Add("text before the feed was passed over");
        if (document.Trouble is { } trouble)
            repairs.Add($"not well-formed XML, read leniently ({trouble})");
        if (document.Root is { IsComplete: false })
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
