using System.Text.Json;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Apply;

/// <summary>
/// A form that is not sent yet: an applicant's, which nobody else can read, or one that the General Secretary keys in from paper or e-mail
/// (P1). Its id becomes the application's, so that sending it twice makes one application.
/// </summary>
public sealed class Draft : ISealedRow, IVersioned
{
    /// <summary>Days after its last change that an applicant's draft is kept (rule 24).</summary>
    public const int KeptDays = 30;

    private Draft()
    {
    }

    /// <inheritdoc />
    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    public Channel Channel { get; private init; }

    public Guid FormReleaseId { get; private set; }

    public Sealed Answers { get; private set; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTime BegunAt { get; private init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>The language in which the applicant fills it in.</summary>
    public string Language { get; private set; } = Languages.English;

    /// <summary>Who keys it in; nobody for an applicant's own.</summary>
    public Guid? KeyedBy { get; private init; }

    /// <summary>The UK day on which the paper or the e-mail came; it starts every clock.</summary>
    public DateOnly? ReceivedOn { get; private init; }

    /// <summary>When a keyed form was finished and went to its second person, in UTC.</summary>
    public DateTime? KeyedAt { get; private set; }

    /// <summary>Keyed hash of the shown code that opens it in any browser (<see cref="ReturnCode"/>); nothing for one that is keyed in.</summary>
    public string? ReturnCodeHash { get; private set; }

    /// <summary>Keyed hash of the applicant's e-mail address, once they have confirmed it; another address undoes that.</summary>
    public string? ConfirmedEmailHash { get; private set; }

    /// <summary>When they confirmed it, in UTC.</summary>
    public DateTime? EmailConfirmedAt { get; private set; }

    /// <summary>When it was closed, in UTC: a browser that opened it before then has to be given the code again.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>What the second person found when they sent the form back, a <see cref="SentBack"/>; nothing before that.</summary>
    public Sealed? Returned { get; private set; }

    /// <summary>When an applicant's draft is deleted unless it changes again, in UTC.</summary>
    public DateTime ExpiresAt => ChangedAt.AddDays(KeptDays);

    /// <summary>Begins an applicant's draft.</summary>
    public static Draft Begin(FormRelease release, DateTime at, IVault vault) => Make(Channel.Online, release, null, null, at, vault);

    /// <summary>Begins to key in a form that came by post or e-mail.</summary>
    public static Draft BeginKeying(Channel channel, FormRelease release, Guid keyedBy, DateOnly receivedOn, DateTime at, IVault vault) =>
        Make(channel, release, keyedBy, receivedOn, at, vault);

    /// <summary>The answers so far.</summary>
    /// <exception cref="TamperedCellException">They were altered or moved.</exception>
    public FormAnswers Read(IVault vault) => JsonSerializer.Deserialize<FormAnswers>(vault.Open(this, nameof(Answers), Answers))!;

    /// <summary>Keeps new answers.</summary>
    public void Write(FormAnswers answers, DateTime at, IVault vault)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Answers = vault.Seal(this, nameof(Answers), JsonSerializer.Serialize(answers));
        ChangedAt = at;
        if (ConfirmedEmailHash is not null && ConfirmedEmailHash != HashOfEmail(answers, vault))
        {
            (ConfirmedEmailHash, EmailConfirmedAt) = (null, null);
        }
    }

    /// <summary>Gives it a shown code, in place of the one before.</summary>
    public void SetReturnCode(string code, IVault vault) => ReturnCodeHash = ReturnCode.HashOf(code, vault);

    /// <summary>Whether a shown code is the one that opens it.</summary>
    public bool OpensBy(string? code, IVault vault) => code is not null && ReturnCodeHash == ReturnCode.HashOf(code, vault);

    /// <summary>The applicant reads it in a language from now on.</summary>
    public void ReadIn(string language) => Language = language == Languages.Welsh ? Languages.Welsh : Languages.English;

    /// <summary>The applicant has shown that the address they gave is theirs.</summary>
    public void ConfirmEmail(DateTime at, IVault vault) => (ConfirmedEmailHash, EmailConfirmedAt) = (HashOfEmail(Read(vault), vault), at);

    /// <summary>Closes it in every browser: the code opens it again.</summary>
    public void Close(DateTime at) => ClosedAt = at;

    /// <summary>Something that belongs to it was changed, such as its files.</summary>
    public void Touch(DateTime at) => ChangedAt = at;

    /// <summary>Goes over to another release of the form, whose texts are the ones agreed to from now on.</summary>
    public void Adopt(FormRelease release)
    {
        ArgumentNullException.ThrowIfNull(release);
        FormReleaseId = release.Id;
    }

    /// <summary>The keyed form is complete and goes to its second person.</summary>
    public void FinishKeying(DateTime at)
    {
        KeyedAt = at;
    }

    /// <summary>The second person found that it differs from the original: it is keyed in again, with their note before the keyer's eyes.</summary>
    public void SendBack(SentBack found, DateTime at, IVault vault)
    {
        Returned = vault.Seal(this, nameof(Returned), JsonSerializer.Serialize(found));
        (KeyedAt, ChangedAt) = (null, at);
    }

    /// <summary>What the second person found when they last sent the form back.</summary>
    /// <exception cref="TamperedCellException">It was altered or moved.</exception>
    public SentBack? ReadReturned(IVault vault) =>
        Returned is { } value ? JsonSerializer.Deserialize<SentBack>(vault.Open(this, nameof(Returned), value)) : null;

    private static string? HashOfEmail(FormAnswers answers, IVault vault) =>
        answers.Contact?.Email is { } email ? LookUps.HashOf(LookUpKind.Email, email, vault) : null;

    private static Draft Make(Channel channel, FormRelease release, Guid? keyedBy, DateOnly? receivedOn, DateTime at, IVault vault)
    {
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(),
            Channel = channel,
            FormReleaseId = release.Id,
            KeyedBy = keyedBy,
            ReceivedOn = receivedOn,
            BegunAt = at,
        };
        draft.Write(new FormAnswers(), at, vault);
        return draft;
    }
}
