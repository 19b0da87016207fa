using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Harmony.Defection.Benchmarks.Bare;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Benchmarks;

/// <summary>
/// The public form beside a bare Razor page and a bare insert of one row with the same durability. Servers are processes of their own and take
/// turns, so that both meet the same machine; what is compared is each server's own processor time for a request.
/// </summary>
public static class FormBenchmark
{
    private const int Connections = 4;
    private const int Rounds = 3;
    private const int Sendings = 600;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(4);

    /// <summary>Measures, and writes the figures.</summary>
    /// <returns>0 where every aim is met, else 1.</returns>
    public static async Task<int> RunAsync(TextWriter output)
    {
        await using var site = new PresentSite();
        _ = site.Services;
        await using var form = await StartFormAsync(site);
        await using var bare = await ServerProcess.StartAsync(typeof(BareSite).Assembly.Location, [BareSite.Command, site.Folder]);

        var stranger = new Caller(form.Address);
        await stranger.SendAsync(stranger.Get("/"));
        var applicants = await BeginAsync(stranger, Connections);
        var caller = new Caller(bare.Address);
        await caller.SendAsync(caller.Get("/bare"));

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{Connections} connections, {Environment.ProcessorCount} cores, {Rounds} rounds of {Turn.TotalSeconds} s each\n"));
        await output.WriteLineAsync($"{"",-16}{"requests/s",12}{"p50 ms",10}{"p99 ms",10}{"server ms",12}{"× bare",10}{"aim",8}");

        var get = await InTurnsAsync(
            ("question GET", form, null, connection => applicants[connection].Get("/apply/name")),
            ("bare GET", bare, null, _ => caller.Get("/bare")));
        var post = await InTurnsAsync(
            ("question POST", form, "/apply/date-of-birth", connection => applicants[connection].Post("/apply/name", ("NameUsed", "Marged Okafor"))),
            ("bare insert", bare, "/bare", _ => caller.Post("/bare", ("Text", "Marged Okafor"))));
        var send = await SendAsync(site, form, stranger);

        var met = Write(output, get.Product, get.Bare, 2);
        met &= Write(output, post.Product, post.Bare, 2.5);
        met &= Write(output, send, post.Bare, 4);
        return met ? 0 : 1;
    }

    private static Task<ServerProcess> StartFormAsync(PresentSite site) => ServerProcess.StartAsync(
        typeof(FormMap).Assembly.Location,
        ["--urls=http://127.0.0.1:0"],
        [
            .. site.AllSettings, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Serilog:MinimumLevel:Default", "Warning"),
            ("Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime", "Information"),
        ]);

    /// <summary>Begins forms, each in a browser of its own.</summary>
    private static async Task<IReadOnlyList<Caller>> BeginAsync(Caller stranger, int count)
    {
        var callers = new List<Caller>();
        for (var i = 0; i < count; i++)
        {
            var one = stranger.Copy();
            await one.SendAsync(one.Post("/apply"));
            callers.Add(one);
        }

        return callers;
    }

    /// <summary>Two loads by turns, after a warm-up of each.</summary>
    private static async Task<(Measured Product, Measured Bare)> InTurnsAsync(
        (string Name, ServerProcess Server, string? LeadsTo, Func<int, HttpRequestMessage> Request) product,
        (string Name, ServerProcess Server, string? LeadsTo, Func<int, HttpRequestMessage> Request) bare)
    {
        await For(WarmUp, product);
        await For(WarmUp, bare);
        var (a, b) = (await For(Turn, product), await For(Turn, bare));
        for (var round = 1; round < Rounds; round++)
        {
            (a, b) = (a.And(await For(Turn, product)), b.And(await For(Turn, bare)));
        }

        return (a, b);

        static Task<Measured> For(TimeSpan time, (string Name, ServerProcess Server, string? LeadsTo, Func<int, HttpRequestMessage> Request) load)
        {
            var begun = Stopwatch.StartNew();
            return Load.RunAsync(load.Name, load.Server, Connections, load.LeadsTo, c => begun.Elapsed < time ? load.Request(c) : null);
        }
    }

    /// <summary>Sends whole forms, each once.</summary>
    private static async Task<Measured> SendAsync(PresentSite site, ServerProcess form, Caller stranger)
    {
        var callers = new ConcurrentQueue<Caller>(await BeginAsync(stranger, Sendings));
        await site.FillInAsync();
        Measured? measured = null;
        foreach (var (count, name) in ((int, string)[])[(Sendings / 3, "warm-up"), (Sendings, "form sent")])
        {
            var left = count;
            measured = await Load.RunAsync(name, form, Connections, "/apply/sent", _ =>
                Interlocked.Decrement(ref left) >= 0 && callers.TryDequeue(out var one) ? one.Post("/apply/send") : null);
        }

        return measured!;
    }

    private static bool Write(TextWriter output, Measured product, Measured bare, double aim)
    {
        var times = product.Cost / bare.Cost;
        foreach (var (load, ratio) in ((Measured, string)[])[(product, times.ToString("0.00", CultureInfo.InvariantCulture)), (bare, "1.00")])
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{load.Name,-16}{load.Rate,12:0}{load.Within(.5),10:0.00}{load.Within(.99),10:0.00}{load.Cost,12:0.000}{ratio,10}{(load == product ? $"{aim:0.0}" : string.Empty),8}"));
        }

        return times <= aim;
    }

    /// <summary>A site whose clock stands at the present day, on whose database another process serves.</summary>
    private sealed class PresentSite() : TestSite(DateTime.UtcNow)
    {
        public IEnumerable<(string Key, string Value)> AllSettings => Settings();

        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseContentRoot(AppContext.BaseDirectory);
        }

        /// <summary>Gives every form that is begun and empty a whole set of answers.</summary>
        public async Task FillInAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<DefectionDbContext>();
            var intake = scope.ServiceProvider.GetRequiredService<Intake>();
            var society = await context.Set<Society>().Where(s => s.Name == SampleWorld.Wexcombe).SingleAsync();
            var number = 0;
            foreach (var draft in await context.Set<Draft>().ToListAsync())
            {
                var answers = SampleAnswers.Of(number++, society.Id, draft.FormReleaseId, Clock.Now(), $"applicant{number}@defector.example");
                await intake.KeepAsync(draft, answers with { Area = answers.Area! with { RuleShown = society.AreaRule() } });
            }
        }
    }
}
