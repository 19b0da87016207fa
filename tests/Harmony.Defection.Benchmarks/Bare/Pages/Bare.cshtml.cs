using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Harmony.Defection.Benchmarks.Bare.Pages;

/// <summary>The bare page.</summary>
public sealed class BareModel(BareStore store) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
    }

    /// <summary>Inserts one row and goes back to the page.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await store.InsertAsync(Text ?? string.Empty);
        return RedirectToPage();
    }
}
