using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Time;

namespace Harmony.Defection.Domain.Apply;

/// <summary>
/// Leaving a form and coming back to it without an account: by the code that is shown, or by one that is e-mailed to the address the applicant
/// has confirmed (rule 29). Nothing here tells whether an address is known.
/// </summary>
public sealed class ReturnDesk(
    IDrafts drafts, IApplications applications, EmailedCodes codes, IAuditTrail audit, IVault vault, TimeProvider clock)
{
    /// <summary>Where the code that confirms an address is typed in.</summary>
    public const string ConfirmPath = "/apply/contact/confirm";

    /// <summary>Where the code that opens a form is typed in.</summary>
    public const string ReturnPath = "/apply/return/code";

    /// <summary>Gives a draft another shown code; the one before opens nothing from now on.</summary>
    /// <returns>The code.</returns>
    /// <exception cref="ConcurrencyConflictException">The draft was changed elsewhere meanwhile.</exception>
    public async Task<string> GiveCodeAsync(Draft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var code = ReturnCode.New();
        draft.SetReturnCode(code, vault);
        await applications.SaveAsync(cancellation);
        return code;
    }

    /// <summary>Closes a draft in every browser. Its answers stay.</summary>
    public Task CloseAsync(Draft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft.Close(clock.Now());
        return applications.SaveAsync(cancellation);
    }

    /// <summary>Looks for the draft that a shown code opens.</summary>
    /// <param name="typed">The code, as somebody typed it.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The draft; nothing where there is none.</returns>
    public async Task<Draft?> OpenByCodeAsync(string? typed, CancellationToken cancellation = default)
    {
        var draft = ReturnCode.Read(typed) is { } code ? await drafts.FindByReturnCodeAsync(ReturnCode.HashOf(code, vault), cancellation) : null;
        return await RecordAsync(draft, cancellation);
    }

    /// <summary>The keyed hash of an address, by which it is known from here on.</summary>
    public string HashOf(string email) => codes.HashOf(email);

    /// <summary>
    /// Somebody asks for a code by e-mail. It goes out where a draft has this as its confirmed address, at most once an hour; the rest is the same
    /// for every address.
    /// </summary>
    public async Task AskAsync(string email, CancellationToken cancellation = default)
    {
        var hash = HashOf(email);
        var draft = await drafts.FindByEmailAsync(hash, cancellation);
        var known = draft is not null && clock.Now() < draft.ExpiresAt ? draft.Read(vault).Contact?.Email : null;
        await codes.SendAsync(CodePurpose.Return, hash, known, draft?.Language, ReturnPath, cancellation);
    }

    /// <summary>Looks for the draft that a code by e-mail opens.</summary>
    /// <param name="emailHash">The keyed hash of the address it was asked for.</param>
    /// <param name="typed">The code, as somebody typed it.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>The draft; nothing where the code is wrong, late or tried too often, or there is no such draft.</returns>
    public async Task<Draft?> OpenByEmailAsync(string emailHash, string? typed, CancellationToken cancellation = default)
    {
        var isRight = await codes.TryAsync(CodePurpose.Return, emailHash, typed, cancellation);
        return await RecordAsync(isRight ? await drafts.FindByEmailAsync(emailHash, cancellation) : null, cancellation);
    }

    /// <summary>Writes to the address on a draft, unless it is confirmed, so that the applicant can show that it is theirs.</summary>
    public async Task SendConfirmationAsync(Draft draft, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.EmailConfirmedAt is null && draft.Read(vault).Contact?.Email is { } email)
        {
            await codes.SendAsync(CodePurpose.Confirm, HashOf(email), email, draft.Language, ConfirmPath, cancellation);
        }
    }

    /// <summary>Confirms the address on a draft by the code that was sent to it.</summary>
    /// <returns>Whether the code was right, in time.</returns>
    public async Task<bool> ConfirmAsync(Draft draft, string? typed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Read(vault).Contact?.Email is not { } email)
        {
            return false;
        }

        var isRight = await codes.TryAsync(CodePurpose.Confirm, HashOf(email), typed, cancellation);
        if (isRight)
        {
            draft.ConfirmEmail(clock.Now(), vault);
        }

        return await TrySaveAsync(cancellation) && isRight;
    }

    /// <summary>Forgets codes by e-mail that have long been of no use.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> DiscardOldCodesAsync(CancellationToken cancellation = default)
    {
        var old = await drafts.OldCodesAsync(clock.Now().AddDays(-EmailedCode.KeptDays), 50, cancellation);
        foreach (var code in old)
        {
            drafts.Remove(code);
        }

        await TrySaveAsync(cancellation);
        return old.Count;
    }

    /// <summary>Records who came in or did not, and saves the counted try with it.</summary>
    private async Task<Draft?> RecordAsync(Draft? draft, CancellationToken cancellation)
    {
        if (draft is not null && clock.Now() >= draft.ExpiresAt)
        {
            draft = null;
        }

        audit.Record(new AuditDeed(draft is null ? "draft.return-refused" : "draft.returned", nameof(Draft), draft?.Id));
        return await TrySaveAsync(cancellation) ? draft : null;
    }

    /// <returns>Whether it was saved: not where the same was asked or tried elsewhere at this very moment.</returns>
    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await applications.SaveAsync(cancellation);
            return true;
        }
        catch (Exception e) when (e is ConcurrencyConflictException or DuplicateRowException)
        {
            return false;
        }
    }
}
