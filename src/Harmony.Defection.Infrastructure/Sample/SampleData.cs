using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>
/// Fills an empty database with the sample: the invented Party, and applications in every stage, each walked there in the weeks before now.
/// Only for trying the product out: never in Production.
/// </summary>
public static class SampleData
{
    private static readonly int?[][] Scores = [[5, 1, 2], [4, 0, null], [1, 5, 0], [5, 2, 3], [0, 5, 1], [4, 2, 2]];

    private static readonly string[] Voters =
    [
        "member@harmony.example", "member.two@harmony.example", "member.three@harmony.example",
        "member.four@harmony.example", "member.five@harmony.example", "member.six@harmony.example",
    ];

    /// <summary>Makes the sample where there are no people yet.</summary>
    /// <returns>Whether it was made.</returns>
    public static async Task<bool> EnsureAsync(IConfiguration configuration, IHostEnvironment environment, CancellationToken cancellation = default)
    {
        var clock = new SampleClock(TimeProvider.System.Now());
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton(configuration);
        collection.AddSingleton(environment);
        collection.AddDefectionInfrastructure(configuration, environment);
        collection.RemoveAll<IHostedService>();
        await using var services = collection.BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
            if (!await SampleWorld.IsMissingAsync(context, cancellation))
            {
                return false;
            }

            await SampleWorld.MakeAsync(scope.ServiceProvider, clock.Now().AddDays(-400), cancellation);
        }

        var now = clock.Now();
        var time = new WalkClock(clock.Now, clock.MoveTo);
        var walk = new Walk(services, time);
        await MakeApplicationsAsync(walk, clock, now);
        clock.MoveTo(now.AddDays(-3));
        await new KeyedSample(services, time, walk).MakeAsync();
        return true;
    }

    private static async Task MakeApplicationsAsync(Walk walk, SampleClock clock, DateTime now)
    {
        // How many days ago each came in, so that its walk ends shortly before now.
        (int Ago, Stage Stage, Func<Guid, Task>? Then)[] plans =
        [
            (1, Stage.Received, null),
            (6, Stage.Verification, null),
            (5, Stage.Sanitisation, null),
            (5, Stage.Allocation, null),
            (7, Stage.Hustings, walk.AnnounceAsync),
            (16, Stage.Deliberation, walk.DebateAsync),
            (30, Stage.Ballot, id => walk.VoteAsync(id, [.. Voters.Zip(Scores).Take(3)])),
            (40, Stage.Accepted, null),
            (41, Stage.Rejected, null),
            (20, Stage.NotGenuine, null),
            (9, Stage.Withdrawn, null),
            (12, Stage.Lapsed, null),
            (60, Stage.Ballot, async id =>
            {
                await walk.VoteAsync(id, [.. Voters.Zip(Scores)]);
                await walk.DueAsync(id);
            }),
            (4, Stage.Hustings, null),
        ];
        foreach (var (plan, number) in plans.Select((p, i) => (p, i)))
        {
            clock.MoveTo(now.AddDays(-plan.Ago));
            var (id, _) = await walk.SubmitAsync(number, email: $"applicant{number + 1}@defector.example");
            await walk.ToAsync(id, plan.Stage);
            if (plan.Then is { } then)
            {
                await then(id);
            }
        }
    }

    /// <summary>A clock that goes where it is told, back too.</summary>
    private sealed class SampleClock(DateTime start) : TimeProvider
    {
        private DateTime now = start;

        public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);

        public DateTime Now() => now;

        public void MoveTo(DateTime moment) => now = moment;
    }
}
