using Harmony.Defection.Domain.Wording;

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

    /// <summary>The names in Welsh, as far as the Party set any.</summary>
    public WelshNames Welsh { get; set; } = new();

    /// <summary>The names in the language they were set in, where these are the names as a reader of Welsh sees them.</summary>
    private PartyNames? AsSet { get; init; }

    /// <summary>
    /// The names as a reader of a language sees them. A Welsh name is the one that the Party set; where it set none, the usual Welsh of a name
    /// that is still the policy's; otherwise the name as it is, so that a renamed body is never called by its old name.
    /// </summary>
    public PartyNames In(string language)
    {
        var own = AsSet ?? this;
        return language == Languages.Welsh
            ? own with
            {
                AsSet = own,
                Party = InWelsh(n => n.Party, w => w.Party),
                ShortName = InWelsh(n => n.ShortName, w => w.ShortName),
                ResearchWorkingGroup = InWelsh(n => n.ResearchWorkingGroup, w => w.ResearchWorkingGroup),
                Research = InWelsh(n => n.Research, w => w.Research),
                OperationalWorkingGroup = InWelsh(n => n.OperationalWorkingGroup, w => w.OperationalWorkingGroup),
                GeneralSecretary = InWelsh(n => n.GeneralSecretary, w => w.GeneralSecretary),
                CommitteeForResolutions = InWelsh(n => n.CommitteeForResolutions, w => w.CommitteeForResolutions),
                SocietyForElections = InWelsh(n => n.SocietyForElections, w => w.SocietyForElections),
                Representative = InWelsh(n => n.Representative, w => w.Representative),
                Kernel = InWelsh(n => n.Kernel, w => w.Kernel),
                FourPrinciples = InWelsh(n => n.FourPrinciples, w => w.FourPrinciples),
                MarkText = InWelsh(n => n.MarkText, w => w.MarkText),
                SenderName = InWelsh(n => n.SenderName, w => w.SenderName),
                MessageSubject = InWelsh(n => n.MessageSubject, w => w.MessageSubject),
                CalendarTitle = InWelsh(n => n.CalendarTitle, w => w.CalendarTitle),
            }
            : own;

        string InWelsh(Func<PartyNames, string> name, Func<WelshNames, string?> welsh) =>
            welsh(own.Welsh) is { Length: > 0 } set ? set : name(own) == name(InPolicy) ? welsh(WelshNames.Usual)! : name(own);
    }

    /// <summary>A sentence that is written with the policy's names, in English or in Welsh, with the Party's own in their place.</summary>
    public string InOurWords(string sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);

        // The longest first, since some names lie within others; what was put in place is not looked at again.
        (string Old, string Welsh, string New)[] names =
        [
            (Product, Product, Product), (InPolicy.Representative, WelshNames.Usual.Representative!, Representative),
            (InPolicy.CommitteeForResolutions, WelshNames.Usual.CommitteeForResolutions!, CommitteeForResolutions),
            (InPolicy.OperationalWorkingGroup, WelshNames.Usual.OperationalWorkingGroup!, OperationalWorkingGroup),
            (InPolicy.ResearchWorkingGroup, WelshNames.Usual.ResearchWorkingGroup!, ResearchWorkingGroup),
            (InPolicy.SocietyForElections, WelshNames.Usual.SocietyForElections!, SocietyForElections),
            (InPolicy.GeneralSecretary, WelshNames.Usual.GeneralSecretary!, GeneralSecretary),
            (InPolicy.FourPrinciples, WelshNames.Usual.FourPrinciples!, FourPrinciples), (InPolicy.Kernel, WelshNames.Usual.Kernel!, Kernel),
            (InPolicy.Party, WelshNames.Usual.Party!, Party), (InPolicy.ShortName, WelshNames.Usual.ShortName!, ShortName),
            (InPolicy.Research, WelshNames.Usual.Research!, Research),
        ];
        var put = new List<string>();
        foreach (var (old, welsh, own) in names)
        {
            foreach (var form in Mutations.Of(welsh).Prepend(old))
            {
                sentence = sentence.Replace(form, $"\uE000{put.Count}\uE001", StringComparison.Ordinal);
                put.Add(own == welsh && form != old ? form : own);
            }
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
