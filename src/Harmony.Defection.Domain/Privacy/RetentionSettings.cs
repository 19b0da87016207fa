namespace Harmony.Defection.Domain.Privacy;

/// <summary>For how long personal data is kept (rule 24), to be confirmed by the Party's adviser. Every page that says so says these.</summary>
public sealed record RetentionSettings
{
    /// <summary>Name of the section of the configuration that sets them.</summary>
    public const string Section = "Retention";

    /// <summary>Months after closing for which an application not accepted, not genuine or lapsed is kept.</summary>
    public int ClosedMonths { get; init; } = 6;

    /// <summary>Days for which an application withdrawn is kept.</summary>
    public int WithdrawnDays { get; init; } = 28;

    /// <summary>Months for which checks and debate of an application accepted are kept.</summary>
    public int AcceptedMonths { get; init; } = 12;

    /// <summary>Months after leaving office for which undertakings are kept.</summary>
    public int PromiseMonths { get; init; } = 12;

    /// <summary>Years for which the record of who did what is kept.</summary>
    public int AuditYears { get; init; } = 6;
}
