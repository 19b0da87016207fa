namespace Harmony.Defection.Domain.Applications;

/// <summary>
/// What the Party and its bodies are called (rule 26), and the neutral names its mail goes by (rule 29). The Party uses variants, so every
/// page, letter and document takes the names from here. The section "Party" of the configuration gives the first ones; from then on the
/// Operational Working Group sets them (<see cref="PartySettings"/>).
/// </summary>
public sealed record PartyNames
{
    /// <summary>The section of the configuration that sets them.</summary>
    public const string Section = "Party";

    /// <summary>What the software is called, whatever the Party is.</summary>
    public const string Product = "Harmony Defection";

    /// <summary>The longest that a name may be.</summary>
    public const int NameLength = 100;

    /// <summary>The names as the policy has them, in which the code's own sentences are written.</summary>
    public static PartyNames InPolicy { get; } = new();

    public string Party { get; set; } = "Harmony Party";

    public string ShortName { get; set; } = "Harmony";

    public string ResearchWorkingGroup { get; set; } = "Research Working Group";

    /// <summary>What the Research Working Group is called in short.</summary>
    public string Research { get; set; } = "Research";

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

    /// <summary>Where letters come from, a line to a line; may be empty.</summary>
    public string PostalAddress { get; set; } = string.Empty;

    /// <summary>What stands for the mark where it cannot be seen.</summary>
    public string MarkText { get; set; } = "The Party’s mark";

    /// <summary>The sender's name of every message, which says nothing of the Party (rule 29).</summary>
    public string SenderName { get; set; } = "Secure messages";

    /// <summary>The subject of every message to an applicant (rule 29).</summary>
    public string MessageSubject { get; set; } = "You have a new message";

    /// <summary>What every calendar entry is called; calendars are shared and shown on locked screens.</summary>
    public string CalendarTitle { get; set; } = "Meeting";

    /// <summary>A sentence that is written with the policy's names, with the Party's own in their place.</summary>
    public string InOurWords(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);

        // The longest first, since some names lie within others; what was put in place is not looked at again.
        (string Old, string New)[] names =
        [
            (Product, Product), (InPolicy.Representative, Representative), (InPolicy.CommitteeForResolutions, CommitteeForResolutions),
            (InPolicy.OperationalWorkingGroup, OperationalWorkingGroup), (InPolicy.ResearchWorkingGroup, ResearchWorkingGroup),
            (InPolicy.SocietyForElections, SocietyForElections), (InPolicy.GeneralSecretary, GeneralSecretary),
            (InPolicy.FourPrinciples, FourPrinciples), (InPolicy.Kernel, Kernel), (InPolicy.Party, Party), (InPolicy.ShortName, ShortName), (InPolicy.Research, Research),
        ];
        var put = new List<string>();
        foreach (var (old, own) in names)
        {
            sentence = sentence.Replace(old, $"\uE000{put.Count}\uE001", StringComparison.Ordinal);
            put.Add(own);
        }

        for (var i = 0; i < put.Count; i++)
        {
            sentence = sentence.Replace($"\uE000{i}\uE001", put[i], StringComparison.Ordinal);
        }

        return sentence;
    }

    /// <summary>What a role is called.</summary>
    public string Say(Role role) => InOurWords(role.Say());
}
