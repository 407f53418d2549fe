using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsReader.Web.Hosting;
using NewsReader.Web.Tests.Admin;

namespace NewsReader.Web.Tests.Faults;

/// <summary>What stands in the way of the newsroom is said to the administrator, in words, and to nobody else.</summary>
public sealed class TroubleTests
{
    [Theory]
    [InlineData(13, "Le disque est plein")]
    [InlineData(8, "ne peut pas être écrite")]
    [InlineData(5, "verrouillée")]
    [InlineData(10, "Le disque rend des erreurs")]
    [InlineData(11, "abîmée")]
    public void Each_fault_of_the_store_has_its_sentence(int code, string words) =>
        StoreTrouble.Of(new DbUpdateException("x", new SqliteException("y", code))).ShouldContain(words);

    [Fact]
    public async Task Every_page_of_the_administration_says_that_the_disk_is_full_and_since_when_and_no_public_page_does()
    {
        await using var site = await AdminSite.StartSignedInAsync();
        site.State.Trouble = new StoreTrouble("Le disque est plein.", new DateTime(2026, 11, 22, 5, 12, 0, DateTimeKind.Utc));

        foreach (var path in (string[])["/admin", "/admin/ajouter", "/admin/sauvegardes", "/admin/journal"])
            (await site.Browser.GetAsync(path)).Html.ShouldContain("Depuis <time datetime=\"2026-11-22T05:12:00Z\">le 22 novembre à 6 h 12</time>.</b> Le disque est plein.", Case.Sensitive, path);
        (await site.Browser.GetAsync("/sources")).Html.ShouldNotContain("disque");
        site.State.Trouble = null;
        (await site.Browser.GetAsync("/admin")).Html.ShouldNotContain("disque");
    }
}
