using Microsoft.AspNetCore.Identity;
using NewsReader.Storage.Admin;

namespace NewsReader.Web.Admin;

/// <summary>Signs administrators in by password. Every refusal takes the work of one password check, so that its time does not tell which names exist.</summary>
internal sealed class SignIn(SignInManager<Administrator> sessions, UserManager<Administrator> users, IPasswordHasher<Administrator> hasher)
{
    private static readonly Administrator Nobody = new() { UserName = "nobody" };

    private static readonly Lazy<string> SomeHash = new(() => new PasswordHasher<Administrator>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <summary>Begins a new session where name and password are right and the name is not locked out.</summary>
    public async Task<bool> TryAsync(string name, string password)
    {
        if (await users.FindByNameAsync(name) is not { } administrator || await users.IsLockedOutAsync(administrator))
        {
            hasher.VerifyHashedPassword(Nobody, SomeHash.Value, password);
            return false;
        }

        var result = await sessions.CheckPasswordSignInAsync(administrator, password, lockoutOnFailure: true);
        if (result.Succeeded) await BeginAsync(administrator);
        return result.Succeeded;
    }

    /// <summary>Begins a session: whatever cookie the browser came with is replaced.</summary>
    public Task BeginAsync(Administrator administrator) => sessions.SignInAsync(administrator, isPersistent: true);

    /// <summary>Ends the session.</summary>
    public Task EndAsync() => sessions.SignOutAsync();
}
