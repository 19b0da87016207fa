using Harmony.Defection.Domain.Storage;

namespace Harmony.Defection.Domain.Forms;

/// <summary>A form release in the making: saved and changed by the Operational Working Group until it is released or thrown away (F2).</summary>
public sealed class ReleaseDraft : IVersioned
{
    private ReleaseDraft()
    {
    }

    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The number of the release that its author began from; 0 before the first.</summary>
    public int After { get; private set; }

    public FormTexts Texts { get; private set; } = new(string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty);

    public WelshTexts Welsh { get; private set; } = new();

    public Guid ChangedBy { get; private set; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Begins a draft with the texts of the release in force, if there is one.</summary>
    public static ReleaseDraft Begin(FormRelease? last, Guid by, DateTime at)
    {
        var draft = new ReleaseDraft { Id = Guid.CreateVersion7(), After = last?.Number ?? 0 };
        var texts = last is null
            ? draft.Texts
            : new FormTexts(
                last.Kernel, last.FourPrinciples, last.Consensus, last.PrivateAccounts, last.PrivacyNotice, last.PostalAddress, last.Introduction);
        draft.Write(texts, last?.Welsh ?? new WelshTexts(), by, at);
        return draft;
    }

    /// <summary>Keeps new texts.</summary>
    public void Write(FormTexts texts, WelshTexts welsh, Guid by, DateTime at) => (Texts, Welsh, ChangedBy, ChangedAt) = (texts, welsh, by, at);

    /// <summary>Its author has looked at what was released meanwhile, and goes on from there.</summary>
    public void Follow(int release) => After = release;

    /// <summary>The English texts that are still missing; a release holds them all but the introduction.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. new[]
        {
            (nameof(FormTexts.Kernel), Texts.Kernel), (nameof(FormTexts.FourPrinciples), Texts.FourPrinciples),
            (nameof(FormTexts.Consensus), Texts.Consensus), (nameof(FormTexts.PrivateAccounts), Texts.PrivateAccounts),
            (nameof(FormTexts.PrivacyNotice), Texts.PrivacyNotice), (nameof(FormTexts.PostalAddress), Texts.PostalAddress),
        }.Where(t => string.IsNullOrWhiteSpace(t.Item2)).Select(t => t.Item1),
    ];
}

/// <summary>
/// That a named speaker has read a release's Welsh and found it sound. Without one Production shows nobody the Welsh; a release's texts never
/// change, so the reading is kept beside it.
/// </summary>
public sealed class WelshReview
{
    private WelshReview()
    {
    }

    /// <summary>The release whose Welsh was read.</summary>
    public Guid Id { get; private init; }

    /// <summary>Who read it, by the name they go by.</summary>
    public string Speaker { get; private init; } = string.Empty;

    public DateOnly ReviewedOn { get; private init; }

    public Guid MarkedBy { get; private init; }

    /// <summary>When it was entered, in UTC.</summary>
    public DateTime MarkedAt { get; private init; }

    /// <summary>Enters a reading.</summary>
    /// <exception cref="Applications.ProcessRuleException">The release has no Welsh, or the day has not come.</exception>
    public static WelshReview Of(FormRelease release, string speaker, DateOnly on, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(release);
        if (release.Welsh is null)
        {
            throw new Applications.ProcessRuleException("This release has no Welsh texts to review.");
        }

        return on > Time.UkTime.Day(at)
            ? throw new Applications.ProcessRuleException("The day of the review has not come yet.")
            : new WelshReview { Id = release.Id, Speaker = speaker, ReviewedOn = on, MarkedBy = by, MarkedAt = at };
    }
}
