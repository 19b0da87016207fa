using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Tests.Applications;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Domain.Tests.Apply;

/// <summary>Forms from paper and e-mail: what may stand open, what is needed, and what the applicant says of it (P1).</summary>
public sealed class KeyedFormTests
{
    private static readonly FormAnswers Whole = TestData.Answers(Guid.NewGuid());

    [Fact]
    public void An_answer_that_cannot_be_read_stands_open_and_its_part_counts_as_answered()
    {
        var answers = Whole with { DateOfBirth = null, Gaps = [new AnswerGap(nameof(FormQuestions.Born), GapKind.CannotBeRead)] };
        Assert.Empty(answers.Missing);
        Assert.Null(answers.WhyItCannotBeTakenIn());
        var line = AnswerLines.Of(answers).Single(l => l.Question == FormQuestions.Born);
        Assert.Equal("Cannot be read", line.Say());
        Assert.Equal([FormPart.DateOfBirth], (Whole with { DateOfBirth = null }).Missing);
    }

    [Fact]
    public void A_gap_among_several_says_which_one()
    {
        var answers = Whole with { Gaps = [new AnswerGap(nameof(FormQuestions.JobStarted), GapKind.LeftBlank, "the third job")] };
        Assert.Equal("Left blank: the third job", AnswerLines.Of(answers).Single(l => l.Gap is not null).Say());
    }

    [Fact]
    public void A_name_an_office_a_way_to_reach_them_and_signatures_are_the_least()
    {
        Assert.Contains("A name", (Whole with { Name = new NameAnswer(string.Empty, null, null) }).WhyItCannotBeTakenIn(), StringComparison.Ordinal);
        Assert.Contains("An office", (Whole with { Offices = null }).WhyItCannotBeTakenIn(), StringComparison.Ordinal);
        Assert.Contains("signatures", (Whole with { Undertakings = null }).WhyItCannotBeTakenIn(), StringComparison.Ordinal);
        var unreachable = Whole.Contact! with { HomePhone = null, MobilePhone = null, Email = null, AddressLine1 = string.Empty };
        Assert.Contains("A phone number", (Whole with { Contact = unreachable }).WhyItCannotBeTakenIn(), StringComparison.Ordinal);
        Assert.Null((Whole with { Contact = unreachable with { MobilePhone = "07700 900346" } }).WhyItCannotBeTakenIn());
        Assert.Null((Whole with { Contact = unreachable with { AddressLine1 = "9 Chandlers Row" } }).WhyItCannotBeTakenIn());
    }

    [Fact]
    public void A_month_that_cannot_be_read_is_said_to_be_unknown() => Assert.Equal("not known", default(MonthYear).Say());

    [Fact]
    public void Gaps_are_stored_with_the_form_and_read_again()
    {
        var vault = TestVault.New();
        var answers = Whole with { Gaps = [new AnswerGap(nameof(FormQuestions.Town), GapKind.LeftBlank)] };
        Assert.Equal(answers.Gaps, ApplicationForm.Of(Guid.NewGuid(), answers, vault).Open(vault).Gaps);
        Assert.Empty(ApplicationForm.Of(Guid.NewGuid(), Whole, vault).Open(vault).Gaps);
    }

    [Fact]
    public void The_applicant_answers_once_and_says_what_differs()
    {
        var vault = TestVault.New();
        var act = Act.OfApplicant(TestData.Id(1), TestData.Start);
        var reply = KeyedReply.Ask(TestData.Id(1), TestData.Start);
        Refusal.Of("Say what is not as it was written.", () => reply.Answer(false, " ", act, vault));
        reply.Answer(false, "The ward is Millgate.", act, vault);
        Assert.Equal((false, "The ward is Millgate."), (reply.IsAsWritten!.Value, vault.Open(reply, nameof(KeyedReply.Said), reply.Said!.Value)));
        Refusal.Of("The applicant has answered already.", () => reply.Answer(true, null, act, vault));
    }
}
