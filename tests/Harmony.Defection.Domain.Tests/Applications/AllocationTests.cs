using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Domain.Tests.Applications.Walk;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P7, rules 2 and 15: who carries out the duties moves on; whose Members decide does not.</summary>
public sealed class AllocationTests
{
    private const string Last = "The Society for Elections is the last body on the route; it carries out the duties (P7).";

    private readonly TestData data = new(TestVault.New());
    private readonly DefectionApplication application;

    public AllocationTests() => application = data.ApplicationAt(Stage.Allocation);

    private DateTime At => application.StageSince;

    [Fact]
    public void A_body_takes_responsibility()
    {
        application.TakeResponsibility(Chair(At.AddDays(1)));
        Assert.Equal(Constituency, application.ResponsibleSocietyId);
        Assert.Equal((CapacityAnswer.Took, At), (application.CurrentStop!.Answer, application.CurrentStop.AnsweredAt));
    }

    [Fact]
    public void A_body_that_declines_passes_the_case_on_and_its_Members_still_decide()
    {
        application.DeclineResponsibility("Nobody has the time.", Chair(At.AddDays(1)), data.Vault);
        Assert.Equal(Stage.Allocation, application.Stage);
        Assert.Equal((CapacityAnswer.Declined, At.AddDays(1)), (application.Route[0].Answer, application.Route[0].AnsweredAt));
        Assert.Equal((Region, At.AddDays(1)), (application.CurrentStop!.SocietyId, application.CurrentStop.OfferedAt));
        Assert.Equal(Constituency, application.AssemblySocietyId);
    }

    [Fact]
    public void The_last_body_cannot_decline()
    {
        application.DeclineResponsibility(null, Chair(At.AddDays(1)), data.Vault);
        application.DeclineResponsibility(null, Chair(At.AddDays(2)), data.Vault);
        Assert.Equal(ElectionsSociety, application.CurrentStop!.SocietyId);
        Refusal.Of(Last, () => application.DeclineResponsibility(null, Chair(At.AddDays(3)), data.Vault));
        Refusal.Of(Last, () => application.ConfirmLackOfCapacity(OfGeneralSecretary(At.AddDays(30)), Settings));

        application.CarryOutDuties(By(Elections, Role.SocietyForElections, At.AddDays(4)));
        Assert.Equal((ElectionsSociety, Constituency), (application.ResponsibleSocietyId, application.AssemblySocietyId));
    }

    [Fact]
    public void Silence_counts_as_lack_of_capacity_after_14_days_counted_anew_for_each_body()
    {
        const string StillTime = "A body has 14 days to answer before its silence counts as lack of capacity (rule 2).";
        Refusal.Of(StillTime, () => application.ConfirmLackOfCapacity(OfGeneralSecretary(At.AddDays(14).AddSeconds(-1)), Settings));
        application.ConfirmLackOfCapacity(OfGeneralSecretary(At.AddDays(14)), Settings);
        Assert.Equal(CapacityAnswer.LacksCapacity, application.Route[0].Answer);
        Refusal.Of(StillTime, () => application.ConfirmLackOfCapacity(OfGeneralSecretary(At.AddDays(20)), Settings));
    }

    [Fact]
    public void A_settled_assembly_is_not_named_by_hand() => Refusal.Of(
        "The Society whose Members decide is settled already (rule 15).",
        () => application.NameAssembly(Region, "It is larger.", OfGeneralSecretary(At), data.Vault));

    [Fact]
    public void Where_no_Society_has_enough_Members_the_General_Secretary_names_one_before_the_hustings_is_announced()
    {
        var (unsettled, act) = data.Ready(ApplicationProcess.Find(Step.NameAssembly, Stage.Hustings)!);
        Refusal.Of(
            "The General Secretary first names the Society whose Members decide (rule 15).",
            () => unsettled.AnnounceHustings(Plan(act.At), Chair(act.At), Settings, data.Vault));
        unsettled.NameAssembly(Region, "The only one with Members.", act, data.Vault);
        unsettled.AnnounceHustings(Plan(act.At), Chair(act.At), Settings, data.Vault);
        Assert.Equal(Region, unsettled.AssemblySocietyId);
        Assert.NotNull(unsettled.History.Single(h => h.Step == Step.NameAssembly).Note);
    }
}
