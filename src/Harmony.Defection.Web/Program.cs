using Harmony.Defection.Infrastructure;
using Harmony.Defection.Web.Commands;
using Harmony.Defection.Web.Plumbing;
using Harmony.Defection.Web.Security;
using Serilog;

if (await OperatorCommands.TryRunAsync(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find(args) });
builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true));
builder.Host.UseSerilog((context, log) => log.ReadFrom.Configuration(context.Configuration), preserveStaticLogger: true);
builder.Services.AddDefectionInfrastructure(builder.Configuration, builder.Environment);
builder.Services.AddDefectionSecurity(builder.Configuration, builder.Environment);
builder.Services.AddDefectionPages();

var app = builder.Build();
try
{
    await app.Services.InitialiseStorageAsync();
    await SampleSetup.EnsureAsync(app);
    app.UseDefection();
}
catch (StorageRefusedException refusal)
{
    app.Logger.LogCritical("{Refusal}", refusal.Message);
    return 1;
}

await app.RunAsync();
return 0;

/// <summary>The web application; public so that tests can start it.</summary>
public sealed partial class Program;
