namespace Harmony.Defection.Domain.Forms;

/// <summary>The table of office kinds as an installation begins with it. From then on it is the Operational Working Group’s.</summary>
public static class DefaultOfficeKinds
{
    private static readonly OfficeKindDetails[] Details =
    [
        new("Parish councillor", OfficeLevel.Parish, false, "ward"),
        new("Town councillor", OfficeLevel.Parish, false, "ward"),
        new("Community councillor", OfficeLevel.Parish, false, "ward"),
        new("District councillor", OfficeLevel.Council, false, "ward"),
        new("Borough councillor", OfficeLevel.Council, false, "ward"),
        new("London borough councillor", OfficeLevel.Council, false, "ward"),
        new("City councillor", OfficeLevel.Council, false, "ward"),
        new("County councillor", OfficeLevel.Council, false, "division"),
        new("Councillor of a unitary authority", OfficeLevel.Council, false, "ward"),
        new("Councillor of a county or county borough in Wales", OfficeLevel.Council, false, "ward"),
        new("Councillor in Scotland", OfficeLevel.Council, false, "ward"),
        new("Councillor in Northern Ireland", OfficeLevel.Council, false, "district electoral area"),
        new("Elected mayor of a council", OfficeLevel.Region, true, "area"),
        new("Mayor of a combined authority", OfficeLevel.Region, true, "area"),
        new("Mayor of London", OfficeLevel.Region, true, "area"),
        new("Police and Crime Commissioner", OfficeLevel.Region, true, "police area"),
        new("Member of the London Assembly", OfficeLevel.Region, true, "constituency"),
        new("Member of Parliament", OfficeLevel.Parliament, false, "constituency"),
        new("Member of the Senedd", OfficeLevel.Parliament, true, "constituency"),
        new("Member of the Scottish Parliament for a constituency", OfficeLevel.Parliament, false, "constituency"),
        new("Member of the Scottish Parliament for a region", OfficeLevel.Parliament, true, "region"),
        new("Member of the Northern Ireland Assembly", OfficeLevel.Parliament, false, "constituency"),
        new("Another elected office", OfficeLevel.Other, false, "area", IsNamedByApplicant: true),
    ];

    /// <summary>Every kind, the smallest level first, each with an id that is the same in every installation.</summary>
    public static IReadOnlyList<OfficeKind> Make() => [.. Details.Select((details, i) => OfficeKind.Make(IdOf(i), details))];

    /// <summary>A kind by its name, as an answer keeps it.</summary>
    public static ChosenKind Named(string name)
    {
        var number = Array.FindIndex(Details, d => d.Name == name);
        return OfficeKind.Make(IdOf(number), Details[number]).AsChosen();
    }

    private static Guid IdOf(int number) => new(0x0FF1CE, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, (byte)(number + 1)]);
}
