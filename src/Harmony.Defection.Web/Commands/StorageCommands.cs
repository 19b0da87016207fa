using System.CommandLine;
using System.Globalization;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Web.Plumbing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Harmony.Defection.Web.Commands;

/// <summary>The commands that work on the database: "migrate", "create-admin EMAIL NAME" and "verify-audit".</summary>
internal static class StorageCommands
{
    /// <summary>Brings the schema up to date, on an empty database too.</summary>
    public static Command Migrate()
    {
        var command = new Command("migrate", "Bring the database up to date.");
        command.SetAction((parsed, cancellation) => OnDatabaseAsync(
            migrate: true,
            async _ =>
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync("The database is up to date.");
                return 0;
            },
            cancellation));
        return command;
    }

    /// <summary>Makes the first account of the Operational Working Group (SC1).</summary>
    public static Command CreateAdmin()
    {
        var email = new Argument<string>("EMAIL") { Description = "The address they sign in with." };
        var name = new Argument<string>("NAME") { Description = "The name by which they are called." };
        var command = new Command("create-admin", "Make the first account, and print the link that sets its password.") { email, name };
        command.SetAction((parsed, cancellation) => OnDatabaseAsync(
            migrate: false,
            async services =>
            {
                var link = await CreateAsync(services, parsed.GetValue(email)!, parsed.GetValue(name)!);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(link);
                return 0;
            },
            cancellation));
        return command;
    }

    /// <summary>Checks the audit trail's chain; the exit code is 1 where it is broken (AT2).</summary>
    public static Command VerifyAudit()
    {
        var command = new Command("verify-audit", "Check the chain of the audit trail, and print where it ends.");
        command.SetAction((parsed, cancellation) => OnDatabaseAsync(
            migrate: false,
            async services =>
            {
                var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(cancellation: cancellation);
                var output = parsed.InvocationConfiguration.Output;
                foreach (var fault in verdict.Faults)
                {
                    await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{fault.Sequence}: {fault.Sentence}"));
                }

                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{verdict.Entries} entries, {(verdict.IsWhole ? "whole" : "broken")}; head {verdict.HeadSequence} {verdict.HeadHash}"));
                return verdict.IsWhole ? 0 : 1;
            },
            cancellation));
        return command;
    }

    /// <summary>Does a command's work on the database, in a scope of its own.</summary>
    /// <exception cref="CommandFailedException">The storage is refused.</exception>
    public static async Task<int> OnDatabaseAsync(bool migrate, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = ContentRoot.Find([]) });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDefectionInfrastructure(builder.Configuration, builder.Environment);
        builder.Services.RemoveAll<IHostedService>();
        using var host = builder.Build();
        try
        {
            await host.Services.InitialiseStorageAsync(migrate, cancellation);
        }
        catch (StorageRefusedException refusal)
        {
            throw new CommandFailedException(refusal.Message);
        }

        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    private static async Task<string> CreateAsync(IServiceProvider services, string email, string name)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var context = services.GetRequiredService<DefectionDbContext>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        var person = new Person(services.GetRequiredService<IVault>(), name, email, now);
        var result = await people.CreateAsync(person);
        if (!result.Succeeded)
        {
            throw new CommandFailedException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }

        context.Add(RoleHolding.Appoint(person.Id, Role.Operations, society: null, now));
        services.GetRequiredService<IAuditTrail>().Record(new AuditDeed("account.created", nameof(Person), person.Id) { Role = nameof(Role.Operations) });
        await context.SaveChangesAsync();
        var letter = await services.GetRequiredService<AccountLinks>().InviteAsync(person, email);
        return services.GetRequiredService<MailOptions>().SiteAddress + letter.Link.Value;
    }
}
