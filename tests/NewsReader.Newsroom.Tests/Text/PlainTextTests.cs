using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NewsReader.Newsroom.Text;

namespace NewsReader.Newsroom.Tests.Text;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("R&D : l&apos;&eacute;t&#233; &#x2019;", "R&D : l'été ’")]
    [InlineData("L’<b>é</b>té<br>à<p>Nîmes</p>", "L’été à Nîmes")]
    [InlineData("un<script>if (a < b) alert('x')</script> deux<style>p{}</style> trois", "un deux trois")]
    [InlineData("3 < 4 et 5 > 2", "3 < 4 et 5 > 2")]
    [InlineData("avant<!-- <b>caché</b> -->après", "avantaprès")]
    [InlineData("<img alt=\"a > b\" src=x>vu", "vu")]
    [InlineData("<a href=\"jamais fermé>texte", "texte")]
    [InlineData("?a=1&copy=2 &copy; &copy 2025", "?a=1&copy=2 © © 2025")]
    [InlineData("l&#146;été", "l’été")]
    [InlineData("<p>fin", "fin")]
    [InlineData("&#0; &#xD800; &#99999999;", "\uFFFD \uFFFD \uFFFD")]
    public void Html_leaves_its_words(string html, string words) => PlainText.FromHtml(html).ShouldBe(words);

    [Theory]
    [InlineData("  un\n\t deux\u00A0: trois\u202F! ", "un deux : trois !")]
    [InlineData("e\u0301te\u0301", "été")]
    [InlineData("anti\u00ADconsti\u200Btution\uFEFF", "anticonstitution")]
    [InlineData("a\u0007b\u0000", "ab")]
    [InlineData("👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧")]
    public void Text_takes_one_form(string published, string clean) => PlainText.Clean(published).ShouldBe(clean);

    [Fact]
    public void Marks_that_turn_or_cover_other_text_go() =>
        PlainText.Clean("Prix \u202Etfihs\u202C \u2067a\u2069 e" + new string('\u0301', 500) + " שָׁלוֹם 👩\u200D🚒").ShouldBe("Prix tfihs a é\u0301\u0301\u0301 שָׁלוֹם 👩\u200D🚒".Normalize());

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => PlainText.Clean("seul \uD800 reste").ShouldBe("seul \uFFFD reste");

    [Fact]
    public void Cleaning_twice_changes_nothing_more() => Prop.ForAll<string>(text =>
    {
        string once = PlainText.Clean(text ?? "");
        return PlainText.Clean(once).Equals(once, StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_accepted_as_html() =>
        Prop.ForAll<string>(text => PlainText.FromHtml($"<p>{text}<") is not null).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("<a href=\"")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&#x")]
    [InlineData("<")]
    public void A_megabyte_of_broken_markup_is_read_at_once(string piece)
    {
        string hostile = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        PlainText.FromHtml(hostile);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "a quadratic walk takes many minutes; a linear one a moment, even on a busy machine");
    }
}
