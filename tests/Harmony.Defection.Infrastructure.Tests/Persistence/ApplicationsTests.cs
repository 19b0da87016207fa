using System.Text.Json;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Harmony.Defection.Testing;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>The whole aggregate, in every stage, through the database and back; and each step in the trail.</summary>
public sealed class ApplicationsTests : IAsyncLifetime
{
    private Storehouse house = null!;

    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];

    public async Task InitializeAsync() => house = await Storehouse.CreateAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task An_application_in_any_stage_comes_back_as_it_was_saved(Stage stage)
    {
        var saved = house.Data.ApplicationAt(stage);
        await SaveNewAsync(saved);
        Assert.Equal(Picture(saved), Picture(await FindAsync(saved.Id)));
    }

    [Fact]
    public async Task Every_kind_of_row_comes_back()
    {
        var saved = house.Data.ApplicationAt(Stage.Verification);
        var at = saved.StageSince.AddHours(1);
        var research = TestData.By(TestData.Researcher, Role.Research, at);
        var finding = saved.PutFinding(CheckItem.Employment, "A job is missing.", research, TestData.Settings, house.Vault);
        saved.AnswerFinding(finding.Id, "I forgot it.", Act.OfApplicant(saved.Id, at), house.Vault);
        saved.ProposeNotGenuine(NotGenuineGround.DidNotSendIt, "Sent by another.", research, TestData.Settings, house.Vault);
        saved.RecordContact(ContactMeans.Video, at, true, "We spoke.", research, house.Vault);
        await SaveNewAsync(saved);
        var read = await FindAsync(saved.Id);
        Assert.Equal(Picture(saved), Picture(read));
        Assert.Equal("I forgot it.", house.Vault.Open(new("AdverseFinding", finding.Id, "Answer"), read.AdverseFindings[0].Answer!.Value));

        var debated = house.Data.ApplicationAt(Stage.Deliberation);
        debated.ProposeFinding(
            FindingKind.NoConsensus, "We differ.", TestData.By(TestData.Secretary, Role.SocietySecretary, debated.StageSince), TestData.Settings, house.Vault);
        await SaveNewAsync(debated);
        Assert.Equal(Picture(debated), Picture(await FindAsync(debated.Id)));
    }

    [Fact]
    public async Task Each_step_that_is_saved_leaves_an_entry_in_the_trail_without_a_word_of_what_was_said()
    {
        var application = house.Data.Received();
        await SaveNewAsync(application);
        await ActAsync(application.Id, a => TestData.Begin(a));
        await ActAsync(application.Id, a => a.Lapse(
            "Marker words.", TestData.By(TestData.GeneralSecretary, Role.GeneralSecretary, TestData.Start.AddDays(2)), house.Vault));
        var entries = await house.InScopeAsync<DefectionDbContext, List<AuditEntry>>(
            context => context.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(["step.Submit", "step.BeginVerification", "step.Lapse"], entries.Select(e => e.Action));
        Assert.Equal([null, TestData.Researcher, TestData.GeneralSecretary], entries.Select(e => e.ActorId));
        Assert.Equal(["Applicant", "Research", "GeneralSecretary"], entries.Select(e => e.Role));
        Assert.All(entries, e => Assert.Equal(("DefectionApplication", application.Id), (e.SubjectKind, e.SubjectId)));
        Assert.DoesNotContain("Marker", JsonSerializer.Serialize(entries), StringComparison.Ordinal);
        Assert.True((await house.InScopeAsync<AuditVerifier, AuditVerdict>(v => v.VerifyAsync())).IsWhole);
    }

    [Fact]
    public async Task A_step_that_is_refused_stores_nothing()
    {
        var application = house.Data.Received();
        await SaveNewAsync(application);
        await Assert.ThrowsAsync<ProcessRuleException>(() => ActAsync(application.Id, a =>
        {
            TestData.Begin(a);
            a.CompleteVerification(TestData.By(TestData.Researcher, Role.Research, TestData.Start.AddDays(2)));
        }));
        Assert.Equal((Stage.Received, 1), ((await FindAsync(application.Id)).Stage, (await FindAsync(application.Id)).History.Count));
        Assert.Equal(1, await house.InScopeAsync<DefectionDbContext, int>(context => context.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_act_at_once_one_wins_and_the_other_is_told()
    {
        var application = house.Data.Received();
        await SaveNewAsync(application);
        await using var first = house.NewScope();
        await using var second = house.NewScope();
        var (mine, theirs) = (Applications(first), Applications(second));
        TestData.Begin((await mine.FindAsync(application.Id))!);
        TestData.Begin((await theirs.FindAsync(application.Id))!);
        await mine.SaveAsync();
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => theirs.SaveAsync());

        static IApplications Applications(Microsoft.Extensions.DependencyInjection.AsyncServiceScope scope) =>
            (IApplications)scope.ServiceProvider.GetService(typeof(IApplications))!;
    }

    [Fact]
    public async Task An_application_opened_again_after_closing_is_allocated_anew()
    {
        var application = house.Data.ApplicationAt(Stage.Deliberation);
        await SaveNewAsync(application);
        var at = application.StageSince.AddDays(1);
        await ActAsync(application.Id, a => a.ProposeNotGenuine(NotGenuineGround.DidNotSendIt, "?", Research(at), TestData.Settings, house.Vault));
        await ActAsync(application.Id, a => a.CloseAsNotGenuine(TestData.By(TestData.SecondResearcher, Role.Research, at.AddDays(7))));
        await ActAsync(application.Id, a => a.ReopenVerification(
            "A letter.", TestData.By(TestData.GeneralSecretary, Role.GeneralSecretary, at.AddDays(8)), TestData.Settings, house.Vault));
        Assert.Empty((await FindAsync(application.Id)).Route);
        await ActAsync(application.Id, house.Data.Verify);
        await ActAsync(application.Id, a => a.CompleteVerification(Research(at.AddDays(9))));
        await ActAsync(application.Id, a => house.Data.Release(a));
        var read = await FindAsync(application.Id);
        Assert.Equal((Stage.Allocation, 3, 2), (read.Stage, read.Route.Count, read.CopyInForce!.Number));

        static Act Research(DateTime at) => TestData.By(TestData.Researcher, Role.Research, at);
    }

    [Fact]
    public async Task What_is_due_is_found_oldest_first_and_no_more_than_asked_for()
    {
        var (early, late, quiet) = (house.Data.ApplicationAt(Stage.Deliberation), house.Data.ApplicationAt(Stage.Ballot), house.Data.Received());
        await SaveNewAsync(early, late, quiet);
        Assert.True(early.NextDueAt < late.NextDueAt);
        Assert.Equal([early.Id, late.Id], await DueAsync(late.NextDueAt!.Value, 10));
        Assert.Equal([early.Id], await DueAsync(late.NextDueAt.Value, 1));
        Assert.Equal([late.Id], await DueAsync(late.NextDueAt.Value, 1, skip: 1));
        Assert.Equal([early.Id], await DueAsync(early.NextDueAt!.Value, 10));
        Assert.Empty(await DueAsync(early.NextDueAt.Value.AddMilliseconds(-1), 10));

        Task<IReadOnlyList<Guid>> DueAsync(DateTime now, int most, int skip = 0) =>
            house.InScopeAsync<IApplications, IReadOnlyList<Guid>>(applications => applications.DueAsync(now, skip, most));
    }

    [Fact]
    public async Task A_reference_is_given_once()
    {
        var application = house.Data.Received();
        await SaveNewAsync(application);
        Assert.Equal(application.Reference, await house.InScopeAsync<IApplications, string?>(a => a.ReferenceOfAsync(application.Id)));
        Assert.Null(await house.InScopeAsync<IApplications, string?>(a => a.ReferenceOfAsync(Guid.NewGuid())));
    }

    /// <summary>Everything public of an application, save the version that the store itself counts.</summary>
    private static string Picture(DefectionApplication application)
    {
        var node = JsonSerializer.SerializeToNode(application)!.AsObject();
        node.Remove(nameof(DefectionApplication.Version));
        return node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private async Task SaveNewAsync(params DefectionApplication[] applications) =>
        await house.InScopeAsync<IApplications, bool>(async store =>
        {
            foreach (var application in applications)
            {
                store.Add(application);
            }

            await store.SaveAsync();
            return true;
        });

    private Task<DefectionApplication> ActAsync(Guid id, Action<DefectionApplication> deed) =>
        house.InScopeAsync<IApplications, DefectionApplication>(store => store.DoAsync(async () =>
        {
            var found = (await store.FindAsync(id))!;
            deed(found);
            return found;
        }));

    private async Task<DefectionApplication> FindAsync(Guid id) =>
        (await house.InScopeAsync<IApplications, DefectionApplication?>(store => store.FindAsync(id)))!;
}
