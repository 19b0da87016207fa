using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Pages;

/// <summary>The pages about this site that everybody can read: privacy, accessibility, help, and the policy in full.</summary>
[InBothLanguages]
[AllowAnonymous]
public sealed class PagesController(IDrafts drafts, IHostEnvironment environment) : DefectionController
{
    private static readonly Lazy<string> PolicyText = new(ReadPolicy);

    /// <summary>Who reads what, why, and for how long it is kept.</summary>
    [HttpGet("/privacy")]
    public async Task<IActionResult> Privacy() => View(await ReleaseAsync());

    /// <summary>How the site is made to work for everybody, and where it does not yet.</summary>
    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();

    /// <summary>Where to ask, and what to do when something is lost.</summary>
    [HttpGet("/help")]
    public async Task<IActionResult> Help() => View(await ReleaseAsync());

    /// <summary>Where to type in a code that came by e-mail: it leads to nobody’s page, since the mailbox may be a stranger’s.</summary>
    [HttpGet(EmailDesk.CodePath)]
    public IActionResult Code() => View();

    /// <summary>The Party's policy, in full and in its own words.</summary>
    [HttpGet("/policy")]
    public IActionResult Policy() => View(new PolicyPage(PolicyText.Value));

    private async Task<PublicRelease> ReleaseAsync() =>
        new(await drafts.ReleaseInForceAsync(HttpContext.RequestAborted) is { } release && FormSession.MayOpen(release, environment)
            ? new ReleaseFacts(UkTime.Say(release.ReleasedOn), release.IsSample, release.PrivacyNotice, release.PostalAddress)
            : null);

    private static string ReadPolicy()
    {
        using var stream = typeof(PagesController).Assembly.GetManifestResourceStream("Harmony.Defection.Web.Features.Pages.defection-policy.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The release in force, if a form is open.</summary>
public sealed record PublicRelease(ReleaseFacts? Facts);

/// <summary>What of a release everybody may read.</summary>
/// <param name="ReleasedOn">The day of release, in words (F4).</param>
/// <param name="IsSample">Whether it is the sample.</param>
/// <param name="PrivacyNotice">Who reads the form, why and for how long (F8).</param>
/// <param name="PostalAddress">Where the paper form is sent (P1).</param>
public sealed record ReleaseFacts(string ReleasedOn, bool IsSample, string PrivacyNotice, string PostalAddress);

/// <summary>The policy's text.</summary>
public sealed record PolicyPage(string Text);
