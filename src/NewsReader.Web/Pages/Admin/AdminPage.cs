using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NewsReader.Web.Pages.Admin;

/// <summary>What the administration's pages have in common: who acts, and the line that confirms an action on the next page.</summary>
internal abstract class AdminPage : PageModel
{
    /// <summary>What was just done, shown once.</summary>
    [TempData]
    public string? Status { get; set; }

    /// <summary>The name that goes into the log.</summary>
    protected string Administrator => User.Identity?.Name ?? "";

    /// <summary>What is wrong with a form, each with the field that it is about.</summary>
    public IReadOnlyList<(string Field, string Message)> Faults =>
        [.. ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))];
}
