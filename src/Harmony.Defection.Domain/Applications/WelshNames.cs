namespace Harmony.Defection.Domain.Applications;

/// <summary>What the Party and its bodies are called in Welsh. Each may be missing: see <see cref="PartyNames.In"/>.</summary>
public sealed record WelshNames
{
    /// <summary>The Welsh of the names that the policy has.</summary>
    public static WelshNames Usual { get; } = new()
    {
        Party = "Plaid Harmony",
        ShortName = "Harmony",
        ResearchWorkingGroup = "Gweithgor Ymchwil",
        Research = "Ymchwil",
        OperationalWorkingGroup = "Gweithgor Gweithredol",
        GeneralSecretary = "Ysgrifennydd Cyffredinol",
        CommitteeForResolutions = "Pwyllgor Datrysiadau",
        SocietyForElections = "Cymdeithas Etholiadau",
        Representative = "cynrychiolydd Plaid Harmony",
        Kernel = "Craidd Moesegol",
        FourPrinciples = "Pedair Egwyddor",
        MarkText = "Marc y Blaid",
        SenderName = "Negeseuon diogel",
        MessageSubject = "Mae gennych neges newydd",
        CalendarTitle = "Cyfarfod",
    };

    public string? Party { get; set; }

    public string? ShortName { get; set; }

    public string? ResearchWorkingGroup { get; set; }

    public string? Research { get; set; }

    public string? OperationalWorkingGroup { get; set; }

    public string? GeneralSecretary { get; set; }

    public string? CommitteeForResolutions { get; set; }

    public string? SocietyForElections { get; set; }

    public string? Representative { get; set; }

    public string? Kernel { get; set; }

    public string? FourPrinciples { get; set; }

    public string? MarkText { get; set; }

    public string? SenderName { get; set; }

    public string? MessageSubject { get; set; }

    public string? CalendarTitle { get; set; }
}
