using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Deadlines;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Casework;

/// <summary>What follows from time when nobody comes by (rule 27).</summary>
public sealed class DeadlineTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_case_that_cannot_be_settled_stands_in_no_other_s_way()
    {
        var stuck = await site.ApplicationAtAsync(Stage.Received);
        await site.InDatabaseAsync(database => database.WriteAsync(() => database.Set<DefectionApplication>().Where(a => a.Id == stuck.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.NextDueAt, TestSite.Start.AddDays(-30)))));
        var deciding = await site.ApplicationAtAsync(Stage.Deliberation, 1);
        site.Clock.Advance(TimeSpan.FromDays(90));

        Assert.Equal(1, await site.Services.GetRequiredService<DeadlineWorker>().SettleAsync(batch: 1));

        var after = await site.InDatabaseAsync(database => database.Set<DefectionApplication>().AsNoTracking().ToDictionaryAsync(a => a.Id));
        Assert.Equal(Stage.Received, after[stuck.Id].Stage);
        Assert.NotNull(after[deciding.Id].NoConsensusAt);
    }
}
