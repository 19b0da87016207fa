using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Harmony.Defection.Benchmarks;

/// <summary>What a load came to.</summary>
/// <param name="Name">What was asked for.</param>
/// <param name="Requests">How many requests were answered as expected.</param>
/// <param name="Elapsed">How long that took, on all connections together.</param>
/// <param name="Processor">The server's processor time.</param>
/// <param name="Latencies">Each answer's time, ascending.</param>
public sealed record Measured(string Name, int Requests, TimeSpan Elapsed, TimeSpan Processor, IReadOnlyList<TimeSpan> Latencies)
{
    /// <summary>Requests a second.</summary>
    public double Rate => Requests / Elapsed.TotalSeconds;

    /// <summary>The server's processor time for one request, in milliseconds.</summary>
    public double Cost => Processor.TotalMilliseconds / Requests;

    /// <summary>The time within which a share of the answers came, in milliseconds.</summary>
    public double Within(double share) => Latencies[(int)Math.Ceiling(share * Latencies.Count) - 1].TotalMilliseconds;

    /// <summary>Two runs of one load as one.</summary>
    public Measured And(Measured other) => new(
        Name, Requests + other.Requests, Elapsed + other.Elapsed, Processor + other.Processor, [.. Latencies.Concat(other.Latencies).Order()]);
}

/// <summary>Sends requests on a few connections, each as soon as the last was answered.</summary>
public static class Load
{
    /// <summary>Sends what a connection asks for next, until it has nothing more.</summary>
    /// <param name="name">What the load is called.</param>
    /// <param name="server">The server.</param>
    /// <param name="connections">How many connections.</param>
    /// <param name="leadsTo">Where each answer must lead; nothing where it must be a page.</param>
    /// <param name="next">The next request of a connection; nothing to end it.</param>
    /// <exception cref="InvalidOperationException">An answer was another one.</exception>
    public static async Task<Measured> RunAsync(
        string name, ServerProcess server, int connections, string? leadsTo, Func<int, HttpRequestMessage?> next)
    {
        var latencies = new ConcurrentBag<TimeSpan>();
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = connections };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var processor = server.ProcessorTime;
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            while (next(connection) is { } request)
            {
                using var _ = request;
                var one = Stopwatch.StartNew();
                using var answer = await client.SendAsync(request);
                await answer.Content.CopyToAsync(Stream.Null);
                latencies.Add(one.Elapsed);
                var led = answer.StatusCode == HttpStatusCode.Found ? answer.Headers.Location?.OriginalString : null;
                if (led != leadsTo || (leadsTo is null && answer.StatusCode != HttpStatusCode.OK))
                {
                    throw new InvalidOperationException($"{name}: {request.Method} {request.RequestUri} was answered with {(int)answer.StatusCode} {led}.");
                }
            }
        }));
        return new Measured(name, latencies.Count, whole.Elapsed, server.ProcessorTime - processor, [.. latencies.Order()]);
    }
}
