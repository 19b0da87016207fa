namespace Harmony.Defection.Domain.Apply;

/// <summary>How much strangers may leave here, all together (section "Limits" of the configuration; RL1).</summary>
public sealed record IntakeLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Most forms that are begun online and not sent.</summary>
    public int Drafts { get; init; } = 5_000;

    /// <summary>Most applications that came online and that Research has not begun on.</summary>
    public int Applications { get; init; } = 1_000;

    /// <summary>Most bytes of files with forms that are begun online and not sent, and with applications that nobody has begun on.</summary>
    public long Bytes { get; init; } = 10_000_000_000;
}
