using System.Diagnostics;
using System.Net;
using System.Text;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Web.Features.Paper;

namespace Harmony.Defection.Web.Commands;

/// <summary>Prints the form on paper of a running site into tagged PDFs, with a Chromium of this machine. Only the command does this: the site starts no browser.</summary>
public sealed class PaperPrinter(PaperFiles files)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The first Chromium on the search path; nothing where there is none.</summary>
    public static string? FindChromium() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The line by which a PDF can be made by hand, on whatever machine has a Chromium.</summary>
    public static string LineOf(string site, PaperSize size, string place) =>
        $"chromium --headless --no-pdf-header-footer --print-to-pdf=\"{place}\" \"{site}{PaperFiles.PathOf(size)}\"";

    /// <summary>Prints one size, and puts the PDF where the site offers it.</summary>
    /// <param name="chromium">The browser's program.</param>
    /// <param name="site">The site's address, without a slash at its end.</param>
    /// <param name="release">The release in force, which the page must bear.</param>
    /// <param name="size">The size.</param>
    /// <param name="cancellation">Stops the browser.</param>
    /// <returns>Where the PDF lies.</returns>
    /// <exception cref="CommandFailedException">The site does not show this form, or the browser printed none.</exception>
    public async Task<string> PrintAsync(string chromium, string site, FormRelease release, PaperSize size, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(release);
        var address = site + PaperFiles.PathOf(size);
        await RequirePageAsync(address, release, cancellation);
        var place = files.PlaceOf(release, size);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var work = Directory.CreateTempSubdirectory("defection-print-");
        try
        {
            var made = Path.Combine(work.FullName, "form.pdf");
            var said = await RunAsync(chromium, work.FullName, made, address, cancellation);
            if (!File.Exists(made) || !await IsTaggedAsync(made, cancellation))
            {
                throw new CommandFailedException($"{chromium} made no tagged PDF of {address}. {said}".Trim());
            }

            File.Copy(made, place + ".new", overwrite: true);
            File.Move(place + ".new", place, overwrite: true);
            return place;
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>A browser prints pages of error as gladly as the form: so the page is looked at first.</summary>
    private static async Task RequirePageAsync(string address, FormRelease release, CancellationToken cancellation)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        try
        {
            using var answer = await client.GetAsync(new Uri(address), cancellation);
            var page = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.StatusCode != HttpStatusCode.OK || !page.Contains($"data-release=\"{release.Id}\"", StringComparison.Ordinal))
            {
                throw new CommandFailedException($"{address} does not show the form that is in force here ({(int)answer.StatusCode}).");
            }
        }
        catch (HttpRequestException)
        {
            throw new CommandFailedException($"{address} does not answer. Start the site first, or name its address with --site.");
        }
    }

    private static async Task<string> RunAsync(string chromium, string work, string made, string address, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(chromium) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        string[] switches =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={Path.Combine(work, "profile")}", "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={made}",
            .. Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? (string[])["--no-sandbox"] : [], address,
        ];
        foreach (var word in switches)
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start) ?? throw new CommandFailedException($"{chromium} does not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = await process.StandardError.ReadToEndAsync(limit.Token);
            await output;
            await process.WaitForExitAsync(limit.Token);
            return error.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? string.Empty;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static async Task<bool> IsTaggedAsync(string pdf, CancellationToken cancellation)
    {
        var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, cancellation));
        return content.StartsWith("%PDF-", StringComparison.Ordinal)
            && content.Contains("/StructTreeRoot", StringComparison.Ordinal)
            && content.Contains("/Lang", StringComparison.Ordinal);
    }
}
