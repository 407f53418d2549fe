using NewsReader.Web.Adding;
using NewsReader.Web.Tests.Support;

namespace NewsReader.Web.Tests.Admin;

/// <summary>What holds for every page of the administration, each found in the running program.</summary>
public sealed class AdminFormsTests
{
    private static readonly string[] Open = ["/admin/connexion", "/admin/bienvenue"];

    /// <summary>Values that would do something in each handler, were it called.</summary>
    private static readonly (string, string)[] Fields =
    [
        ("id", "1"), ("vider", "true"), ("sujet", "1"), ("articles", "1"), ("autre", "2"), ("correction", "1"), ("adresse", "http://127.0.0.1:9/autre"), ("nom", "Papier"),
        ("redaction", "1"), ("regles", "remove: .pub"), ("code", "ABCD"), ("motDePasse", AdminSite.Password),
    ];

    [Fact]
    public async Task Every_form_wants_its_token()
    {
        await using var site = await FollowingAsync();
        var posts = (await AdminHandlers.OfAsync(site)).Posts;
        posts.Count.ShouldBeGreaterThan(15);
        using var watch = DataFile.Watch(site.Folder);

        foreach (var path in posts)
        {
            var answer = await site.Browser.PostWithoutTokenAsync(path, Fields);
            answer.Status.ShouldBe(400, path);
            answer.Html.ShouldContain("Demande refusée", customMessage: path);
            answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }

        watch.HasChanged.ShouldBeFalse();
        (await site.Browser.GetAsync("/admin")).Html.ShouldContain("Se déconnecter");
    }

    [Fact]
    public async Task A_token_of_somebody_else_is_none()
    {
        await using var site = await FollowingAsync();
        using var stranger = site.NewBrowser();
        var token = (await stranger.GetAsync("/admin/connexion")).Html.Split("name=\"jeton\" type=\"hidden\" value=\"")[1].Split('"')[0];

        (await site.Browser.PostWithoutTokenAsync("/admin?handler=Retirer", ("id", "1"), ("jeton", token))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task No_visit_changes_anything_whatever_handler_it_names()
    {
        await using var site = await FollowingAsync();
        var (paths, names, _) = await AdminHandlers.OfAsync(site);
        using var watch = DataFile.Watch(site.Folder);

        foreach (var path in paths)
        {
            foreach (var name in names.Append(""))
            {
                var query = string.Join('&', Fields.Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}"));
                (await site.Browser.GetAsync($"{path}?handler={name}&{query}")).Status.ShouldBeLessThan(500, path + " " + name);
            }
        }

        watch.HasChanged.ShouldBeFalse();
        (await site.Browser.GetAsync("/admin")).Html.ShouldContain("Se déconnecter");
    }

    [Fact]
    public async Task A_stranger_gets_no_further_than_the_door()
    {
        await using var site = await FollowingAsync();
        using var stranger = site.NewBrowser();
        var (paths, names, posts) = await AdminHandlers.OfAsync(site);
        using var watch = DataFile.Watch(site.Folder);

        foreach (var path in paths.Except(Open))
        {
            (await stranger.GetAsync(path)).Address.ShouldStartWith("/admin/connexion", customMessage: path);
            foreach (var name in names) (await stranger.GetAsync($"{path}?handler={name}&id=1")).Address.ShouldStartWith("/admin/connexion", customMessage: path);
        }

        foreach (var path in posts.Where(p => !Open.Contains(p)))
            (await stranger.PostWithoutTokenAsync(path, Fields)).Address.ShouldStartWith("/admin/connexion", customMessage: path);
        watch.HasChanged.ShouldBeFalse();
    }

    [Fact]
    public async Task The_way_to_the_door_stays_on_this_site_whatever_host_is_claimed()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Address + "/admin/journal?avant=3");
        request.Headers.Host = "mechant.example";
        request.Headers.Add("X-Forwarded-Host", "mechant.example");

        using var answer = await http.SendAsync(request);

        answer.Headers.Location!.OriginalString.ShouldBe("/admin/connexion?returnUrl=%2Fadmin%2Fjournal%3Favant%3D3");
    }

    private static async Task<AdminSite> FollowingAsync()
    {
        var site = await AdminSite.StartSignedInAsync();
        await site.WithAsync<FollowedSources, FollowResult>(f => f.AddAsync(new SourceToFollow("http://127.0.0.1:9/rss", "Papier"), "test"));
        return site;
    }
}
