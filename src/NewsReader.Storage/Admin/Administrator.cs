using Microsoft.AspNetCore.Identity;

namespace NewsReader.Storage.Admin;

/// <summary>Who may change the paper.</summary>
public sealed class Administrator : IdentityUser;
