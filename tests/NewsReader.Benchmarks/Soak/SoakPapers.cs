using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsReader.Benchmarks.Soak;

/// <summary>
/// Thousands of papers on one loopback port, in a process of their own: <c>/N.xml</c> is the feed of paper N, which prints about once a day at its own hour. One in twenty is out
/// of order, each in its own way. Their clock is set by <c>/clock?now=</c>, so that two days pass in minutes.
/// </summary>
internal static class SoakPapers
{
    /// <summary>As many days as articles draw others to their stories: what the program holds is whole once all papers were read.</summary>
    private const int Shown = 5;
    private static readonly string[] Syllables = "ba ce di fo gu la me ni po ru sa te vi zo bra cle dro fla gri plu tra von mar tel sin".Split(' ');

    private static long _now;

    /// <summary>Whether paper <paramref name="n"/> never answers as a feed.</summary>
    public static bool IsBroken(int n) => n % 20 == 0;

    /// <summary>Serves until the process is ended, or its parent has gone.</summary>
    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is not null)
        {
            // the parent says nothing; the end of its input is its end
        }

        return 0;
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/clock")
        {
            Interlocked.Exchange(ref _now, long.Parse(context.Request.Query["now"]!, CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        }

        var path = context.Request.Path.Value!;
        if (!path.EndsWith(".xml", StringComparison.Ordinal) || !int.TryParse(path.AsSpan(1, path.Length - 5), CultureInfo.InvariantCulture, out var n))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        return IsBroken(n) ? BreakAsync(context, n) : PrintAsync(context, n);
    }

    private static Task BreakAsync(HttpContext context, int n)
    {
        switch (n / 20 % 4)
        {
            case 0:
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            case 1:
                context.Abort();
                return Task.CompletedTask;
            case 2:
                context.Response.ContentLength = 5000;
                return context.Response.WriteAsync("<rss version=\"2.0\"><channel><title>Coup");
            default:
                context.Response.ContentType = "text/html";
                return context.Response.WriteAsync("<html><body>Site en travaux</body></html>");
        }
    }

    private static Task PrintAsync(HttpContext context, int n)
    {
        // The hour and minute at which paper N prints; its issues are counted from the year 1.
        var first = TimeSpan.FromMinutes(n * 7919 % 1440);
        var now = new DateTime(Interlocked.Read(ref _now), DateTimeKind.Utc);
        var issue = (now - first).Subtract(DateTime.MinValue).Days;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{n}-{issue}\"");
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        var feed = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<rss version=\"2.0\"><channel><title>Journal {n}</title>"));
        for (var i = issue; i > issue - Shown; i--)
        {
            // One paper in ten tells one of the day's forty events; what the others tell is their own.
            var (title, text) = n % 10 == 1 ? (Tell(i, n / 10 % 40, 7), Tell(i, n / 10 % 40, 20)) : (Tell(n, i, 7), $"{Tell(n, i, 20)} {Spell(n * 1000L + i % 1000)}");
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{title}</title><link>http://journal{n}.example/{i}</link><guid>{n}-{i}</guid>")
                .Append(CultureInfo.InvariantCulture, $"<description>{text}.</description><pubDate>{DateTime.MinValue.AddDays(i) + first:r}</pubDate></item>");
        }

        return context.Response.WriteAsync(feed.Append("</channel></rss>").ToString());
    }

    /// <summary>A word for a number, which no other number has: each article says one that nobody says again, as real ones do.</summary>
    private static string Spell(long number)
    {
        var word = new StringBuilder();
        for (; number > 0; number /= Syllables.Length) word.Append(Syllables[(int)(number % Syllables.Length)]);
        return word.ToString();
    }

    /// <summary>A run of invented words, always the same for the same two numbers, out of some 16,000.</summary>
    private static string Tell(int one, int other, int words)
    {
        var state = (ulong)(uint)one * 0x9E3779B97F4A7C15 + (uint)other;
        var said = new StringBuilder();
        for (var word = 0; word < words; word++)
        {
            // Marsaglia's xorshift, Journal of Statistical Software 8 (2003).
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            var left = (int)(state >> 20 & 0x3FFF);
            if (word > 0) said.Append(' ');
            said.Append(Spell(left | 0x4000));
        }

        return char.ToUpperInvariant(said[0]) + said.ToString(1, said.Length - 1);
    }
}
