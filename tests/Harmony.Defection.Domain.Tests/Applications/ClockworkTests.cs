using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Time;
using static Harmony.Defection.Testing.TestData;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Rule 27, and the outcomes of P13 to P18: what follows from time alone, whoever comes by first.</summary>
public sealed class ClockworkTests
{
    private readonly Office office = new();

    [Fact]
    public async Task Nothing_happens_before_its_moment()
    {
        var application = office.At(Stage.Deliberation);
        Assert.False(await office.Clockwork.SettleAsync(application, application.NextDueAt!.Value.AddSeconds(-1)));
        Assert.Equal(Stage.Deliberation, application.Stage);
    }

    [Fact]
    public async Task A_seconded_finding_takes_effect_at_its_own_moment_however_late_somebody_comes_by()
    {
        var application = office.At(Stage.Deliberation);
        var finding = office.Data.Find(application, FindingKind.ConsensusToAccept);
        Assert.True(await office.Clockwork.SettleAsync(application, finding.TakesEffectAt.AddDays(3)));
        var entry = application.History[^1];
        Assert.Equal((Step.AcceptByConsensus, finding.TakesEffectAt, Role.Clock, null), (entry.Step, entry.At, entry.Role, entry.By));
        Assert.Equal(["Marged Okafor"], office.Societies.Enrolled);
        Assert.Equal([LetterKind.Acceptance], office.Applications.Letters);
        Assert.IsType<MessageWaiting>(Assert.Single(office.Outbox.Letters));
    }

    [Fact]
    public async Task A_finding_not_to_accept_brings_one_letter_and_no_membership()
    {
        var application = office.At(Stage.Deliberation);
        var finding = office.Data.Find(application, FindingKind.ConsensusToReject);
        await office.Clockwork.SettleAsync(application, finding.TakesEffectAt);
        Assert.Equal(Stage.Rejected, application.Stage);
        Assert.Equal([LetterKind.Rejection], office.Applications.Letters);
        Assert.Empty(office.Societies.Enrolled);
    }

    [Fact]
    public async Task A_Member_s_block_at_that_moment_turns_it_to_no_consensus_and_the_secretary_is_told()
    {
        var application = office.At(Stage.Deliberation);
        var finding = office.Data.Find(application, FindingKind.ConsensusToAccept);
        office.Debates.MemberBlocks = true;
        await office.Clockwork.SettleAsync(application, finding.TakesEffectAt);
        Assert.Equal(finding.TakesEffectAt, application.NoConsensusAt);
        Assert.IsType<StaffNotice>(Assert.Single(office.Outbox.Letters));
    }

    [Fact]
    public async Task A_ballot_that_nobody_opened_is_opened_by_the_clock_with_the_roll_of_that_moment_and_its_full_length()
    {
        var application = office.At(Stage.Deliberation);
        var noConsensus = application.NextDueAt!.Value;
        var late = noConsensus.AddDays(9);
        await office.Clockwork.SettleAsync(application, late);
        Assert.Equal([Step.FindNoConsensus, Step.OpenBallotOnTime], application.History.TakeLast(2).Select(h => h.Step));
        var ballot = application.OpenBallotNow!;
        Assert.Equal((late, UkTime.EndOfDay(UkTime.Day(late.AddDays(7)))), (ballot.OpenedAt, ballot.ClosesAt));
        Assert.Equal(office.Societies.Eligible, office.Box.Rolls[ballot.Id]);
        Assert.Equal(3, office.Outbox.Letters.OfType<BallotOpened>().Count());
        Assert.Equal([LetterKind.BallotOpened], office.Applications.Letters);
    }

    [Fact]
    public async Task A_ballot_waits_while_nobody_could_vote()
    {
        var application = office.At(Stage.Deliberation);
        office.Societies.Eligible.Clear();
        await office.Clockwork.SettleAsync(application, application.NextDueAt!.Value.AddDays(20));
        Assert.Equal(Stage.Deliberation, application.Stage);
        Assert.NotNull(application.NoConsensusAt);
        Assert.Empty(office.Box.Rolls);
    }

    [Theory]
    [InlineData("50-,40-,14-", Stage.Accepted, LetterKind.Acceptance)]
    [InlineData("05-,05-,41-", Stage.Rejected, LetterKind.Rejection)]
    public async Task A_closed_ballot_is_counted_and_its_outcome_follows_in_the_same_save(string box, Stage stage, LetterKind letter)
    {
        var application = office.At(Stage.Ballot);
        office.Box.Scores = box.Split(',');
        var closes = application.OpenBallotNow!.ClosesAt;
        await office.Clockwork.SettleAsync(application.Id, closes.AddHours(5));
        Assert.Equal((stage, closes), (application.Stage, application.StageSince));
        Assert.Equal([letter], office.Applications.Letters);
        Assert.Equal((1, 1), (office.Applications.Saves, office.Box.Destructions));
        Assert.Equal(3, office.Outbox.Letters.OfType<ResultPublished>().Count());
    }

    [Theory]
    [InlineData("005,005,114", Step.DiscussFurther)]
    [InlineData("50-,05-", Step.ReturnTie)]
    [InlineData("", Step.ReturnEmptyBallot)]
    [InlineData("---,000", Step.ReturnEmptyBallot)]
    public async Task A_ballot_that_decides_nothing_leads_back_and_assembly_and_applicant_are_told(string box, Step step)
    {
        var application = office.At(Stage.Ballot);
        office.Box.Scores = box.Split(',', StringSplitOptions.RemoveEmptyEntries);
        await office.Clockwork.SettleAsync(application, application.OpenBallotNow!.ClosesAt);
        Assert.Equal((Stage.Deliberation, step), (application.Stage, application.History[^1].Step));
        Assert.Equal(3, office.Outbox.Letters.OfType<PeriodDeclared>().Count());
        Assert.Equal([LetterKind.PeriodDeclared], office.Applications.Letters);
    }

    [Fact]
    public async Task A_second_tie_rejects_and_a_second_empty_ballot_passes_the_case_on()
    {
        var tied = office.At(Stage.Ballot);
        office.Box.Scores = ["50-", "05-"];
        await office.Clockwork.SettleAsync(tied, tied.OpenBallotNow!.ClosesAt);
        Walk.OpenBallot(tied);
        await office.Clockwork.SettleAsync(tied, tied.OpenBallotNow!.ClosesAt);
        Assert.Equal((Stage.Rejected, Step.RejectOnSecondTie), (tied.Stage, tied.History[^1].Step));

        var empty = office.At(Stage.Ballot);
        office.Box.Scores = [];
        await office.Clockwork.SettleAsync(empty, empty.OpenBallotNow!.ClosesAt);
        Walk.OpenBallot(empty);
        await office.Clockwork.SettleAsync(empty, empty.OpenBallotNow!.ClosesAt);
        Assert.Equal((Stage.Allocation, office.Elections.Id), (empty.Stage, empty.CurrentStop!.SocietyId));
    }

    [Fact]
    public async Task A_deed_comes_after_what_was_due_before_it()
    {
        var application = office.At(Stage.Deliberation);
        office.Data.Find(application, FindingKind.ConsensusToAccept);
        office.MoveTo(application.NextDueAt!.Value.AddMinutes(1));
        var refused = await Assert.ThrowsAsync<ProcessRuleException>(() => office.Desk.ActAsync(
            application.Id, Member, Role.Member, (a, act) => a.ChallengeFinding("Too late.", act, office.Data.Vault)));
        Assert.Equal("“Challenge the finding” is not open while an application is in the stage “Accepted”.", refused.Message);
    }

    [Fact]
    public async Task A_deed_on_an_application_that_is_not_there_finds_nothing()
    {
        await Assert.ThrowsAsync<ApplicationNotFoundException>(() => office.Desk.ActAsync(Id(70), Member, Role.Member, (_, _) => { }));
        await Assert.ThrowsAsync<ApplicationNotFoundException>(() => office.Clockwork.SettleAsync(Id(70), Start));
    }

    [Fact]
    public async Task Opening_a_ballot_freezes_the_roll_and_tells_Members_and_applicant()
    {
        var application = office.At(Stage.Deliberation);
        application.FindNoConsensus(Act.OfClock(application.NextDueAt!.Value), memberBlocks: false);
        office.MoveTo(application.NoConsensusAt!.Value.AddHours(1));
        await office.Ballots.OpenAsync(application.Id, 7, Secretary, Role.SocietySecretary);
        Assert.Equal(3, office.Box.Rolls[application.OpenBallotNow!.Id].Count);
        Assert.Equal(3, application.OpenBallotNow.RollSize);
        Assert.Equal([LetterKind.BallotOpened], office.Applications.Letters);
        Assert.Equal([typeof(BallotOpened), typeof(BallotOpened), typeof(BallotOpened), typeof(MessageWaiting)], office.Outbox.Letters.Select(l => l.GetType()));
    }

    [Theory]
    [InlineData(new[] { 5, 0 })]
    [InlineData(new[] { 5, 0, 6 })]
    [InlineData(new[] { 5, -1, 0 })]
    public async Task A_vote_has_one_score_from_0_to_5_for_each_option(int[] scores)
    {
        var application = office.At(Stage.Ballot);
        var refused = await Assert.ThrowsAsync<ProcessRuleException>(
            () => office.Ballots.CastAsync(application.Id, Member, "receipt", [.. scores.Select(s => (int?)s)]));
        Assert.Equal("Each option has a score from 0 to 5, or none.", refused.Message);
    }

    [Fact]
    public async Task A_vote_leaves_no_trace_on_the_application()
    {
        var application = office.At(Stage.Ballot);
        var before = application.History.Count;
        Assert.Equal(CastResult.Cast, await office.Ballots.CastAsync(application.Id, Member, "receipt", [5, null, 0]));
        Assert.Equal((before, 0), (application.History.Count, office.Applications.Saves));
    }

    [Fact]
    public async Task Withdrawal_empties_an_open_box_unread_takes_unsent_mail_back_and_is_acknowledged()
    {
        var application = office.At(Stage.Ballot);
        var ballot = application.OpenBallotNow!.Id;
        await office.Closing.WithdrawAsync(application.Id);
        Assert.Equal([ballot], office.Box.Voided);
        Assert.Equal([application.Id], office.Outbox.Cancelled);
        Assert.Equal([LetterKind.Withdrawal], office.Applications.Letters);
        Assert.Equal(1, office.Box.Destructions);
    }
}
