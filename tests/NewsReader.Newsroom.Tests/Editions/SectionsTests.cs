using NewsReader.Newsroom.Editions;

namespace NewsReader.Newsroom.Tests.Editions;

public sealed class SectionsTests
{
    [Fact]
    public void An_article_s_own_rubric_counts_before_the_section_of_its_feed() =>
        Sections.Of("France", ["politique"], "https://papier.example/a").ShouldBe("Politique");

    [Fact]
    public void A_category_that_is_no_rubric_gives_way_to_the_section_of_its_feed() =>
        Sections.Of("Sport", ["gouvernement"], "https://papier.example/a").ShouldBe("Sport");

    [Fact]
    public void A_front_feed_has_no_section_and_the_address_tells() =>
        Sections.Of("À la une", [], "https://papier.example/economie/le-ble-au-plus-bas.html").ShouldBe("Économie");

    [Fact]
    public void Where_nothing_tells_there_is_no_section() => Sections.Of(null, [], "https://papier.example/123").ShouldBeNull();
}
