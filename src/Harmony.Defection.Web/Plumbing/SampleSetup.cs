using Harmony.Defection.Infrastructure;
using Harmony.Defection.Infrastructure.Sample;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>The sample that Development begins with (setting "Sample:Enabled").</summary>
internal static class SampleSetup
{
    /// <summary>Makes the sample where it is asked for and nobody is there yet, and says in the log how to sign in.</summary>
    /// <exception cref="StorageRefusedException">It is asked for in Production.</exception>
    public static async Task EnsureAsync(WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>("Sample:Enabled"))
        {
            return;
        }

        if (app.Environment.IsProduction())
        {
            throw new StorageRefusedException("Sample:Enabled is set: Production never holds the sample.");
        }

        await SampleData.EnsureAsync(app.Configuration, app.Environment);
        foreach (var person in SampleWorld.People)
        {
            app.Logger.LogInformation("Sample sign-in: {Email} ({Does})", person.Email, person.Does);
        }

        app.Logger.LogInformation("All with the password “{Password}”; also listed at /development/sign-ins", SampleWorld.Password);
    }
}
