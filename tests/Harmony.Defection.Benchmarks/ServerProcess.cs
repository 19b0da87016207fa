using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Benchmarks;

/// <summary>A server as a process of its own, so that its processor time is its alone.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it has used so far, over all cores.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts an assembly, and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<ServerProcess> StartAsync(string assembly, IEnumerable<string> arguments, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var started = Process.Start(start)!;
        _ = started.StandardOutput.ReadToEndAsync();
        while (await started.StandardError.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
            {
                _ = started.StandardError.ReadToEndAsync();
                return new ServerProcess(started, new Uri(listening.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException($"{Path.GetFileName(assembly)} did not start.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
