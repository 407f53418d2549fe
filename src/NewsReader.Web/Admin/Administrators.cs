using Microsoft.AspNetCore.Identity;
using NewsReader.Storage;
using NewsReader.Storage.Admin;
using NewsReader.Web.Adding;

namespace NewsReader.Web.Admin;

/// <summary>Makes administrators and sets their passwords, each with its line of the log in one transaction.</summary>
public sealed class Administrators(NewsDb db, UserManager<Administrator> users, TimeProvider clock)
{
    /// <summary>Makes an administrator for whoever has the one-time code, which is used up.</summary>
    /// <returns>The administrator, or what is wrong, in French sentences.</returns>
    public async Task<(Administrator? Made, IReadOnlyList<string> Errors)> CreateAsync(string code, string name, string password, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await AdministratorCode.TakeAsync(db, code, cancel))
            return (null, ["Ce code n’est pas le bon. Il est affiché dans le terminal où NewsReader a démarré ; un nouveau remplace l’ancien."]);
        var administrator = new Administrator { UserName = name };
        var result = await users.CreateAsync(administrator, password);
        if (!result.Succeeded) return (null, [.. result.Errors.Select(e => e.Description)]);
        await LogAsync(DecisionWords.AdministratorCreated, name, by: name, cancel);
        await transaction.CommitAsync(cancel);
        return (administrator, []);
    }

    /// <summary>Sets an administrator's password, lifts a lock-out and ends his sessions, for who forgot it and can use the terminal.</summary>
    /// <returns>What is wrong, in French sentences; empty where it is done.</returns>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(string name, string password, string by, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await users.FindByNameAsync(name) is not { } administrator) return [$"Aucun administrateur ne s’appelle « {name} »."];
        await users.RemovePasswordAsync(administrator);
        var result = await users.AddPasswordAsync(administrator, password);
        if (!result.Succeeded) return [.. result.Errors.Select(e => e.Description)];
        await users.SetLockoutEndDateAsync(administrator, null);
        await users.ResetAccessFailedCountAsync(administrator);
        await LogAsync(DecisionWords.PasswordSet, name, by, cancel);
        await transaction.CommitAsync(cancel);
        return [];
    }

    private async Task LogAsync(string action, string name, string by, CancellationToken cancel)
    {
        db.Decisions.Add(new Decision { At = clock.GetUtcNow().UtcDateTime, By = by, Action = action, Subject = name });
        await db.SaveChangesAsync(cancel);
    }
}
