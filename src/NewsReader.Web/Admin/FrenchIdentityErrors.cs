using Microsoft.AspNetCore.Identity;

namespace NewsReader.Web.Admin;

/// <summary>What Identity may find wrong with a name or a password, in French.</summary>
internal sealed class FrenchIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"Un administrateur s’appelle déjà « {userName} ».");

    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "Choisissez un nom.");

    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Le mot de passe doit avoir au moins {length} caractères.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), $"Le mot de passe doit avoir au moins {uniqueChars} caractères différents.");

    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Cela n’a pas pu être enregistré. Recommencez.");

    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Quelqu’un d’autre vient de changer la même chose. Recommencez.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
