namespace Harmony.Defection.Web.Features.Apply;

/// <summary>How long a form stays open in a browser (section "Form" of the configuration).</summary>
public sealed record FormOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Form";

    private const int MostWarningMinutes = 5;

    /// <summary>Minutes without use after which a form is closed in a browser, by the server's clock. Its answers stay.</summary>
    public int IdleMinutes { get; init; } = 120;

    /// <summary>The same as a span of time.</summary>
    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    /// <summary>How long before that a person is warned.</summary>
    public TimeSpan Warning => TimeSpan.FromMinutes(Math.Min(MostWarningMinutes, IdleMinutes / 2.0));

    /// <summary>The limit in words: "2 hours", "90 minutes".</summary>
    public string IdleInWords => IdleMinutes % 60 != 0 ? $"{IdleMinutes} minutes" : IdleMinutes == 60 ? "1 hour" : $"{IdleMinutes / 60} hours";
}
