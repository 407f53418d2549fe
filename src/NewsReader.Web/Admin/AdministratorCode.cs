using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsReader.Storage;
using NewsReader.Storage.Admin;

namespace NewsReader.Web.Admin;

/// <summary>
/// The one-time code that makes an administrator: shown once on the terminal, so that only who runs the program can use it. The paper keeps its hash
/// alone; a fast one is enough, since 16 letters drawn from 23 carry 72 bits.
/// </summary>
public static class AdministratorCode
{
    /// <summary>Capitals that are not taken for a digit or for each other: no I, L, O.</summary>
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>Whether the paper still waits for its first administrator.</summary>
    public static async Task<bool> IsWantedAsync(NewsDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return !await db.Users.AnyAsync(cancel);
    }

    /// <summary>Makes a new code, which replaces the one before.</summary>
    /// <returns>The code to show, as « ABCD-EFGH-JKMN-PQRS »; it cannot be had again.</returns>
    public static async Task<string> IssueAsync(NewsDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var code = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
        var fact = await db.SiteFacts.SingleOrDefaultAsync(f => f.Name == SiteFacts.AdministratorCode, cancel);
        if (fact is null) db.SiteFacts.Add(new SiteFact { Name = SiteFacts.AdministratorCode, Value = Hash(code) });
        else fact.Value = Hash(code);
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>Uses the code up, in the caller's transaction: of two who come with it at once, one gets true.</summary>
    internal static async Task<bool> TakeAsync(NewsDb db, string typed, CancellationToken cancel)
    {
        // Equal hashes of a random code tell nothing by the time that their comparison takes.
        var hash = Hash(typed);
        return await db.SiteFacts.Where(f => f.Name == SiteFacts.AdministratorCode && f.Value == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    /// <summary>The same for every way to type a code: spaces, hyphens and small letters.</summary>
    private static string Hash(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiLetter)).ToUpperInvariant())));
}
