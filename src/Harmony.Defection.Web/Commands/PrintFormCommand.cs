using System.CommandLine;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Infrastructure;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Web.Features.Paper;

namespace Harmony.Defection.Web.Commands;

/// <summary>The command "print-form": makes the PDFs of the form on paper, once for each release (P1).</summary>
internal static class PrintFormCommand
{
    /// <summary>Prints the page of the running site, in both sizes.</summary>
    public static Command Make()
    {
        var site = new Option<string?>("--site") { Description = "Where the site runs; its public address if nothing is said." };
        var chromium = new Option<string?>("--chromium") { Description = "The browser that prints; the first one on the search path if nothing is said." };
        var command = new Command("print-form", "Make the PDFs of the form on paper from the running site.") { site, chromium };
        command.SetAction((parsed, cancellation) => StorageCommands.OnDatabaseAsync(
            migrate: false,
            services => PrintAsync(services, parsed.GetValue(site), parsed.GetValue(chromium), parsed.InvocationConfiguration.Output, cancellation),
            cancellation));
        return command;
    }

    private static async Task<int> PrintAsync(
        IServiceProvider services, string? site, string? chromium, TextWriter output, CancellationToken cancellation)
    {
        var release = await services.GetRequiredService<IDrafts>().ReleaseInForceAsync(cancellation)
            ?? throw new CommandFailedException("No form is released yet: there is nothing to print.");
        var address = (site ?? services.GetRequiredService<MailOptions>().SiteAddress)?.TrimEnd('/')
            ?? throw new CommandFailedException("Say where the site runs, with --site.");
        var files = new PaperFiles(services.GetRequiredService<StorageOptions>());
        if ((chromium ?? PaperPrinter.FindChromium()) is not { } browser)
        {
            var lines = Enum.GetValues<PaperSize>().Select(size => PaperPrinter.LineOf(address, size, files.PlaceOf(release, size)));
            throw new CommandFailedException(
                "There is no Chromium on this machine. On one that has it type these lines, and put the files where they name them:\n" + string.Join('\n', lines));
        }

        var printer = new PaperPrinter(files);
        foreach (var size in Enum.GetValues<PaperSize>())
        {
            await output.WriteLineAsync(await printer.PrintAsync(browser, address, release, size, cancellation));
        }

        return 0;
    }
}
