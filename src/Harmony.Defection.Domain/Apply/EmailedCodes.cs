using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Apply;

/// <summary>Sends codes by e-mail and tries what was typed: at most one message an address an hour, whoever asks (rule 29).</summary>
public sealed class EmailedCodes(IDrafts drafts, IApplications applications, IOutbox outbox, IVault vault, TimeProvider clock)
{
    /// <summary>The keyed hash of an address, by which it is known from here on.</summary>
    public string HashOf(string email) => LookUps.HashOf(LookUpKind.Email, email, vault);

    /// <summary>Makes a code and sends it, if the address may be written to again.</summary>
    /// <param name="purpose">What the code is for.</param>
    /// <param name="hash">The keyed hash of the address.</param>
    /// <param name="email">The address; nothing where nobody is to be written to, though all else is done as if.</param>
    /// <param name="language">The language of whoever asks; English where nobody is known.</param>
    /// <param name="page">Where the code is typed in.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public async Task SendAsync(
        CodePurpose purpose, string hash, string? email, string? language, string page, CancellationToken cancellation = default)
    {
        var now = clock.Now();
        var code = await drafts.FindCodeAsync(purpose, hash, cancellation);
        if (code is null)
        {
            code = EmailedCode.For(purpose, hash);
            applications.Add(code);
        }

        if (!code.MayMake(now))
        {
            return;
        }

        var figures = code.Make(now, vault);
        if (email is not null)
        {
            var letter = new OneTimeCode(email, figures, code.ExpiresAt, new SitePath(page))
            {
                Language = language ?? Languages.English,
                Supersedes = $"one-time-code:{code.Id:N}",
            };
            await outbox.AddAsync(letter, cancellation);
        }

        try
        {
            await applications.SaveAsync(cancellation);
        }
        catch (Exception race) when (race is ConcurrencyConflictException or DuplicateRowException)
        {
            // The same was asked at this very moment: one message is enough.
        }
    }

    /// <summary>Tries a code. The try counts once the unit of work is saved.</summary>
    /// <returns>Whether it is the right one, in time.</returns>
    public async Task<bool> TryAsync(CodePurpose purpose, string hash, string? typed, CancellationToken cancellation = default) =>
        await drafts.FindCodeAsync(purpose, hash, cancellation) is { } code && code.Try(typed, clock.Now(), vault);
}
