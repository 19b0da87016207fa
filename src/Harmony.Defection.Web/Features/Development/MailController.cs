using System.Text.RegularExpressions;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Web.Plumbing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace Harmony.Defection.Web.Features.Development;

/// <summary>Every e-mail that was written into the folder instead of being sent, as it would be read.</summary>
[DevelopmentOnly, AllowAnonymous]
public sealed partial class MailController(MailFolder folder, MailOptions mail) : DefectionController
{
    private const int Size = 30;

    /// <summary>All of them, newest first.</summary>
    [HttpGet("/development/mail")]
    public async Task<IActionResult> Index(int page = 1, CancellationToken cancellation = default)
    {
        page = Math.Max(page, 1);
        var (total, mails) = await folder.ListAsync((page - 1) * Size, Size, cancellation);
        return View("MailList", new MailListPage(mails, page, total, Size, mail.Host));
    }

    /// <summary>One of them.</summary>
    [HttpGet("/development/mail/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) =>
        await folder.FindAsync(id, cancellation) is { } found
            ? View("Mail", new MailPage(found, [.. found.Text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(PiecesOf)]))
            : NotFound();

    /// <summary>The HTML of one of them, by itself: it runs nothing, fetches nothing, and its links open in the whole window.</summary>
    [HttpGet("/development/mail/{id:guid}/html")]
    [SecurityHeadersPolicy(Headers.Email)]
    public async Task<IActionResult> Html(Guid id, CancellationToken cancellation) =>
        await folder.FindAsync(id, cancellation) is { } found
            ? Content(found.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal), "text/html; charset=utf-8")
            : NotFound();

    /// <summary>A line of text, cut so that its addresses can be followed.</summary>
    private static IReadOnlyList<TextPiece> PiecesOf(string line) =>
        [.. Addresses().Split(line).Where(piece => piece.Length > 0).Select(piece => new TextPiece(piece, Addresses().IsMatch(piece)))];

    [GeneratedRegex(@"(?<address>https?://\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Addresses();
}

/// <summary>The list of e-mails.</summary>
/// <param name="Mails">Those of this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Size">How many a page holds.</param>
/// <param name="Host">The mail server to which e-mail goes instead, if one is set.</param>
public sealed record MailListPage(IReadOnlyList<FolderMail> Mails, int Page, int Total, int Size, string? Host);

/// <summary>One e-mail.</summary>
/// <param name="Mail">The e-mail.</param>
/// <param name="Lines">Its text, line by line.</param>
public sealed record MailPage(FolderMail Mail, IReadOnlyList<IReadOnlyList<TextPiece>> Lines);

/// <summary>A piece of a line.</summary>
/// <param name="Words">What it says.</param>
/// <param name="IsAddress">Whether it is the address of a page.</param>
public sealed record TextPiece(string Words, bool IsAddress);
