using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Testing;
using Harmony.Defection.Web.Features.Casework;

namespace Harmony.Defection.Web.Tests.Casework;

public sealed class DutiesTests
{
    private static readonly DateTime Now = new(2026, 6, 29, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Me = TestData.Id(1), Body = TestData.Id(11);

    [Theory]
    [InlineData(Stage.Received, Role.Research, Duty.Claim)]
    [InlineData(Stage.Verification, Role.Research, Duty.WithOthers)]
    [InlineData(Stage.Verification, Role.GeneralSecretary, Duty.VerificationLate)]
    [InlineData(Stage.Allocation, Role.GeneralSecretary, Duty.SilentBody)]
    [InlineData(Stage.Allocation, Role.SocietySecretary, Duty.Offered)]
    [InlineData(Stage.Hustings, Role.SocietySecretary, Duty.ArrangeHustings)]
    [InlineData(Stage.Hustings, Role.GeneralSecretary, null)]
    [InlineData(Stage.Deliberation, Role.SocietySecretary, Duty.PeriodRunning)]
    [InlineData(Stage.Ballot, Role.SocietySecretary, Duty.BallotRunning)]
    [InlineData(Stage.Ballot, Role.Research, null)]
    public void A_case_lays_on_each_role_what_its_stage_asks(Stage stage, Role role, Duty? expected) =>
        Assert.Equal(expected, Only(Row(stage), role));

    [Fact]
    public void A_copy_waits_for_another_researcher_and_after_a_week_for_the_General_Secretary_too()
    {
        var row = Row(Stage.Sanitisation) with { PreparedBy = TestData.Id(2), PreparedAt = Now.AddDays(-6) };

        Assert.Equal(Duty.ReleaseCopy, Only(row, Role.Research));
        Assert.Equal(Duty.WithOthers, Only(row with { PreparedBy = Me }, Role.Research));
        Assert.Null(Only(row, Role.GeneralSecretary));
        Assert.Equal(Duty.ReleaseCopy, Only(row with { PreparedAt = Now.AddDays(-7) }, Role.GeneralSecretary));
    }

    [Fact]
    public void A_closing_waits_for_another_researcher_once_the_applicant_has_had_their_time()
    {
        var row = Row(Stage.Verification) with { DoubtBy = TestData.Id(2), DoubtAnswerDueAt = Now.AddDays(1) };

        Assert.NotEqual(Duty.SignNotGenuine, Only(row, Role.Research));
        Assert.Equal(Duty.SignNotGenuine, Only(row with { DoubtAnswerDueAt = Now }, Role.Research));
        Assert.Equal(Duty.SignNotGenuine, Only(row with { DoubtAnswerDueAt = null }, Role.Research));
        Assert.NotEqual(Duty.SignNotGenuine, Only(row with { DoubtBy = Me, DoubtAnswerDueAt = null }, Role.Research));
    }

    [Fact]
    public void The_General_Secretary_sees_what_has_stalled()
    {
        Assert.Equal(Duty.NameAssembly, Only(Row(Stage.Allocation) with { AssemblySocietyId = null }, Role.GeneralSecretary));
        Assert.Equal(Duty.HustingsNotArranged, Only(Row(Stage.Hustings) with { StageSince = Now.AddDays(-28) }, Role.GeneralSecretary));
        Assert.Null(Only(Row(Stage.Hustings) with { StageSince = Now.AddDays(-28), WasAnnounced = true, HustingsAt = Now.AddDays(1) }, Role.GeneralSecretary));
        Assert.Equal(
            Duty.NobodyOnRoll, Only(Row(Stage.Deliberation) with { NoConsensusAt = Now.AddDays(-8), NextDueAt = Now.AddDays(-1) }, Role.GeneralSecretary));
    }

    [Fact]
    public void The_last_body_is_never_silent_since_nobody_comes_after_it() =>
        Assert.Null(Only(Row(Stage.Allocation) with { HasNextBody = false }, Role.GeneralSecretary));

    [Fact]
    public void A_reopening_waits_for_the_Committee_and_not_for_whoever_proposed_it()
    {
        var row = Row(Stage.Accepted) with { ReopeningProposedBy = TestData.Id(2) };

        Assert.Equal(Duty.ConfirmReopening, Only(row, Role.CommitteeForResolutions));
        Assert.Null(Only(row with { ReopeningProposedBy = Me }, Role.CommitteeForResolutions));
    }

    [Fact]
    public void Verification_is_due_two_weeks_after_the_form_came_and_anew_when_it_is_reopened_later()
    {
        var row = Row(Stage.Verification) with { ReceivedOn = new DateOnly(2026, 6, 1) };

        Assert.Equal(new DateTime(2026, 6, 15, 22, 59, 59, DateTimeKind.Utc), row.DueAt(Now, TestData.Settings));
        Assert.Equal(Now.AddDays(13), (row with { StageSince = Now.AddDays(-1) }).DueAt(Now, TestData.Settings));
    }

    [Fact]
    public void While_the_clocks_stand_still_nothing_is_due() =>
        Assert.Null((Row(Stage.Deliberation) with { SuspendedSince = Now.AddDays(-1) }).DueAt(Now, TestData.Settings));

    [Theory]
    [InlineData("2026-06-26T22:59:59", "3 days late")]
    [InlineData("2026-06-28T09:00:00", "1 day late")]
    [InlineData("2026-06-29T08:00:00", "Late since today")]
    [InlineData("2026-06-29T22:59:59", "Today")]
    [InlineData("2026-06-30T08:00:00", "Tomorrow")]
    [InlineData("2026-07-04T08:00:00", "In 5 days")]
    public void How_far_off_a_day_is_is_said_in_words(string due, string expected) =>
        Assert.Equal(
            expected,
            DueWords.Say(DateTime.SpecifyKind(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc), Now));

    private static Duty? Only(WorkRow row, Role role)
    {
        var holding = RoleHolding.Appoint(Me, role, role == Role.SocietySecretary ? Body : null, Now.AddDays(-100));
        var duties = Duties.Of(row, new PersonFacts(Me, [holding], []), [], TestData.Settings, Now).ToList();
        return duties.Count == 0 ? null : Assert.Single(duties);
    }

    private static WorkRow Row(Stage stage) => new()
    {
        Id = TestData.Id(77),
        Reference = "HD-7K3M-Q2",
        Stage = stage,
        StageSince = Now.AddDays(-20),
        ReceivedOn = new DateOnly(2026, 6, 1),
        ResearcherId = TestData.Id(2),
        AssemblySocietyId = Body,
        AskedSocietyId = Body,
        AskedAt = Now.AddDays(-14),
        HasNextBody = true,
        OpenChecks = 3,
        PeriodEndsAt = Now.AddDays(3),
        NextDueAt = Now.AddDays(4),
    };
}
