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

/// <summary>Which draft this browser fills in.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="OpenedAt">When it was opened in this browser, in UTC.</param>
/// <param name="SeenAt">When a page of it was last asked for here, in UTC.</param>
/// <param name="Code">Its shown code, where this browser has been given it.</param>
public sealed record FormTicket(Guid DraftId, DateTime OpenedAt, DateTime SeenAt, string? Code);

/// <summary>
/// The cookies of the public form, all readable by the server alone: which draft this browser fills in, for which address it has asked for a
/// code, and what came of sending.
/// </summary>
public sealed class FormCookies(
    IHttpContextAccessor accessor, IDataProtectionProvider keys, IHostEnvironment environment, FormOptions options, TimeProvider clock)
{
    /// <summary>Minutes after sending in which the page shows the secret link.</summary>
    public const int LinkShownMinutes = 30;

    private static readonly TimeSpan SentKept = TimeSpan.FromHours(12);
    private static readonly TimeSpan AskedKept = TimeSpan.FromMinutes(2 * EmailedCode.Minutes);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private readonly IDataProtector drafts = keys.CreateProtector("Harmony.Defection.Apply.Draft");
    private readonly IDataProtector asked = keys.CreateProtector("Harmony.Defection.Apply.Asked");
    private readonly IDataProtector sent = keys.CreateProtector("Harmony.Defection.Apply.Sent");
    private readonly CookieBuilder draftCookie = Named("application-form", environment);
    private readonly CookieBuilder askedCookie = Named("application-code", environment);
    private readonly CookieBuilder sentCookie = Named("application-sent", environment);

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>The draft that this browser has opened, however long ago.</summary>
    public FormTicket? Ticket => Read(draftCookie, drafts)?.Split('|') is [var id, var opened, var seen, var code]
        ? new FormTicket(Guid.ParseExact(id, "N"), At(opened), At(seen), code.Length == 0 ? null : code)
        : null;

    /// <summary>The id of the draft that this browser fills in, while it is not closed here for want of use.</summary>
    public Guid? DraftId => Ticket is { } ticket && !IsIdle(ticket) ? ticket.DraftId : null;

    /// <summary>Whether a draft has not been used here for so long that it is closed: by the server's clock, whatever the browser keeps.</summary>
    public bool IsIdle(FormTicket ticket) => clock.Now() >= ticket.SeenAt + options.Idle;

    /// <summary>Remembers a draft that was just begun, or opened by a code.</summary>
    public void Open(Guid draft, string? code)
    {
        var now = clock.Now();
        Write(new FormTicket(draft, now, now, code));
    }

    /// <summary>Notes that the draft was used just now.</summary>
    public void Touch(FormTicket ticket)
    {
        if (clock.Now() >= ticket.SeenAt + SeenEvery)
        {
            Write(ticket with { SeenAt = clock.Now() });
        }
    }

    /// <summary>Remembers the keyed hash of the address for which this browser has asked for a code.</summary>
    public void RememberAsked(string emailHash) => Write(askedCookie, asked, emailHash, AskedKept);

    /// <summary>The keyed hash of the address for which this browser has asked for a code.</summary>
    public string? Asked => Read(askedCookie, asked);

    /// <summary>Forgets that a code was asked for.</summary>
    public void ForgetAsked() => Delete(askedCookie);

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

        var sentAt = At(ticks);
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

    private static DateTime At(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);

    /// <summary>The browser keeps it for as long as a draft is kept (rule 24), to know it again; whether it still opens is the server's to say.</summary>
    private void Write(FormTicket ticket) => Write(
        draftCookie,
        drafts,
        string.Create(CultureInfo.InvariantCulture, $"{ticket.DraftId:N}|{ticket.OpenedAt.Ticks}|{ticket.SeenAt.Ticks}|{ticket.Code}"),
        TimeSpan.FromDays(Draft.KeptDays));

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
        var built = cookie.Build(Http);
        built.MaxAge = age;
        Http.Response.Cookies.Append(cookie.Name!, protector.Protect(value), built);
    }

    private void Delete(CookieBuilder cookie) => Http.Response.Cookies.Delete(cookie.Name!, cookie.Build(Http));
}
