namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Mailboxes that an employer, a parliament, a council or a party may read: a person leaving a party is warned of them (rule 29).</summary>
public static class SharedMailboxes
{
    private static readonly string[] Domains =
    [
        // Governments, councils, police and courts.
        "gov.uk", "gov.wales", "llyw.cymru", "gov.scot", "gov.im", "gov.je", "gov.gg", "police.uk", "mod.uk", "judiciary.uk", "nhs.uk", "nhs.net",

        // Parliaments and assemblies.
        "parliament.uk", "parliament.scot", "parliament.wales", "senedd.wales", "senedd.cymru", "assembly.wales", "cynulliad.cymru", "niassembly.uk",
        "london.gov.uk", "tynwald.org.im",

        // Parties.
        "labour.org.uk", "labour.org", "scottishlabour.org.uk", "conservatives.com", "scottishconservatives.com", "tory.org", "libdems.org.uk",
        "libdems.org", "scotlibdems.org.uk", "greenparty.org.uk", "greens.scot", "greenpartyni.org", "snp.org", "albaparty.org", "plaid.cymru",
        "partyof.wales", "reformparty.uk", "reformuk.com", "ukip.org", "mydup.com", "sinnfein.ie", "sdlp.ie", "uup.org", "allianceparty.org",
        "tuv.org.uk", "workersparty.org", "sdp.org.uk", "cooperativeparty.org.uk", "party.coop", "mebyonkernow.org",
    ];

    /// <summary>Whether an address lies at one. Many parish and town councils have a name of their own: what it says is looked at.</summary>
    public static bool Has(string? email)
    {
        var domain = email?.Trim().Split('@')[^1].TrimEnd('.') ?? string.Empty;
        return Array.Exists(Domains, d =>
                domain.Equals(d, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + d, StringComparison.OrdinalIgnoreCase))
            || (domain.Contains('.', StringComparison.Ordinal) && domain.Split('.').Any(IsOfCouncil));
    }

    private static bool IsOfCouncil(string label) =>
        label.Contains("council", StringComparison.OrdinalIgnoreCase)
        || label.Contains("cyngor", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith("-pc", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith("-tc", StringComparison.OrdinalIgnoreCase);
}
