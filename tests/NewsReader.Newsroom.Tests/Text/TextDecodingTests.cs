using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Tests.Text;

public sealed class TextDecodingTests
{
    private const string Sentence = "L’été à Nîmes — « coûts » : 3 €, œuvre";

    static TextDecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static byte[] In(string encoding, string text) => Encoding.GetEncoding(encoding).GetBytes(text);

    private static string Xml(string? declared) => declared is null ? $"<a>{Sentence}</a>" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?><a>{Sentence}</a>";

    [Theory]
    [InlineData("utf-8", "utf-8", null)]
    [InlineData("utf-8", "utf8mb4", null)]
    [InlineData("utf-8", null, null)]
    [InlineData("utf-8", "ISO-8859-1", null)]
    [InlineData("utf-8", "utf-16", null)]
    [InlineData("utf-8", null, "text/xml; charset=iso-8859-1")]
    [InlineData("windows-1252", "windows-1252", null)]
    [InlineData("windows-1252", "ISO-8859-1", null)]
    [InlineData("windows-1252", "utf-8", null)]
    [InlineData("windows-1252", null, null)]
    [InlineData("windows-1252", null, "text/xml; charset='iso-8859-1'")]
    [InlineData("windows-1252", "utf-8", "application/rss+xml;charset=windows-1252")]
    [InlineData("utf-16", null, null)]
    [InlineData("utf-16BE", "utf-16", null)]
    [InlineData("utf-32", null, null)]
    public void A_feed_is_read_in_the_encoding_of_its_bytes_whatever_its_labels_claim(string bytes, string? declared, string? header) =>
        TextDecoding.Decode(In(bytes, Xml(declared)), header, MarkupKind.Xml).Text.ShouldBe(Xml(declared));

    [Theory]
    [InlineData("ISO-8859-15", "œuvre à 3 €")]
    [InlineData("macintosh", "été à Nîmes")]
    [InlineData("windows-1251", "Привет")]
    [InlineData("shift_jis", "こんにちは")]
    public void A_declared_encoding_is_believed_where_the_bytes_allow_it(string encoding, string text)
    {
        string document = $"<?xml version='1.0' encoding='{encoding}'?><a>{text}</a>";
        TextDecoding.Decode(In(encoding, document), null, MarkupKind.Xml).Text.ShouldBe(document);
    }

    [Theory]
    [InlineData("<meta charset=iso-8859-1>")]
    [InlineData("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">")]
    public void A_page_labelled_latin_1_is_read_as_windows_1252(string meta)
    {
        DecodedText page = TextDecoding.Decode(In("windows-1252", $"<html><head>{meta}</head><p>{Sentence}"), null, MarkupKind.Html);
        page.Encoding.ShouldBe("windows-1252");
        page.Text.ShouldEndWith(Sentence);
    }

    [Fact]
    public void A_byte_order_mark_beats_every_label_and_is_no_character()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<a>é</a>")];
        TextDecoding.Decode(bytes, "text/xml; charset=iso-8859-1", MarkupKind.Xml).ShouldBe(new DecodedText("<a>é</a>", "utf-8"));
    }

    [Fact]
    public void One_damaged_byte_does_not_turn_a_UTF_8_page_into_windows_1252()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("été à Nîmes "), 0xE9, .. Encoding.UTF8.GetBytes(" déçu")];
        TextDecoding.Decode(bytes, "text/html; charset=utf-8", MarkupKind.Html).Text.ShouldBe("été à Nîmes \uFFFD déçu");
    }

    [Fact]
    public void Control_characters_that_stand_for_windows_quotes_become_quotes() =>
        TextDecoding.Decode(Encoding.UTF8.GetBytes("l\u0092\u00E9t\u00E9"), null, MarkupKind.Xml).Text.ShouldBe("l’été");

    [Fact]
    public void Any_bytes_and_any_header_give_text() =>
        Prop.ForAll<byte[], string?, int>((bytes, header, kind) =>
            TextDecoding.Decode(bytes ?? [], header, (MarkupKind)(Math.Abs(kind % 3))).Text.Length >= 0).QuickCheckThrowOnFailure();
}
