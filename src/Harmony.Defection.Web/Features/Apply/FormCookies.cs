using System.Globalization;
using System.Security.Cryptography;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What the page after sending shows: the reference, and the secret link's token while it is still shown.</summary>
/// <param name="Reference">The application's public number.</param>
/// <param name="Token">The token; nothing once the page no longer shows it.</param>
/// <param name="SentAt">When the form was sent, in UTC.</param>
public sealed record SentNote(string Reference, string? Token, DateTime SentAt);

/// <summary>
/// The two cookies of the public form, both readable by the server alone: which draft this browser fills in, and what came of sending it.
/// </summary>
public sealed class FormCookies(IHttpContextAccessor accessor, IDataProtectionProvider keys, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Minutes after sending in which the page shows the secret link.</summary>
    public const int LinkShownMinutes = 30;

    private static readonly TimeSpan SentKept = TimeSpan.FromHours(12);

    private readonly IDataProtector drafts = keys.CreateProtector("Harmony.Defection.Apply.Draft");
    private readonly IDataProtector sent = keys.CreateProtector("Harmony.Defection.Apply.Sent");
    private readonly CookieBuilder draftCookie = Named("application-form", environment);
    private readonly CookieBuilder sentCookie = Named("application-sent", environment);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The id of the draft that this browser fills in.</summary>
    public Guid? DraftId => Guid.TryParseExact(Read(draftCookie, drafts), "N", out var id) ? id : null;

    /// <summary>Remembers the draft for as long as a draft is kept (rule 24).</summary>
    public void Remember(Guid draft) => Write(draftCookie, drafts, draft.ToString("N"), TimeSpan.FromDays(Draft.KeptDays));

    /// <summary>Forgets the draft: it stays where it is, but this browser no longer opens it.</summary>
    public void ForgetDraft() => Delete(draftCookie);

    /// <summary>Remembers what came of sending.</summary>
    public void Remember(Sent result) =>
        Write(sentCookie, sent, string.Create(CultureInfo.InvariantCulture, $"{clock.Now().Ticks}|{result.Reference}|{result.Token}"), SentKept);

    /// <summary>What came of sending, in this browser.</summary>
    public SentNote? SentNote()
    {
        if (Read(sentCookie, sent)?.Split('|') is not [var ticks, var reference, var token])
        {
            return null;
        }

        var sentAt = new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var shown = token.Length > 0 && clock.Now() < sentAt.AddMinutes(LinkShownMinutes);
        return new SentNote(reference, shown ? token : null, sentAt);
    }

    /// <summary>Forgets what came of sending.</summary>
    public void ForgetSent() => Delete(sentCookie);

    private static CookieBuilder Named(string name, IHostEnvironment environment)
    {
        var cookie = new CookieBuilder();
        SecuritySetup.Harden(cookie, name, environment.IsDevelopment());
        return cookie;
    }

    private string? Read(CookieBuilder cookie, IDataProtector protector)
    {
        if (Http.Request.Cookies[cookie.Name!] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private void Write(CookieBuilder cookie, IDataProtector protector, string value, TimeSpan age)
    {
        var options = cookie.Build(Http);
        options.MaxAge = age;
        Http.Response.Cookies.Append(cookie.Name!, protector.Protect(value), options);
    }

    private void Delete(CookieBuilder cookie) => Http.Response.Cookies.Delete(cookie.Name!, cookie.Build(Http));
}
