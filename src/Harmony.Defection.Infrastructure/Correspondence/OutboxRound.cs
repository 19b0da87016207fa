using Harmony.Defection.Domain.Applications;
using System.Text;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Text;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>
/// One round of sending what is due, the oldest letter first. A letter is claimed by moving its due time on, as a lease: whoever else comes by
/// leaves it alone, and if this process dies with it in hand it is due again when the lease is over. So each letter goes at least once, and
/// twice only if the process died between the server's answer and the record of it; the Message-Id is the same both times (MA1).
/// </summary>
internal sealed class OutboxRound(
    DefectionDbContext context, IMailTransport transport, MailOptions mail, PartyNames names, IVault vault, TimeProvider clock, ILogger<OutboxRound> log)
{
    /// <summary>How long a letter is left to whoever claimed it; longer than the longest time-out.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Sends letters until none is due, or the server cannot be reached.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendAllAsync(CancellationToken cancellation = default)
    {
        var sent = 0;
        while (await ClaimAsync(cancellation) is { } claim)
        {
            var message = claim.Message;
            try
            {
                using var mime = Write(message);
                await transport.SendAsync(mime, cancellation);
                await MarkSentAsync(message);
                sent++;
            }
            catch (MailException failure)
            {
                await MarkFailedAsync(claim, failure.Problem, failure.Code);
                if (failure.Problem == MailProblem.NoServer)
                {
                    break;
                }
            }
            catch (TamperedCellException failure)
            {
                log.LogError(failure, "Letter {Letter} cannot be opened.", message.Id);
                await MarkFailedAsync(claim, MailProblem.Never, nameof(TamperedCellException));
            }
        }

        return sent;
    }

    /// <summary>
    /// Claims the oldest letter that is due. It looks inside the write transaction, so that a deed that is just being saved is waited for.
    /// </summary>
    private Task<Claim?> ClaimAsync(CancellationToken cancellation) => context.WriteAsync(
        async () =>
        {
            var now = clock.Now();
            var lease = now + Lease;
            while (await context.Set<OutboxMessage>().AsNoTracking().Where(m => m.DueAt <= now).OrderBy(m => m.QueuedAt).ThenBy(m => m.Position)
                .FirstOrDefaultAsync(cancellation) is { } message)
            {
                var claimed = await context.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.DueAt == message.DueAt).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.DueAt, lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellation);
                if (claimed == 1)
                {
                    return new Claim(message, lease);
                }
            }

            return null;
        },
        cancellation);

    /// <summary>Recorded whatever happened meanwhile: it has been sent. A stop of the process does not interrupt this.</summary>
    private Task MarkSentAsync(OutboxMessage message)
    {
        var now = clock.Now();
        return context.WriteAsync(() => context.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentAt, now)
            .SetProperty(m => m.DueAt, (DateTime?)null)
            .SetProperty(m => m.GivenUpAt, (DateTime?)null)
            .SetProperty(m => m.LastError, (string?)null)
            .SetProperty(m => m.Recipient, (Sealed?)null)
            .SetProperty(m => m.Subject, (Sealed?)null)
            .SetProperty(m => m.Text, (Sealed?)null)
            .SetProperty(m => m.Html, (Sealed?)null)
            .SetProperty(m => m.Calendar, (Sealed?)null)));
    }

    private async Task MarkFailedAsync(Claim claim, MailProblem problem, string code)
    {
        var now = clock.Now();
        var (message, lease) = claim;
        var attempts = message.Attempts + 1;
        var next = problem == MailProblem.Never ? null : now + BackOff.After(attempts);
        await context.WriteAsync(() => context.Set<OutboxMessage>().Where(m => m.Id == message.Id && m.DueAt == lease).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.DueAt, next)
            .SetProperty(m => m.GivenUpAt, next == null ? now : null)
            .SetProperty(m => m.LastError, code.Length > OutboxMessage.ErrorLength ? code[..OutboxMessage.ErrorLength] : code)));
        if (next is null)
        {
            log.LogError("Letter {Letter} ({Kind}) is given up after {Attempts} tries: {Code}.", message.Id, message.Kind, attempts, code);
        }
        else
        {
            log.LogWarning("Letter {Letter} ({Kind}) was not taken, try {Attempts}: {Code}.", message.Id, message.Kind, attempts, code);
        }
    }

    private MimeMessage Write(OutboxMessage row)
    {
        var message = new MimeMessage
        {
            MessageId = $"{row.Id:N}@{mail.MessageIdDomain}",
            Date = new DateTimeOffset(clock.Now()),
            Subject = Open(row, nameof(OutboxMessage.Subject), row.Subject),
        };
        message.From.Add(new MailboxAddress(names.In(row.Language).SenderName, mail.FromAddress));
        message.To.Add(MailboxAddress.Parse(Open(row, nameof(OutboxMessage.Recipient), row.Recipient)));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var body = new MultipartAlternative
        {
            Part(TextFormat.Plain, Open(row, nameof(OutboxMessage.Text), row.Text)),
            Part(TextFormat.Html, Open(row, nameof(OutboxMessage.Html), row.Html)),
        };
        if (row.Calendar is not null)
        {
            body.Add(CalendarPart(Open(row, nameof(OutboxMessage.Calendar), row.Calendar)));
        }

        message.Body = body;
        return message;
    }

    private string Open(OutboxMessage row, string field, Sealed? value) => vault.Open(row, field, value ?? default);

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format);
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static TextPart CalendarPart(string text)
    {
        var part = new TextPart("calendar");
        part.SetText(Encoding.UTF8, text);
        part.ContentType.Parameters.Add("method", text.Contains("METHOD:CANCEL", StringComparison.Ordinal) ? "CANCEL" : "REQUEST");
        return part;
    }

    /// <summary>A letter in hand, as it was before, and the lease under which it is.</summary>
    private sealed record Claim(OutboxMessage Message, DateTime Lease);
}
