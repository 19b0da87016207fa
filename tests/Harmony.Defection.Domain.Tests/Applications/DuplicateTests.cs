using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Forms of one person that came twice: linked, and set free again (P1).</summary>
public sealed class DuplicateTests
{
    private readonly TestData data = new(TestVault.New());

    [Fact]
    public void A_linked_form_stands_still_and_both_keep_a_record()
    {
        var main = data.ApplicationAt(Stage.Hustings);
        var duplicate = data.ApplicationAt(Stage.Verification);
        main.LinkDuplicate(duplicate, By(GeneralSecretary, Role.GeneralSecretary, main.StageSince.AddHours(1)), data.Vault);

        Assert.Equal((main.Id, 1), (duplicate.DuplicateOfId!.Value, main.Duplicates));
        Assert.Equal(Stage.Verification, duplicate.Stage);
        Assert.All([main, duplicate], a => Assert.Equal(Step.LinkDuplicate, a.History[^1].Step));
        Refusal.Of(
            "This form is linked to another of the same applicant as a duplicate. Nothing goes on here until it is set free.",
            () => duplicate.RecordContact(ContactMeans.Phone, Start, true, null, By(Researcher, Role.Research, Start.AddDays(9)), data.Vault));
        Assert.NotNull(duplicate.WhyNotYet(Step.RecordCheck, By(Researcher, Role.Research, Start.AddDays(9)), Settings));
    }

    [Fact]
    public void Set_free_it_goes_on_where_it_stood_and_no_time_is_lost()
    {
        var main = data.ApplicationAt(Stage.Received);
        var duplicate = data.ApplicationAt(Stage.Verification);
        var put = duplicate.PutFinding(CheckItem.Employment, "A job is missing.", By(Researcher, Role.Research, Start.AddDays(2)), Settings, data.Vault);
        var (since, due) = (duplicate.StageSince, put.AnswerDueAt);
        main.LinkDuplicate(duplicate, By(Researcher, Role.Research, Start.AddDays(3)), data.Vault);
        main.UnlinkDuplicate(duplicate, By(SecondResearcher, Role.Research, Start.AddDays(8)), data.Vault);

        Assert.Equal((null, null, 0), (duplicate.DuplicateOfId, duplicate.LinkedSince, main.Duplicates));
        Assert.Equal((since.AddDays(5), due.AddDays(5)), (duplicate.StageSince, put.AnswerDueAt));
        Assert.All([main, duplicate], a => Assert.Equal(Step.UnlinkDuplicate, a.History[^1].Step));
        duplicate.AnswerFinding(put.Id, "It is on my page.", Act.OfApplicant(duplicate.Id, Start.AddDays(9)), data.Vault);
    }

    [Fact]
    public void A_linked_form_can_always_be_withdrawn_since_consent_can()
    {
        var (main, duplicate) = (data.ApplicationAt(Stage.Received), data.ApplicationAt(Stage.Received));
        main.LinkDuplicate(duplicate, By(Researcher, Role.Research, Start.AddDays(1)), data.Vault);
        duplicate.Withdraw(Act.OfApplicant(duplicate.Id, Start.AddDays(2)));
        Assert.Equal(Stage.Withdrawn, duplicate.Stage);
    }

    [Fact]
    public void Where_the_case_is_closed_a_linked_form_stands_by_itself_again()
    {
        var (main, duplicate) = (data.ApplicationAt(Stage.Received), data.ApplicationAt(Stage.Received));
        main.LinkDuplicate(duplicate, By(Researcher, Role.Research, Start.AddDays(1)), data.Vault);
        main.Withdraw(Act.OfApplicant(main.Id, Start.AddDays(2)));
        duplicate.StandAlone(By(Researcher, Role.Research, Start.AddDays(3)), "The case is closed.", data.Vault);
        Assert.Null(duplicate.DuplicateOfId);
        duplicate.BeginVerification(By(Researcher, Role.Research, Start.AddDays(4)));
    }

    [Fact]
    public void Only_a_form_that_no_Society_has_can_become_a_duplicate_and_none_of_two_at_once()
    {
        var main = data.ApplicationAt(Stage.Received);
        var act = By(Researcher, Role.Research, Start.AddDays(1));
        Refusal.Of("A form cannot be a duplicate of itself.", () => main.LinkDuplicate(main, act, data.Vault));
        Refusal.Of(
            "The other form has gone on to a Society. Open that case, and link this form to it.",
            () => main.LinkDuplicate(data.ApplicationAt(Stage.Allocation), act, data.Vault));
        Refusal.Of("The other form is closed, so it stays as it is.", () => main.LinkDuplicate(data.ApplicationAt(Stage.Rejected), act, data.Vault));
        var (other, duplicate) = (data.ApplicationAt(Stage.Received), data.ApplicationAt(Stage.Received));
        other.LinkDuplicate(duplicate, act, data.Vault);
        Refusal.Of("The other form is linked as a duplicate already.", () => main.LinkDuplicate(duplicate, act, data.Vault));
        Refusal.Of("Other forms are linked to the other form. Set them free first.", () => main.LinkDuplicate(other, act, data.Vault));
        Refusal.Of("The other form is not linked to this case.", () => main.UnlinkDuplicate(duplicate, act, data.Vault));
    }
}
