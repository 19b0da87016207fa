using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Fakes;
using Harmony.Defection.Testing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>The domain's services put together over memory, with a clock that tests move.</summary>
internal sealed class Office
{
    public Office()
    {
        Data = new TestData(TestVault.New());
        Assembly = Society.Found("Wexcombe Constituency Society", SocietyKind.Constituency);
        Elections = Society.Found("Society for Elections", SocietyKind.Elections);
        Societies.All.AddRange([Assembly, Elections]);
        Societies.Eligible.AddRange([TestData.Member, TestData.OtherMember, TestData.Secretary]);
        Post = new ApplicantPost(Applications, new PlainLetterTexts(), Outbox, Data.Vault);
        Notices = new Notices(Societies, Outbox);
        Clockwork = new Clockwork(
            Applications, Debates, Box, Societies, Notices, Post, new Outcomes(Applications, Societies, Post, Data.Vault), TestData.Settings);
        Desk = new Desk(Applications, Clockwork, Clock);
    }

    public TestData Data { get; }

    public Society Assembly { get; }

    public Society Elections { get; }

    public InMemoryApplications Applications { get; } = new();

    public InMemoryDebates Debates { get; } = new();

    public InMemoryBox Box { get; } = new();

    public InMemorySocieties Societies { get; } = new();

    public InMemoryOutbox Outbox { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(TestData.Start));

    public ApplicantPost Post { get; }

    public Notices Notices { get; }

    public Clockwork Clockwork { get; }

    public Desk Desk { get; }

    public BallotDesk Ballots => new(Desk, Applications, Box, Societies, Notices, Post, TestData.Settings, Clock);

    public ClosingDesk Closing => new(Desk, Box, Outbox, Societies, Notices, Post, TestData.Settings, Data.Vault);

    /// <summary>An application of this office's assembly, kept with its form, and the clock set to the beginning of its stage.</summary>
    public DefectionApplication At(Stage stage)
    {
        var (applicant, started) = (Data.ApplicationAt(Stage.Sanitisation), stage);
        applicant.PrepareCopy(TestData.Copy().Write(), Walk.OfResearch(TestData.Start.AddDays(3)), Data.Vault);
        applicant.ReleaseCopy([Assembly.Id, Elections.Id], Assembly.Id, Walk.OfSecond(TestData.Start.AddDays(4)), TestData.Settings);
        applicant.TakeResponsibility(Walk.Chair(TestData.Start.AddDays(5)));
        var held = Data.Announce(applicant).EndsAt;
        applicant.RecordHustingsHeld(Deliberation.DecisionPeriod.EarliestLastDay(held, 7), Walk.Chair(held), TestData.Settings);
        if (started == Stage.Ballot)
        {
            Walk.OpenBallot(applicant);
        }

        Applications.Keep(applicant, ApplicationForm.Of(applicant.Id, TestData.Answers(), Data.Vault));
        MoveTo(applicant.StageSince);
        return applicant;
    }

    /// <summary>Sets the clock.</summary>
    public void MoveTo(DateTime utc) => Clock.AdjustTime(new DateTimeOffset(utc));
}
