namespace Harmony.Defection.Domain.Forms;

/// <summary>What a sealed value can be looked up by.</summary>
public enum LookUpKind
{
    Email,
    Phone,
    DateOfBirth,
    NameWord,

    /// <summary>Body and area of an office held.</summary>
    Office,
}

/// <summary>The keyed hash of one value of an application, by which it is found without being readable.</summary>
public sealed class LookUpEntry
{
    private LookUpEntry()
    {
    }

    public Guid ApplicationId { get; private init; }

    public LookUpKind Kind { get; private init; }

    public string Hash { get; private init; } = string.Empty;

    /// <summary>Makes an entry.</summary>
    public static LookUpEntry Of(Guid application, LookUpKind kind, string hash) => new() { ApplicationId = application, Kind = kind, Hash = hash };
}
