using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>Releases in two languages, and their drafts (F2, F5).</summary>
public sealed class FormReleaseTests
{
    private static readonly FormTexts Texts = new("Kernel.", "Principles.", "Consensus.", "Accounts.", "Privacy.", "1 Post Street", "Welcome.");

    private static readonly WelshTexts Welsh = new() { FourPrinciples = "Egwyddorion.", Consensus = "Consensws." };

    [Fact]
    public void Somebody_who_reads_Welsh_is_shown_the_Welsh_where_there_is_one_and_the_English_elsewhere()
    {
        var release = FormRelease.Make(1, Texts, false, TestData.Id(9), TestData.Start, Welsh);
        var shown = release.TextsIn(Languages.Welsh);
        Assert.Equal(new ShownText("Kernel.", "en"), shown.Kernel);
        Assert.Equal(new ShownText("Egwyddorion.", "cy"), shown.FourPrinciples);
        Assert.Equal(new ShownText("Privacy.", "en"), shown.PrivacyNotice);
        Assert.All(
            new[] { release.TextsIn(Languages.English), FormRelease.Make(1, Texts, false, null, TestData.Start).TextsIn(Languages.Welsh) },
            texts => Assert.Equal(new ShownText("Consensus.", "en"), texts.Consensus));
    }

    [Fact]
    public void What_is_agreed_to_is_kept_in_the_language_shown_by_the_hash_of_exactly_that_text()
    {
        var release = FormRelease.Make(1, Texts, false, TestData.Id(9), TestData.Start, Welsh);
        var given = Undertaking.GivenTo(release, TestData.Id(1), TestData.Start, Languages.Welsh).ToDictionary(u => u.Kind);
        Assert.Equal(("cy", Undertaking.HashOf("Kernel.\n\nEgwyddorion.")), (given[UndertakingKind.FourPrinciples].Language, given[UndertakingKind.FourPrinciples].TextHash));
        Assert.Equal(("cy", Undertaking.HashOf("Consensws.")), (given[UndertakingKind.Consensus].Language, given[UndertakingKind.Consensus].TextHash));
        Assert.Equal(("en", Undertaking.HashOf("Privacy.")), (given[UndertakingKind.PrivacyConsent].Language, given[UndertakingKind.PrivacyConsent].TextHash));
    }

    [Theory]
    [InlineData("Cnewyllyn.", null)]
    [InlineData(null, "Egwyddorion.")]
    [InlineData(null, null)]
    public void The_text_agreed_to_is_found_again_by_the_language_kept_with_it(string? kernel, string? principles)
    {
        var release = FormRelease.Make(1, Texts, false, null, TestData.Start, new WelshTexts { Kernel = kernel, FourPrinciples = principles });
        Assert.All(
            Undertaking.GivenTo(release, TestData.Id(1), TestData.Start, Languages.Welsh),
            u => Assert.Equal(u.TextHash, Undertaking.HashOf(release.TextOf(u.Kind, u.Language).Text)));
    }

    [Fact]
    public void A_release_has_no_way_to_change_once_it_is_made() => Assert.All(
        typeof(FormRelease).GetProperties().Where(p => p.SetMethod is not null),
        property => Assert.Contains(
            typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    [Fact]
    public void A_draft_begins_with_the_release_in_force_and_says_what_is_missing()
    {
        var last = FormRelease.Make(3, Texts, false, TestData.Id(9), TestData.Start, Welsh);
        var draft = ReleaseDraft.Begin(last, TestData.Id(1), TestData.Start);
        Assert.Equal((3, Texts, Welsh), (draft.After, draft.Texts, draft.Welsh));
        Assert.Empty(draft.Missing);

        draft.Write(Texts with { Kernel = " ", Introduction = string.Empty, PostalAddress = string.Empty }, new WelshTexts(), TestData.Id(2), TestData.Start);
        Assert.Equal(["Kernel", "PostalAddress"], draft.Missing);
        Assert.Equal(6, ReleaseDraft.Begin(null, TestData.Id(1), TestData.Start).Missing.Count);
    }

    [Fact]
    public void Welsh_is_reviewed_by_a_named_speaker_on_a_day_that_has_come()
    {
        var release = FormRelease.Make(1, Texts, false, TestData.Id(9), TestData.Start, Welsh);
        var today = Domain.Time.UkTime.Day(TestData.Start);
        var review = WelshReview.Of(release, "Non Emlyn", today, TestData.Id(1), TestData.Start);
        Assert.Equal((release.Id, "Non Emlyn", today), (review.Id, review.Speaker, review.ReviewedOn));
        Assert.Throws<ProcessRuleException>(() => WelshReview.Of(release, "Non Emlyn", today.AddDays(1), TestData.Id(1), TestData.Start));
        Assert.Throws<ProcessRuleException>(() => WelshReview.Of(FormRelease.Make(1, Texts, false, null, TestData.Start), "Non Emlyn", today, TestData.Id(1), TestData.Start));
    }
}
