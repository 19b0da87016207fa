using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>How the Party appears: names, mark, colours (F3, rule 26).</summary>
public sealed class PartyTests
{
    private static readonly PartyNames Renamed = new()
    {
        Party = "Concord Union",
        Representative = "Concord representative",
        ResearchWorkingGroup = "Research Circle",
        Research = "the Circle",
        GeneralSecretary = "Convenor",
        SocietyForElections = "Elections Harmony Party Board",
    };

    [Theory]
    [InlineData("The General Secretary proposes a reopening first.", "The Convenor proposes a reopening first.")]
    [InlineData("Call yourself a Harmony Party representative of the Harmony Party.", "Call yourself a Concord representative of the Concord Union.")]
    [InlineData("Research of the Research Working Group", "the Circle of the Research Circle")]
    [InlineData("The Society for Elections is the last body.", "The Elections Harmony Party Board is the last body.")]
    public void A_sentence_written_with_the_policy_s_names_takes_the_Party_s_own(string written, string said) => Assert.Equal(said, Renamed.InOurWords(written));

    [Fact]
    public void Every_role_is_called_as_the_Party_calls_it() => Assert.Equal(
        ["Convenor", "the Circle", "Elections Harmony Party Board"],
        new[] { Role.GeneralSecretary, Role.Research, Role.SocietyForElections }.Select(Renamed.Say));

    [Fact]
    public void A_reader_of_Welsh_sees_the_Welsh_that_was_set_or_the_usual_Welsh_but_never_a_name_that_was_given_up()
    {
        var names = new PartyNames { Research = "Vetting", Kernel = "Charter", Welsh = new() { Kernel = "Siarter", Party = "Y Blaid" } };
        var welsh = names.In(Languages.Welsh);

        Assert.Equal(("Y Blaid", "Siarter", "Vetting", "Gweithgor Ymchwil"), (welsh.Party, welsh.Kernel, welsh.Research, welsh.ResearchWorkingGroup));
        Assert.Equal(welsh, welsh.In(Languages.Welsh));
        Assert.Equal(names, welsh.In(Languages.English));
        Assert.Same(names, names.In(Languages.English));
    }

    [Theory]
    [InlineData("Daw hyn i Weithgor Ymchwil ac i Blaid Harmony.", "Daw hyn i Weithgor Ymchwil ac i Concord Union.")]
    [InlineData("Mae’r Cymdeithas Etholiadau’n gofyn i Ysgrifennydd Cyffredinol.", "Mae’r Bwrdd Etholiadau’n gofyn i Convenor.")]
    public void A_Welsh_sentence_takes_the_Party_s_own_names_in_place_of_every_form_of_the_policy_s(string written, string said)
    {
        var names = new PartyNames { Party = "Concord Union", GeneralSecretary = "Convenor", Welsh = new() { SocietyForElections = "Bwrdd Etholiadau" } };
        Assert.Equal(said, names.In(Languages.Welsh).InOurWords(written));
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#777777", "#ffffff", 4.478)]
    [InlineData("#767676", "#ffffff", 4.542)]
    public void Contrast_is_reckoned_as_WCAG_does(string one, string other, double contrast) =>
        Assert.Equal(contrast, PartyColours.ContrastOf(one, other), 3);

    [Fact]
    public void The_colours_that_the_software_comes_with_can_be_read() => Assert.Empty(PartyColours.Usual.WhyNot());

    [Theory]
    [InlineData("#ff6a00", "#c52b42", "#8f0f25", "#ffa3aa", "Main", "White text on this colour has a contrast of 2.8. It needs 4.5 or more: choose a darker one")]
    [InlineData("#777777", "#c52b42", "#8f0f25", "#ffa3aa", "Main", "White text on this colour has a contrast of 4.4. It needs 4.5 or more: choose a darker one")]
    [InlineData("#a8122a", "#3a0a12", "#8f0f25", "#ffa3aa", "MainInDark", "A button in this colour has a contrast of 1.0 with the dark page. It needs 3 or more: choose a lighter one")]
    [InlineData("#a8122a", "#c52b42", "#c4626f", "#ffa3aa", "Link", "A link in this colour has a contrast of 3.3 with the page. It needs 4.5 or more: choose a darker one")]
    [InlineData("#a8122a", "#c52b42", "#8f0f25", "#8f0f25", "LinkInDark", "A link in this colour has a contrast of 1.6 with the dark page. It needs 4.5 or more: choose a lighter one")]
    public void A_colour_that_cannot_be_read_where_it_is_used_is_refused_with_the_reason(
        string main, string mainInDark, string link, string linkInDark, string property, string sentence)
    {
        var colours = new PartyColours(main, mainInDark, link, linkInDark);
        Assert.Equal([(property, sentence)], colours.WhyNot());
        var refused = Assert.Throws<ProcessRuleException>(() => PartySettings.Begin(new PartyNames()).Set(new PartyNames(), colours, TestData.Id(1), TestData.Start));
        Assert.Equal(sentence + ".", refused.Message);
    }

    [Theory]
    [InlineData("#a8122a", true)]
    [InlineData("#A8122A", true)]
    [InlineData("a8122a", false)]
    [InlineData("#a8122", false)]
    [InlineData("#a8122g", false)]
    [InlineData("#a8122a; color: red", false)]
    [InlineData(null, false)]
    public void A_colour_is_a_number_sign_and_six_digits(string? typed, bool isColour) => Assert.Equal(isColour, PartyColours.IsColour(typed));

    [Fact]
    public void A_change_says_what_changed_and_who_did_it()
    {
        var settings = PartySettings.Begin(new PartyNames());
        var changed = settings.Set(
            new PartyNames { Party = "Concord Union", Kernel = "Charter" }, PartyColours.Usual with { Main = "#0b3d91" }, TestData.Id(1), TestData.Start);
        Assert.Equal(["Party", "Kernel", "Main"], changed);
        Assert.Equal((TestData.Id(1), TestData.Start), (settings.ChangedBy, settings.ChangedAt));
        Assert.Empty(settings.Set(settings.Names with { }, settings.Colours with { }, TestData.Id(2), TestData.Start.AddDays(1)));
        Assert.Equal(TestData.Id(1), settings.ChangedBy);
    }

    [Fact]
    public void A_mark_has_a_name_of_its_own_and_can_be_taken_back()
    {
        var settings = PartySettings.Begin(new PartyNames());
        Assert.Equal(["Mark"], settings.SetMark([1, 2, 3], TestData.Id(1), TestData.Start));
        var first = settings.MarkHash;
        Assert.Empty(settings.SetMark([1, 2, 3], TestData.Id(1), TestData.Start));
        settings.SetMark([1, 2, 4], TestData.Id(1), TestData.Start);
        Assert.NotEqual(first, settings.MarkHash);
        Assert.Equal(["Mark"], settings.SetMark(null, TestData.Id(1), TestData.Start));
        Assert.Null(settings.MarkHash);
        Assert.Throws<ProcessRuleException>(() => settings.SetMark(new byte[PartySettings.MarkBytes + 1], TestData.Id(1), TestData.Start));
    }
}
