namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// What the Party and its bodies are called (rule 26). The Party uses variants, so every page, letter and document takes the names from
/// here; the section "Party" of the configuration sets them.
/// </summary>
public sealed class PartyNames
{
    /// <summary>The section of the configuration that sets them.</summary>
    public const string Section = "Party";

    public string Party { get; set; } = "Harmony Party";

    public string ShortName { get; set; } = "Harmony";

    public string ResearchWorkingGroup { get; set; } = "Research Working Group";

    public string OperationalWorkingGroup { get; set; } = "Operational Working Group";

    public string GeneralSecretary { get; set; } = "General Secretary";

    public string CommitteeForResolutions { get; set; } = "Committee for Resolutions";

    public string SocietyForElections { get; set; } = "Society for Elections";

    /// <summary>What an accepted applicant may call themselves.</summary>
    public string Representative { get; set; } = "Harmony Party representative";

    /// <summary>What the text of the Party's ethics is called.</summary>
    public string Kernel { get; set; } = "Ethical Kernel";

    /// <summary>What the Kernel's four binding points are called.</summary>
    public string FourPrinciples { get; set; } = "Four Principles";

    /// <summary>Where questions may be sent; nothing where the Party names no mailbox.</summary>
    public string? HelpEmail { get; set; }

    /// <summary>Where forms on paper are sent, a line to a line.</summary>
    public string PostalAddress { get; set; } = string.Empty;
}
