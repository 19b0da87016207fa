using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Outcome;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>How a walk knows the time and lets it pass.</summary>
/// <param name="Now">The present moment, in UTC.</param>
/// <param name="MoveTo">Lets time pass until a moment, in UTC.</param>
public sealed record WalkClock(Func<DateTime> Now, Action<DateTime> MoveTo);

/// <summary>
/// Takes applications of the sample through the policy by the very services the pages use, each step by the person whose it is, so that no
/// application stands where it could not have come to.
/// </summary>
/// <param name="services">The application's services, on the walk's clock.</param>
/// <param name="clock">The walk's clock.</param>
public sealed class Walk(IServiceProvider services, WalkClock clock)
{
    private readonly Dictionary<string, Guid> people = new(StringComparer.Ordinal);

    /// <summary>The id of a person of the sample.</summary>
    public async Task<Guid> PersonAsync(string email)
    {
        if (!people.TryGetValue(email, out var id))
        {
            await using var scope = services.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByEmailAsync(email);
            people[email] = id = found!.Id;
        }

        return id;
    }

    /// <summary>An applicant sends the form (P1).</summary>
    /// <param name="number">Which applicant of the sample.</param>
    /// <param name="society">The Society of the office's area, by name.</param>
    /// <param name="email">The applicant's address; nothing for one without.</param>
    /// <param name="language">The language in which they fill in the form.</param>
    /// <returns>The application's id, and what sending gave.</returns>
    public async Task<(Guid Id, Sent Sent)> SubmitAsync(
        int number, string society = SampleWorld.Wexcombe, string? email = "applicant@defector.example", string language = Languages.English)
    {
        await using var scope = services.CreateAsyncScope();
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        var area = await context.Set<Society>().Where(s => s.Name == society).Select(s => s.Id).SingleAsync();
        var draft = await intake.BeginAsync(ReturnCode.New());
        draft.ReadIn(language);
        await intake.KeepAsync(draft, SampleAnswers.Of(number, area, draft.FormReleaseId, clock.Now(), email));
        if (email is not null)
        {
            draft.ConfirmEmail(clock.Now(), scope.ServiceProvider.GetRequiredService<IVault>());
        }

        return (draft.Id, await intake.SubmitAsync(draft));
    }

    /// <summary>Takes a received application to a stage, each step some time after the last.</summary>
    public async Task ToAsync(Guid application, Stage stage)
    {
        switch (stage)
        {
            case Stage.Received:
                return;
            case Stage.Withdrawn:
                await DoAsync<ClosingDesk>(d => d.WithdrawAsync(application));
                return;
            case Stage.Lapsed:
                var secretary = await PersonAsync(Known.GeneralSecretary);
                await DoAsync<ClosingDesk>(d => d.LapseAsync(application, "The seat was lost at the election.", secretary, Role.GeneralSecretary));
                return;
            case Stage.NotGenuine:
                await CloseAsNotGenuineAsync(application);
                return;
        }

        await VerifyAsync(application, complete: stage != Stage.Verification);
        if (stage is Stage.Verification or Stage.Sanitisation)
        {
            return;
        }

        await ReleaseAsync(application);
        if (stage == Stage.Allocation)
        {
            return;
        }

        await TakeAsync(application);
        if (stage == Stage.Hustings)
        {
            return;
        }

        await HoldHustingsAsync(application);
        switch (stage)
        {
            case Stage.Deliberation:
                return;
            case Stage.Accepted or Stage.Rejected:
                await FindAsync(application, stage == Stage.Accepted ? FindingKind.ConsensusToAccept : FindingKind.ConsensusToReject);
                return;
            default:
                await OpenBallotAsync(application);
                return;
        }
    }

    /// <summary>A researcher takes the case, checks every item and speaks with the applicant (P2 to P5).</summary>
    public async Task VerifyAsync(Guid application, bool complete)
    {
        var researcher = await PersonAsync(Known.Research);
        Pass(TimeSpan.FromHours(20));
        await ActAsync(application, researcher, Role.Research, (a, act, _) => a.BeginVerification(act));
        Pass(TimeSpan.FromHours(30));
        CheckItem[] items = complete ? Enum.GetValues<CheckItem>() : [CheckItem.HoldsOfficeNow, CheckItem.Office, CheckItem.Name];
        await ActAsync(application, researcher, Role.Research, (a, act, vault) =>
        {
            foreach (var item in items)
            {
                a.RecordCheck(item, new CheckResult(CheckOutcome.Confirmed, "The council’s public page", UkTime.Day(act.At), null), act, vault);
            }

            if (complete)
            {
                a.RecordContact(ContactMeans.Phone, act.At.AddMinutes(-40), reached: true, "We spoke for half an hour and went through the form.", act, vault);
            }
        });
        if (complete)
        {
            await ActAsync(application, researcher, Role.Research, (a, act, _) => a.CompleteVerification(act));
        }
    }

    /// <summary>One researcher sanitises, another releases (P6).</summary>
    public async Task ReleaseAsync(Guid application)
    {
        var (first, second) = (await PersonAsync(Known.Research), await PersonAsync(Known.SecondResearch));
        Pass(TimeSpan.FromHours(5));
        await DoAsync<SanitisingDesk>(async desk =>
        {
            var work = await desk.OpenAsync(application, first);
            await desk.RuleManyAsync(application, [.. Enumerable.Range(0, work.Rulings.Count)], RulingKind.Remove, null, first);
        });
        await DoAsync<SanitisingDesk>(desk => desk.PrepareAsync(application, first));
        Pass(TimeSpan.FromHours(20));
        await DoAsync<SanitisingDesk>(desk => desk.ReleaseAsync(application, second, Role.Research));
    }

    /// <summary>The secretary of the body that is asked takes responsibility (P7).</summary>
    public async Task TakeAsync(Guid application)
    {
        Pass(TimeSpan.FromHours(26));
        var secretary = await ChairAsync(application);
        await DoAsync<AllocationDesk>(d => d.TakeResponsibilityAsync(application, secretary, Role.SocietySecretary));
    }

    /// <summary>The secretary announces a hustings; the applicant says that they come (P9, P10).</summary>
    /// <returns>When it ends, in UTC.</returns>
    public async Task<DateTime> AnnounceAsync(Guid application)
    {
        Pass(TimeSpan.FromHours(12));
        var secretary = await ChairAsync(application);
        var starts = UkTime.ToUtc(UkTime.Day(clock.Now()).AddDays(8).ToDateTime(new TimeOnly(19, 0)));
        var plan = new GatheringPlan(GatheringKind.Both, starts, starts.AddMinutes(90), "Dene Community Hall, Weir Street, Wexcombe", "https://meet.harmony.example/dene-hall");
        await DoAsync<HustingsDesk>(d => d.AnnounceAsync(application, plan, secretary, Role.SocietySecretary));
        Pass(TimeSpan.FromHours(9));
        await ActAsync(application, application, Role.Applicant, (a, act, _) => a.AnswerInvitation(InvitationAnswer.WillCome, act));
        return plan.EndsAt;
    }

    /// <summary>A hustings is announced and held, and a period of the shortest length declared (P9 to P11).</summary>
    public async Task HoldHustingsAsync(Guid application)
    {
        clock.MoveTo(await AnnounceAsync(application));
        var secretary = await ChairAsync(application);
        var lastDay = DecisionPeriod.EarliestLastDay(clock.Now(), new ProcessSettings().PeriodLeastDays);
        await DoAsync<HustingsDesk>(d => d.RecordAsync(application, held: true, lastDay, secretary, Role.SocietySecretary));
    }

    /// <summary>Members say what they think and where they stand (P12, rule 11).</summary>
    public async Task DebateAsync(Guid application)
    {
        Pass(TimeSpan.FromHours(20));
        var (one, two) = (await PersonAsync(Known.Member), await PersonAsync(Known.SecondMember));
        await DoAsync<DeliberationDesk>(d => d.DebateAsync(
            application, "The answer about the weir scheme was straight, and the vote it cost is on record.", one, Role.Member));
        await DoAsync<DeliberationDesk>(d => d.StatePositionAsync(application, PositionKind.Agree, null, one, Role.Member));
        Pass(TimeSpan.FromHours(3));
        await DoAsync<DeliberationDesk>(d => d.StatePositionAsync(
            application, PositionKind.Concern, "I would like to hear more about casework in the summer.", two, Role.Member));
    }

    /// <summary>The secretary proposes a finding, another Member seconds it, and it takes effect at the period's end (P12, rule 12).</summary>
    public async Task FindAsync(Guid application, FindingKind kind)
    {
        await DebateAsync(application);
        var secretary = await ChairAsync(application);
        var member = await PersonAsync(Known.Member);
        await DoAsync<DeliberationDesk>(d => d.ProposeFindingAsync(
            application, kind, "Nobody who spoke stood against it.", secretary, Role.SocietySecretary));
        await DoAsync<DeliberationDesk>(d => d.SecondFindingAsync(application, member));
        await DueAsync(application);
    }

    /// <summary>Nobody finds consensus; the secretary opens a ballot (P13).</summary>
    public async Task OpenBallotAsync(Guid application)
    {
        await DebateAsync(application);
        await DueAsync(application);
        Pass(TimeSpan.FromHours(2));
        var secretary = await ChairAsync(application);
        await DoAsync<BallotDesk>(d => d.OpenAsync(application, 7, secretary, Role.SocietySecretary));
    }

    /// <summary>Members vote, each once, in the order given (P14).</summary>
    public async Task VoteAsync(Guid application, params IReadOnlyList<(string Email, int?[] Scores)> votes)
    {
        foreach (var (email, scores) in votes)
        {
            var person = await PersonAsync(email);
            await DoAsync<BallotDesk>(d => d.CastAsync(application, person, Receipt.New(), scores));
        }
    }

    /// <summary>Lets time pass until the clock has something to do, and lets it.</summary>
    public async Task DueAsync(Guid application)
    {
        DateTime? due;
        await using (var scope = services.CreateAsyncScope())
        {
            due = await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().Set<DefectionApplication>()
                .Where(a => a.Id == application).Select(a => a.NextDueAt).SingleAsync();
        }

        clock.MoveTo(due!.Value);
        await DoAsync<Clockwork>(c => c.SettleAsync(application, clock.Now()));
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => clock.MoveTo(clock.Now() + time);

    private async Task CloseAsNotGenuineAsync(Guid application)
    {
        await VerifyAsync(application, complete: false);
        var (first, second) = (await PersonAsync(Known.Research), await PersonAsync(Known.SecondResearch));
        await DoAsync<VerificationDesk>(d => d.ProposeNotGenuineAsync(
            application, NotGenuineGround.DidNotSendIt, "The number on the form is answered by somebody who knows nothing of it.", first));
        Pass(TimeSpan.FromDays(8));
        await DoAsync<VerificationDesk>(d => d.CloseAsNotGenuineAsync(application, second));
    }

    private async Task<Guid> ChairAsync(Guid application)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        var society = await context.Set<RouteStop>().Where(s => s.ApplicationId == application && s.OfferedAt != null)
            .OrderByDescending(s => s.Number).Select(s => s.SocietyId).FirstAsync();
        return await context.Set<RoleHolding>().Where(h => h.SocietyId == society && h.Role == Role.SocietySecretary)
            .Select(h => h.PersonId).FirstAsync();
    }

    private Task ActAsync(Guid application, Guid by, Role role, Action<DefectionApplication, Act, Domain.Privacy.IVault> deed) =>
        DoAsync<Desk>(async desk =>
        {
            var vault = services.GetRequiredService<Domain.Privacy.IVault>();
            await desk.ActAsync(application, by, role, (a, act) => deed(a, act, vault));
        });

    private async Task DoAsync<TService>(Func<TService, Task> deed) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await deed(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Addresses of the people who take the steps.</summary>
    private static class Known
    {
        public const string GeneralSecretary = "secretary.general@harmony.example",
            Research = "research@harmony.example",
            SecondResearch = "research.second@harmony.example",
            Member = "member@harmony.example",
            SecondMember = "member.two@harmony.example";
    }
}
