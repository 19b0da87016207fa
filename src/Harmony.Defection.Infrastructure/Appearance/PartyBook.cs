using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Appearance;

/// <summary>How the Party appears now.</summary>
/// <param name="Names">What it and its bodies are called.</param>
/// <param name="Colours">Its colours.</param>
/// <param name="MarkHash">The name of its own mark; nothing where the one the software comes with is used.</param>
public sealed record PartyAppearance(PartyNames Names, PartyColours Colours, string? MarkHash)
{
    /// <summary>The address of the mark.</summary>
    public string MarkPath => MarkHash is null ? "/mark.svg" : $"/mark/{MarkHash}.png";

    /// <summary>The address of the Party's own colours; nothing where they are the usual ones.</summary>
    public string? ColoursPath => Colours == PartyColours.Usual
        ? null
        : $"/colours/{string.Concat(Colours.Main, Colours.MainInDark, Colours.Link, Colours.LinkInDark).Replace("#", string.Empty, StringComparison.Ordinal)}.css";
}

/// <summary>
/// The one place that knows how the Party appears. It is read from the database once and kept; a change here makes this process read it again
/// at once, and another process after a few seconds.
/// </summary>
public sealed class PartyBook(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private Kept? kept;

    /// <summary>How the Party appears now.</summary>
    public PartyAppearance Current
    {
        get
        {
            var now = clock.Now();
            if (kept is { } known && now - known.ReadAt < KeptFor)
            {
                return known.Appearance;
            }

            var read = new Kept(Read(), now);
            kept = read;
            return read.Appearance;
        }
    }

    /// <summary>The names that the configuration gives, which hold until they are set.</summary>
    public PartyNames Configured => configuration.GetSection(PartyNames.Section).Get<PartyNames>() ?? new PartyNames();

    /// <summary>Forgets what was read, after a change.</summary>
    public void Forget() => kept = null;

    private PartyAppearance Read()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<DefectionDbContext>().Set<PartySettings>().AsNoTracking()
            .Select(s => new PartyAppearance(s.Names, s.Colours, s.MarkHash)).FirstOrDefault()
            ?? new PartyAppearance(Configured, PartyColours.Usual, null);
    }

    private sealed record Kept(PartyAppearance Appearance, DateTime ReadAt);
}

/// <summary>Puts the Party's appearance together.</summary>
public static class AppearanceSetup
{
    /// <summary>Registers how the Party appears, and its names, which each request and each round of a worker takes afresh (rule 26). The
    /// names are in the language of whoever is being spoken to.</summary>
    public static IServiceCollection AddPartyAppearance(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => new PartyBook(
            provider.GetRequiredService<IServiceScopeFactory>(), configuration, provider.GetRequiredService<TimeProvider>()))
        .AddScoped(provider => provider.GetRequiredService<PartyBook>().Current)
        .AddTransient(provider => provider.GetRequiredService<PartyAppearance>().Names.In(Languages.Current));
}
