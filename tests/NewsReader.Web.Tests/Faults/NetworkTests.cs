using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Tests.Adding;
using NewsReader.Web.Tests.Rounds;

namespace NewsReader.Web.Tests.Faults;

/// <summary>Without name resolution for an hour nothing is lost, and the next quarter of an hour makes up for it.</summary>
public sealed class NetworkTests
{
    [Fact]
    public async Task An_hour_without_names_costs_no_article_its_text_and_no_source_its_place()
    {
        var isDown = false;
        await using var paper = await LoopbackPaper.StartAsync();
        var home = $"http://papier.example:{new Uri(paper.Home).Port}";
        await using var rounds = await TestRounds.StartAsync((_, _) => isDown
            ? throw new SocketException((int)SocketError.TryAgain)
            : Task.FromResult<IPAddress[]>([IPAddress.Loopback]), ("Rounds:LongestInterval", "00:20:00"));
        paper.HangsUp = true;
        Print(paper, home, 1);
        await rounds.FollowAsync(home + "/rss");
        // The page of the first article is out of order when the network goes.
        paper.Status("/1", 503);
        await rounds.RunAsync();
        paper.Page("/1", Page(1)).Page("/2", Page(2));
        Print(paper, home, 2);

        isDown = true;
        await ForAsync(rounds, TimeSpan.FromHours(1));
        await using (var db = rounds.Open())
        {
            (await db.Sources.SingleAsync()).State.ShouldBe("transient_error");
            (await db.Entries.CountAsync()).ShouldBe(1);
        }

        isDown = false;
        await ForAsync(rounds, TimeSpan.FromMinutes(20));
        await using (var db = rounds.Open())
        {
            (await db.Sources.SingleAsync()).State.ShouldBe("ok");
            (await db.Articles.CountAsync()).ShouldBe(2);
        }

        await ForAsync(rounds, TimeSpan.FromHours(4));
        await using (var db = rounds.Open()) (await db.ArticleTexts.CountAsync()).ShouldBe(2);
    }

    private static async Task ForAsync(TestRounds rounds, TimeSpan time)
    {
        for (var end = rounds.Time.GetUtcNow() + time; rounds.Time.GetUtcNow() < end; rounds.Time.Advance(TimeSpan.FromMinutes(1))) await rounds.RunAsync();
    }

    private static void Print(LoopbackPaper paper, string home, int items) => paper.Feed("/rss", "<rss version=\"2.0\"><channel><title>Le Papier</title>"
        + string.Concat(Enumerable.Range(1, items).Select(n => $"<item><title>La nouvelle numéro {n}</title><link>{home}/{n}</link><guid>{n}</guid></item>")) + "</channel></rss>");

    private static string Page(int n) => $"<html lang=\"fr\"><body><article><h1>La nouvelle numéro {n}</h1>" + string.Concat(Enumerable.Repeat(
        "<p>Le conseil municipal a voté hier soir le budget de la commune, après quatre heures d'un débat que le maire a dit franc et que l'opposition a dit long.</p>", 5)) + "</article></body></html>";
}
