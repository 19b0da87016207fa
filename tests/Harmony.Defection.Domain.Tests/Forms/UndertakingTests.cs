using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>F5 to F8 and F15: each undertaking is proved by the hash of the exact text it was given to.</summary>
public sealed class UndertakingTests
{
    private static readonly FormTexts Texts = new("Kernel.", "Principles.", "Consensus.", "Accounts.", "Privacy.", "1 Post Street");

    private readonly FormRelease release = FormRelease.Make(1, Texts, isSample: false, TestData.Id(9), TestData.Start);

    [Fact]
    public void Every_undertaking_names_its_release_its_text_and_its_moment()
    {
        var given = Undertaking.GivenTo(release, TestData.Id(1), TestData.Start);
        Assert.Equal(Enum.GetValues<UndertakingKind>(), given.Select(u => u.Kind));
        Assert.All(given, u => Assert.Equal((release.Id, TestData.Start, "en"), (u.FormReleaseId, u.AgreedAt, u.Language)));
        Assert.All(given, u => Assert.Equal(Undertaking.HashOf(release.TextOf(u.Kind)), u.TextHash));
    }

    [Fact]
    public void The_Four_Principles_are_agreed_to_with_the_Kernel_in_full() =>
        Assert.Equal("Kernel.\n\nPrinciples.", release.TextOf(UndertakingKind.FourPrinciples));

    [Fact]
    public void One_changed_character_is_another_text()
    {
        var other = FormRelease.Make(2, Texts with { Consensus = "Consensus!" }, isSample: false, null, TestData.Start);
        Assert.NotEqual(Undertaking.HashOf(release.TextOf(UndertakingKind.Consensus)), Undertaking.HashOf(other.TextOf(UndertakingKind.Consensus)));
        Assert.Equal(64, Undertaking.HashOf("a").Length);
        Assert.Equal("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", Undertaking.HashOf("a"));
    }

    [Fact]
    public void A_release_bears_its_UK_day() =>
        Assert.Equal(new DateOnly(2026, 6, 2), FormRelease.Make(1, Texts, false, null, new DateTime(2026, 6, 1, 23, 30, 0, DateTimeKind.Utc)).ReleasedOn);
}
