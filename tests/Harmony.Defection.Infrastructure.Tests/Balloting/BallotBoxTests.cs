using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Infrastructure.Balloting;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Harmony.Defection.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Tests.Balloting;

/// <summary>BA1, BA2, CO3 and rules 14 and 15: one ballot a Member, changed by its receipt alone, and published without a name.</summary>
public sealed class BallotBoxTests : IAsyncLifetime
{
    private static readonly Guid[] Roll = [.. Enumerable.Range(60, 6).Select(TestData.Id)];

    private Storehouse house = null!;
    private DefectionApplication application = null!;

    private Ballot Ballot => application.Ballots[0];

    public async Task InitializeAsync()
    {
        house = await Storehouse.CreateAsync();
        application = house.Data.ApplicationAt(Stage.Ballot);
        house.Clock.AdjustTime(new DateTimeOffset(Ballot.OpenedAt.AddHours(1)));
        await using var scope = house.NewScope();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        context.Add(application);
        scope.ServiceProvider.GetRequiredService<IBallotBox>().Open(Ballot.Id, Roll);
        await context.SaveChangesAsync();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_ballot_is_cast_once_changed_with_its_receipt_and_not_with_another()
    {
        Assert.Equal(CastResult.Cast, await CastAsync(Roll[0], "receipt", 5, 0, null));
        Assert.Equal(CastResult.Cast, await CastAsync(Roll[0], "receipt", 5, 0, null));
        Assert.Equal(CastResult.Replaced, await CastAsync(Roll[0], "receipt", 0, 5, 1));
        Assert.Equal(CastResult.ReceiptNeeded, await CastAsync(Roll[0], "another", 5, 5, 5));
        Assert.Equal(CastResult.Cast, await CastAsync(Roll[1], "a third", 3, 3, 3));
        Assert.Equal(["051", "333"], (await CloseAsync()).Select(b => b.Scores).Order());
    }

    [Fact]
    public async Task Whoever_is_not_on_the_roll_cannot_vote()
    {
        Assert.Equal(CastResult.NotOnRoll, await CastAsync(TestData.Id(90), "receipt", 5, 0, 0));
        Assert.Empty(await CloseAsync());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task A_vote_before_the_close_counts_and_one_at_it_or_after_does_not(int seconds, bool refused)
    {
        house.Clock.AdjustTime(new DateTimeOffset(Ballot.ClosesAt.AddSeconds(seconds)));
        if (refused)
        {
            var failure = await Assert.ThrowsAsync<ProcessRuleException>(() => CastAsync(Roll[0], "receipt", 5, 0, 0));
            Assert.Equal("The ballot is closed.", failure.Message);
        }
        else
        {
            Assert.Equal(CastResult.Cast, await CastAsync(Roll[0], "receipt", 5, 0, 0));
        }
    }

    [Fact]
    public async Task Fifty_posts_of_one_Member_at_once_make_one_mark_and_one_ballot()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => CastAsync(Roll[0], i % 2 == 0 ? "a" : "b", 5, 0, 0))));
        var winner = results[0] == CastResult.ReceiptNeeded ? "b" : "a";
        Assert.Equal(25, results.Count(r => r == CastResult.Cast));
        Assert.Equal(25, results.Count(r => r == CastResult.ReceiptNeeded));
        Assert.Equal((1, 1), await house.InScopeAsync<DefectionDbContext, (int, int)>(async context => (
            await context.Set<RollEntry>().CountAsync(r => r.HasVoted), await context.Set<SealedBallot>().CountAsync())));
        Assert.Equal(EfBallotBox.TrackerOf(Ballot.Id, winner), Assert.Single(await CloseAsync()).Tracker);
    }

    [Fact]
    public async Task A_closed_box_is_published_in_the_order_of_its_trackers_and_its_sealed_rows_are_gone()
    {
        foreach (var person in Roll)
        {
            await CastAsync(person, $"receipt {person}", 5, 1, null);
        }

        var published = await CloseAsync();
        Assert.Equal(Roll.Select(p => EfBallotBox.TrackerOf(Ballot.Id, $"receipt {p}")).Order(StringComparer.Ordinal), published.Select(b => b.Tracker));
        Assert.All(published, b => Assert.Equal("51-", b.Scores));
        Assert.Equal((0, 6), await house.InScopeAsync<DefectionDbContext, (int, int)>(async context => (
            await context.Set<SealedBallot>().CountAsync(), await context.Set<PublishedBallot>().CountAsync())));
    }

    [Fact]
    public async Task Sealed_rows_have_one_length_and_show_neither_score_nor_tracker_nor_voter()
    {
        await CastAsync(Roll[0], "receipt", 5, 5, 5);
        await CastAsync(Roll[1], "receipt", null, null, null);
        var rows = await house.InScopeAsync<DefectionDbContext, List<SealedBallot>>(context => context.Set<SealedBallot>().AsNoTracking().ToListAsync());
        Assert.Equal(2, rows.Select(r => r.Key).Distinct().Count());
        Assert.Single(rows.Select(r => r.Content.Length).Distinct());
        Assert.DoesNotContain(rows, r => r.Content.Contains(EfBallotBox.TrackerOf(Ballot.Id, "receipt"), StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Key.Contains($"{Roll[0]:N}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_moved_under_another_key_does_not_open()
    {
        await CastAsync(Roll[0], "receipt", 5, 0, 0);
        await house.InScopeAsync<DefectionDbContext, int>(context => context.WriteAsync(() => context.Database.ExecuteSqlRawAsync(
            "UPDATE SealedBallots SET Key = {0}", new string('0', 64))));
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(CloseAsync);
    }

    [Fact]
    public async Task The_key_goes_once_the_close_is_durable_and_what_is_left_in_a_copy_is_unreadable()
    {
        await CastAsync(Roll[0], "receipt", 5, 0, 0);
        var file = Path.Combine(house.KeyFolder, "ballots", $"{Ballot.Id:N}.key");
        await DestroyAsync();
        Assert.True(File.Exists(file));

        await house.InScopeAsync<IApplications, DefectionApplication>(applications => applications.DoAsync(async () =>
        {
            var found = (await applications.FindAsync(application.Id))!;
            found.RejectByBallot(Act.OfClock(found.OpenBallotNow!.ClosesAt));
            return found;
        }));
        await DestroyAsync();
        Assert.False(File.Exists(file));
        await Assert.ThrowsAsync<FileNotFoundException>(CloseAsync);

        Task<bool> DestroyAsync() => house.InScopeAsync<IBallotBox, bool>(async box =>
        {
            await box.DestroyKeysAsync();
            return true;
        });
    }

    [Fact]
    public async Task A_void_ballot_is_emptied_unread()
    {
        await CastAsync(Roll[0], "receipt", 5, 0, 0);
        await house.InScopeAsync<DefectionDbContext, int>(async context =>
        {
            await using var scope = house.NewScope();
            return await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().WriteAsync(async () =>
            {
                await scope.ServiceProvider.GetRequiredService<IBallotBox>().VoidAsync(Ballot.Id);
                return 0;
            });
        });
        Assert.Empty(await CloseAsync());
    }

    private Task<CastResult> CastAsync(Guid person, string receipt, params int?[] scores) =>
        house.InScopeAsync<IBallotBox, CastResult>(box => box.CastAsync(Ballot.Id, person, receipt, scores));

    private async Task<IReadOnlyList<PublishedBallot>> CloseAsync()
    {
        await using var scope = house.NewScope();
        var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
        return await context.WriteAsync(() => scope.ServiceProvider.GetRequiredService<IBallotBox>().CloseAsync(Ballot.Id));
    }
}
