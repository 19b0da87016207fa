using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Forms;

/// <summary>F9 to F15: what is still missing before a form can be sent.</summary>
public sealed class FormAnswersTests
{
    [Fact]
    public void Nothing_is_missing_from_complete_answers() => Assert.Empty(TestData.Answers().Missing);

    [Fact]
    public void Every_part_is_missing_at_first() => Assert.Equal(Enum.GetValues<FormPart>(), new FormAnswers().Missing);

    [Fact]
    public void Each_part_is_asked_for()
    {
        var full = TestData.Answers();
        FormAnswers[] lacking =
        [
            full with { Name = null },
            full with { DateOfBirth = null },
            full with { Contact = null },
            full with { Offices = null },
            full with { Area = null },
            full with { Employment = null },
            full with { Accounts = null },
            full with { Reasons = null },
            full with { Undertakings = null },
        ];
        Assert.Equal(Enum.GetValues<FormPart>(), lacking.Select(a => Assert.Single(a.Missing)));
    }

    [Fact]
    public void A_list_counts_only_once_the_applicant_has_finished_it()
    {
        var full = TestData.Answers();
        var unfinished = full with
        {
            Employment = full.Employment! with { IsAnswered = false },
            Accounts = full.Accounts! with { IsAnswered = false },
            Offices = full.Offices! with { IsAnswered = false },
        };
        Assert.Equal([FormPart.Office, FormPart.Employment, FormPart.Accounts], unfinished.Missing);
        Assert.Equal([FormPart.Office], (full with { Offices = full.Offices! with { Held = [] } }).Missing);
    }

    [Fact]
    public void Offices_jobs_and_months_are_said_in_words()
    {
        var answers = TestData.Answers();
        var office = answers.MainOffice!;
        Assert.Equal("Borough councillor, Saltmarket ward, Wexcombe Borough Council", office.Say());
        Assert.Equal("Borough councillor, Saltmarket Ward, Wexcombe Borough Council", (office with { Area = "Saltmarket Ward" }).Say());
        Assert.Equal("Borough councillor, Wexcombe Borough Council", (office with { Area = null }).Say());
        Assert.Equal("Portreeve, Wexcombe Borough Council", (office with { Area = null, NamedAs = "Portreeve" }).Say());
        Assert.Equal(("May 2023 to May 2027", "Since May 2023"), (office.Term(), (office with { TermEnds = null }).Term()));
        Assert.Equal("March 2019 to now", answers.Employment!.Jobs[0].Span());
        Assert.True(new MonthYear(12, 2025) < new MonthYear(1, 2026));
    }
}
