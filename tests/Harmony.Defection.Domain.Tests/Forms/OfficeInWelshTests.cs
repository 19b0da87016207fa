using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Tests.Forms;

public sealed class OfficeInWelshTests
{
    private static readonly OfficeAnswer Office = new(
        Guid.NewGuid(), DefaultOfficeKinds.Named("County councillor"), null, "Cyngor Sir Wexcombe", "Saltmarket", Guid.NewGuid(), null,
        new MonthYear(5, 2023), null, null);

    [Fact]
    public void An_office_is_said_in_the_readers_language_and_kept_in_English()
    {
        const string English = "County councillor, Saltmarket division, Cyngor Sir Wexcombe";
        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal("Cynghorydd sir, adran etholiadol Saltmarket, Cyngor Sir Wexcombe", Office.Say());
            Assert.Equal("Ers Mai 2023", Office.Term());
            Assert.Equal(English, Office.SayInEnglish());
        }

        Assert.Equal(English, Office.Say());
    }

    [Fact]
    public void An_office_without_Welsh_is_said_in_English_and_a_word_that_stands_in_the_area_is_not_said_twice()
    {
        var plain = Office with { Kind = Office.Kind with { WelshName = null, WelshAreaWord = null } };
        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal("County councillor, Saltmarket division, Cyngor Sir Wexcombe", plain.Say());
            Assert.Equal("Adran etholiadol Saltmarket", (Office with { Area = "Adran etholiadol Saltmarket" }).Place());
        }

        Assert.Equal("Saltmarket Division", (Office with { Area = "Saltmarket Division" }).Place());
    }

    [Fact]
    public void Every_kind_of_the_first_table_has_its_Welsh() =>
        Assert.All(DefaultOfficeKinds.Make(), k => Assert.False(string.IsNullOrEmpty(k.WelshName) || string.IsNullOrEmpty(k.WelshAreaWord)));
}
