using NewsReader.Storage.Articles;
using NewsReader.Web.Reading;

namespace NewsReader.Web.Tests.Reading;

public sealed class MissingTextTests
{
    [Theory]
    [InlineData("gone", "a retiré cet article")]
    [InlineData("timeout", "trop de temps")]
    [InlineData("refused", "ne permet pas")]
    [InlineData("parse_error", "n’a pas pu être tiré")]
    [InlineData("a word of tomorrow", "n’a pas pu être tiré")]
    public void Each_failure_has_its_plain_sentence(string state, string part) =>
        MissingText.Sentence(Of(a => a.State = state), "La Gazette").ShouldContain(part);

    [Fact]
    public void A_text_for_subscribers_says_so_whatever_else_failed() =>
        MissingText.Sentence(Of(a => (a.State, a.Access) = ("timeout", ArticleAccess.Excerpt)), "La Gazette").ShouldBe("La Gazette réserve la suite à ses abonnés.");

    [Fact]
    public void A_text_that_waits_for_its_visit_is_promised() => MissingText.Sentence(Of(a => (a.Attempts, a.NextFetch) = (0, DateTime.UnixEpoch)), "La Gazette").ShouldContain("prochaines minutes");

    [Fact]
    public void A_page_that_is_not_asked_for_is_not_promised() => MissingText.Sentence(Of(a => a.Attempts = 0), "La Gazette").ShouldContain("n’est pas cherchée");

    private static Article Of(Action<Article> change)
    {
        var article = new Article { Address = "https://a.example/1", Title = "Un titre", Attempts = 3 };
        change(article);
        return article;
    }
}
