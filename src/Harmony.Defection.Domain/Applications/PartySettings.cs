using System.Security.Cryptography;
using Harmony.Defection.Domain.Storage;

namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// How the Party appears: names, mark and colours, set by the Operational Working Group (F3, rule 26). There is one row, and none before the
/// first change: until then the configuration's names hold.
/// </summary>
public sealed class PartySettings : IVersioned
{
    /// <summary>The largest mark, in bytes.</summary>
    public const int MarkBytes = 200_000;

    /// <summary>The id of the one row.</summary>
    public static readonly Guid TheOne = new("0198a000-0000-7000-8000-000000000001");

    private PartySettings()
    {
    }

    public Guid Id { get; private init; } = TheOne;

    /// <inheritdoc />
    public int Version { get; private set; }

    public PartyNames Names { get; private set; } = new();

    public PartyColours Colours { get; private set; } = PartyColours.Usual;

    /// <summary>The Party's mark, a PNG; nothing where the one the software comes with is used.</summary>
    public byte[]? Mark { get; private set; }

    /// <summary>The mark's address begins with it, so that a browser keeps one mark for ever and asks for a new one at once.</summary>
    public string? MarkHash { get; private set; }

    public Guid ChangedBy { get; private set; }

    /// <summary>When they were last changed, in UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>The first settings, with the names that held until then.</summary>
    public static PartySettings Begin(PartyNames names) => new() { Names = names };

    /// <summary>Sets names and colours.</summary>
    /// <returns>The names of what changed.</returns>
    /// <exception cref="ProcessRuleException">A colour cannot be read beside the site's own.</exception>
    public IReadOnlyList<string> Set(PartyNames names, PartyColours colours, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(colours);
        if (colours.WhyNot() is [var (_, sentence), ..])
        {
            throw new ProcessRuleException($"{sentence}.");
        }

        List<string> changed = [.. Differing(Names, names), .. Differing(Colours, colours)];
        (Names, Colours) = (names, colours);
        Note(changed, by, at);
        return changed;
    }

    /// <summary>Sets the mark; nothing goes back to the one the software comes with.</summary>
    /// <returns>The names of what changed.</returns>
    /// <exception cref="ProcessRuleException">It is too large.</exception>
    public IReadOnlyList<string> SetMark(byte[]? png, Guid by, DateTime at)
    {
        if (png is { Length: > MarkBytes })
        {
            throw new ProcessRuleException("The mark is too large: 200 kB is the most.");
        }

        var hash = png is null ? null : Convert.ToHexStringLower(SHA256.HashData(png))[..16];
        string[] changed = hash == MarkHash ? [] : [nameof(Mark)];
        (Mark, MarkHash) = (png, hash);
        Note(changed, by, at);
        return changed;
    }

    private static IEnumerable<string> Differing<T>(T before, T after) =>
        typeof(T).GetProperties().Where(p => p.GetMethod is { IsStatic: false } && !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name);

    private void Note(IReadOnlyCollection<string> changed, Guid by, DateTime at)
    {
        if (changed.Count > 0)
        {
            (ChangedBy, ChangedAt) = (by, at);
        }
    }
}
