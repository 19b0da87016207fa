using Harmony.Defection.Domain.Applicant;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>What an applicant does after sending the form: corrections stand beside it and set checks back (P5).</summary>
public sealed class ApplicantStepsTests
{
    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void A_correction_keeps_what_the_form_said_and_what_it_should_say()
    {
        var a = data.ApplicationAt(Stage.Received);
        var correction = a.CorrectForm(CorrectedAnswer.Employment, "Shop manager, 2019", "Shop manager, 2018", ByApplicant(a), data.Vault);
        Assert.Equal("Shop manager, 2019", data.Vault.Open(correction, nameof(Correction.Was), correction.Was));
        Assert.Equal("Shop manager, 2018", data.Vault.Open(correction, nameof(Correction.ShouldBe), correction.ShouldBe));
        Assert.Equal((1, CorrectedAnswer.Employment, (DateTime?)null), (correction.Number, correction.Answer, correction.TakenInAt));
        Assert.Equal((Step.CorrectForm, Role.Applicant), (a.History[^1].Step, a.History[^1].Role));
    }

    [Theory]
    [InlineData(CorrectedAnswer.NameUsed, CheckItem.Name)]
    [InlineData(CorrectedAnswer.OtherNames, CheckItem.Name)]
    [InlineData(CorrectedAnswer.DateOfBirth, CheckItem.DateOfBirth)]
    [InlineData(CorrectedAnswer.Phone, CheckItem.Phone)]
    [InlineData(CorrectedAnswer.Email, CheckItem.Email)]
    [InlineData(CorrectedAnswer.Address, CheckItem.Address)]
    [InlineData(CorrectedAnswer.Office, CheckItem.HoldsOfficeNow, CheckItem.Office)]
    [InlineData(CorrectedAnswer.Area, CheckItem.LinksOrResidence)]
    [InlineData(CorrectedAnswer.Employment, CheckItem.Employment)]
    [InlineData(CorrectedAnswer.PublicAccounts, CheckItem.PublicAccounts)]
    [InlineData(CorrectedAnswer.PrivateAccounts, CheckItem.PrivateAccounts)]
    [InlineData(CorrectedAnswer.Reasons)]
    public void A_correction_reopens_the_checks_of_that_answer_and_no_other(CorrectedAnswer answer, params CheckItem[] reopened)
    {
        var a = data.ApplicationAt(Stage.Verification);
        data.Verify(a);
        a.CorrectForm(answer, "was", "should be", ByApplicant(a, 3), data.Vault);
        Assert.Equal(reopened, a.OpenChecks.Select(c => c.Item));
        Assert.All(a.OpenChecks, c => Assert.NotNull(c.Source));
    }

    [Fact]
    public void Once_the_checks_were_done_a_correction_takes_the_case_back_to_them()
    {
        var a = data.ApplicationAt(Stage.Sanitisation);
        a.CorrectForm(CorrectedAnswer.Area, "since 2024", "since 2023", ByApplicant(a, 3), data.Vault);
        Assert.Equal(Stage.Verification, a.Stage);
        Assert.Equal(CheckItem.LinksOrResidence, Assert.Single(a.OpenChecks).Item);
        Refusal.Of(
            "One check is still open: every check must be concluded before verification can be completed (P5).",
            () => a.CompleteVerification(OfResearch(4)));
        a.RecordCheck(CheckItem.LinksOrResidence, new CheckResult(CheckOutcome.Confirmed, "Council tax bill", UkTime.Day(Start), null), OfResearch(4), data.Vault);
        a.CompleteVerification(OfResearch(4));
        Assert.Empty(a.CorrectionsWaiting);
        Assert.Equal(Stage.Sanitisation, a.Stage);
    }

    [Fact]
    public void A_copy_that_is_older_than_a_correction_is_not_released()
    {
        var a = data.ApplicationAt(Stage.Sanitisation);
        a.PrepareCopy(Copy().Write(), OfResearch(3), data.Vault);
        a.CorrectForm(CorrectedAnswer.Reasons, "was", "should be", ByApplicant(a, 4), data.Vault);
        a.CompleteVerification(OfResearch(5));
        var second = By(SecondResearcher, Role.Research, Start.AddDays(6));
        var refusal = a.WhyCopyCannotBeReleased(second.Person);
        Assert.StartsWith("The applicant has corrected an answer since", refusal, StringComparison.Ordinal);
        Refusal.Of(refusal!, () => a.ReleaseCopy([Constituency, ElectionsSociety], Constituency, second, Settings));
        a.PrepareCopy(Copy().Write(), OfResearch(6), data.Vault);
        a.ReleaseCopy([Constituency, ElectionsSociety], Constituency, second, Settings);
        Assert.Equal(Stage.Allocation, a.Stage);
    }

    [Fact]
    public void After_the_release_Research_takes_a_correction_in_with_a_new_version_or_a_note()
    {
        var a = data.ApplicationAt(Stage.Allocation);
        Refusal.Of("No correction waits to be read.", () => a.TakeInCorrections(0, "Nothing.", OfResearch(6), data.Vault));
        a.CorrectForm(CorrectedAnswer.Office, "was", "should be", ByApplicant(a, 6), data.Vault);
        Assert.Equal((Stage.Allocation, 0), (a.Stage, a.OpenChecks.Count()));
        Refusal.Of("Say what follows for the copy that Members read.", () => a.TakeInCorrections(a.Corrections.Count, " ", OfResearch(7), data.Vault));
        Refusal.Of(
            "The applicant has corrected something more in the meantime. Read it too, then take it in.",
            () => a.TakeInCorrections(a.Corrections.Count - 1, "The copy does not name it.", OfResearch(7), data.Vault));
        a.TakeInCorrections(a.Corrections.Count, "The copy does not name it.", OfResearch(7), data.Vault);
        Assert.Equal(Researcher, Assert.Single(a.Corrections).TakenInBy);

        a.CorrectForm(CorrectedAnswer.Office, "was", "should be again", ByApplicant(a, 8), data.Vault);
        a.PrepareCopy(Copy().Write(), OfResearch(9), data.Vault);
        a.ReleaseCopyAgain("Corrected.", By(SecondResearcher, Role.Research, Start.AddDays(10)), Settings, data.Vault);
        Assert.Empty(a.CorrectionsWaiting);
    }

    [Fact]
    public void An_empty_correction_and_one_too_many_are_refused()
    {
        var a = data.ApplicationAt(Stage.Received);
        Refusal.Of("Write what the answer should be.", () => a.CorrectForm(CorrectedAnswer.Office, "was", " ", ByApplicant(a), data.Vault));
        for (var i = 0; i < Correction.Most; i++)
        {
            a.CorrectForm(CorrectedAnswer.Office, "was", $"{i}", ByApplicant(a), data.Vault);
        }

        Refusal.Of(
            "This application has as many corrections as it can hold. Tell Research when you speak with them.",
            () => a.CorrectForm(CorrectedAnswer.Office, "was", "more", ByApplicant(a), data.Vault));
    }

    [Fact]
    public void An_address_given_since_is_written_to_once_it_is_confirmed_and_the_one_before_until_then()
    {
        var a = data.ApplicationAt(Stage.Received);
        var form = ApplicationForm.Of(a.Id, Answers(), data.Vault);
        Assert.Equal((false, "marged@okafor.example", "marged@okafor.example"), Email());
        a.ConfirmEmail(ByApplicant(a));
        Refusal.Of("This e-mail address is confirmed already.", () => a.ConfirmEmail(ByApplicant(a, 1)));
        Correct("mistyped@okafor.example", 2);
        Assert.Equal((false, "mistyped@okafor.example", "marged@okafor.example"), Email());
        Correct("new@okafor.example", 3);
        a.ConfirmEmail(ByApplicant(a, 4));
        Assert.Equal((true, "new@okafor.example", "new@okafor.example"), Email());
        Correct("third@okafor.example", 5);
        Assert.Equal((false, "third@okafor.example", "new@okafor.example"), Email());
        Assert.Equal((Step.ConfirmEmail, Role.Applicant), (a.History[^2].Step, a.History[^2].Role));

        void Correct(string email, int day) => a.CorrectForm(CorrectedAnswer.Email, "marged@okafor.example", email, ByApplicant(a, day), data.Vault);
        (bool, string?, string?) Email() => (a.IsGivenEmailConfirmed, a.GivenEmail(form, data.Vault), a.EmailInUse(form, data.Vault));
    }

    [Fact]
    public void Needs_lie_in_two_cells_and_say_themselves_in_words()
    {
        var needs = ApplicantNeeds.For(Id(1));
        needs.Write(new MeetingNeeds([MeetingNeed.StepFree, MeetingNeed.Captions], "A chair with arms."), "After six.", Start, data.Vault);
        Assert.Equal(["Step-free access", "Captions", "A chair with arms."], needs.OpenMeeting(data.Vault).Lines);
        Assert.Equal("After six.", needs.OpenReach(data.Vault));
        needs.Write(new MeetingNeeds([], null), null, Start, data.Vault);
        Assert.Equal((null, null), (needs.Meeting, needs.Reach));
        Assert.Empty(needs.OpenMeeting(data.Vault).Lines);
    }

    [Theory]
    [InlineData("HD-7K3M-Q2", "HD-7K3M-Q2")]
    [InlineData(" hd 7k3m q2 ", "HD-7K3M-Q2")]
    [InlineData("HD7K3MQ2", "HD-7K3M-Q2")]
    [InlineData("7K3M-Q2", null)]
    [InlineData("' or 1=1", null)]
    [InlineData(null, null)]
    public void A_reference_is_read_however_it_is_spaced(string? typed, string? read) => Assert.Equal(read, Reference.Read(typed));

    private static Act ByApplicant(DefectionApplication a, int day = 0) => Act.OfApplicant(a.Id, Start.AddDays(day).AddHours(1));

    private static Act OfResearch(int day) => By(Researcher, Role.Research, Start.AddDays(day));
}
