using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Testing.Storage;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>P1: a form sent online, and one keyed in from post or e-mail and confirmed by a second person.</summary>
public sealed class ReceivingTests
{
    private const string Second = "A keyed form is confirmed by a second person, not by whoever keyed it (P1).";
    private const string TooEarly = "The General Secretary may be the second person only when nobody else was free for 7 days.";

    private readonly IVault vault = TestVault.New();

    [Fact]
    public void A_keyed_form_becomes_an_application_once_a_researcher_confirms_it()
    {
        var application = Confirm(By(Researcher, Role.Research, Start.AddHours(1)));
        var entry = Assert.Single(application.History);
        Assert.Equal((Step.ConfirmKeyedForm, Stage.Received), (entry.Step, application.Stage));
        Assert.Equal((Researcher, Role.Research, Start.AddHours(1)), (entry.By, entry.Role, entry.At));
        Assert.Equal(new DateOnly(2026, 5, 28), application.ReceivedOn);
    }

    [Fact]
    public void Whoever_keyed_a_form_does_not_confirm_it() =>
        Refusal.Of(Second, () => Confirm(By(GeneralSecretary, Role.Research, Start.AddHours(1))));

    [Fact]
    public void Whoever_keyed_a_form_does_not_confirm_it_as_General_Secretary_either_however_late() =>
        Refusal.Of(Second, () => Confirm(By(GeneralSecretary, Role.GeneralSecretary, Start.AddDays(30))));

    [Fact]
    public void Another_General_Secretary_confirms_only_when_nobody_was_free_for_seven_days()
    {
        Refusal.Of(TooEarly, () => Confirm(By(Id(51), Role.GeneralSecretary, Start.AddDays(7).AddSeconds(-1))));
        Assert.Equal(Role.GeneralSecretary, Confirm(By(Id(51), Role.GeneralSecretary, Start.AddDays(7))).History[0].Role);
    }

    [Theory]
    [InlineData(Role.Member)]
    [InlineData(Role.Operations)]
    [InlineData(Role.Applicant)]
    public void Nobody_else_confirms_a_keyed_form(Role role) => Refusal.Of(
        $"“Confirm the keyed form” is a step for Research or General Secretary, not for {role.Say()}.",
        () => Confirm(By(Id(51), role, Start.AddHours(1))));

    [Fact]
    public void Only_the_applicant_sends_a_form_online() => Refusal.Of(
        "“Send the application” is a step for Applicant, not for Research.",
        () => DefectionApplication.Submit(Submission(Channel.Online), By(Researcher, Role.Research, Start), vault));

    [Fact]
    public void The_name_and_the_office_are_sealed_for_their_own_cells()
    {
        var application = Confirm(By(Researcher, Role.Research, Start.AddHours(1)));
        Assert.Equal("Marged Okafor", vault.Open(application, nameof(DefectionApplication.ApplicantName), application.ApplicantName));
        Assert.Throws<TamperedCellException>(
            () => vault.Open(application, nameof(DefectionApplication.Office), application.ApplicantName));
    }

    private DefectionApplication Confirm(Act act) =>
        DefectionApplication.ConfirmKeyed(Submission(Channel.Post), GeneralSecretary, Start, act, Settings, vault);

    private static Submission Submission(Channel channel) => new(
        Guid.CreateVersion7(), Reference.New(), channel, UkTime.Day(Start).AddDays(-4), Id(20), "Parish councillor", false, Constituency,
        "Marged Okafor", "Parish councillor, Wexcombe", false);
}
