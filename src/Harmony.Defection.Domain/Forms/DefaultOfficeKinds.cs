namespace Harmony.Defection.Domain.Forms;

/// <summary>The table of office kinds as an installation begins with it. From then on it is the Operational Working Group’s.</summary>
public static class DefaultOfficeKinds
{
    private static readonly OfficeKindDetails[] Details =
    [
        new("Parish councillor", OfficeLevel.Parish, false, "ward", WelshName: "Cynghorydd plwyf", WelshAreaWord: "ward"),
        new("Town councillor", OfficeLevel.Parish, false, "ward", WelshName: "Cynghorydd tref", WelshAreaWord: "ward"),
        new("Community councillor", OfficeLevel.Parish, false, "ward", WelshName: "Cynghorydd cymuned", WelshAreaWord: "ward"),
        new("District councillor", OfficeLevel.Council, false, "ward", WelshName: "Cynghorydd dosbarth", WelshAreaWord: "ward"),
        new("Borough councillor", OfficeLevel.Council, false, "ward", WelshName: "Cynghorydd bwrdeistref", WelshAreaWord: "ward"),
        new("London borough councillor", OfficeLevel.Council, false, "ward",
            WelshName: "Cynghorydd bwrdeistref yn Llundain", WelshAreaWord: "ward"),
        new("City councillor", OfficeLevel.Council, false, "ward", WelshName: "Cynghorydd dinas", WelshAreaWord: "ward"),
        new("County councillor", OfficeLevel.Council, false, "division", WelshName: "Cynghorydd sir", WelshAreaWord: "adran etholiadol"),
        new("Councillor of a unitary authority", OfficeLevel.Council, false, "ward",
            WelshName: "Cynghorydd awdurdod unedol", WelshAreaWord: "ward"),
        new("Councillor of a county or county borough in Wales", OfficeLevel.Council, false, "ward",
            WelshName: "Cynghorydd sir neu fwrdeistref sirol yng Nghymru", WelshAreaWord: "ward"),
        new("Councillor in Scotland", OfficeLevel.Council, false, "ward", WelshName: "Cynghorydd yn yr Alban", WelshAreaWord: "ward"),
        new("Councillor in Northern Ireland", OfficeLevel.Council, false, "district electoral area",
            WelshName: "Cynghorydd yng Ngogledd Iwerddon", WelshAreaWord: "ardal etholiadol dosbarth"),
        new("Elected mayor of a council", OfficeLevel.Region, true, "area", WelshName: "Maer etholedig cyngor", WelshAreaWord: "ardal"),
        new("Mayor of a combined authority", OfficeLevel.Region, true, "area", WelshName: "Maer awdurdod cyfun", WelshAreaWord: "ardal"),
        new("Mayor of London", OfficeLevel.Region, true, "area", WelshName: "Maer Llundain", WelshAreaWord: "ardal"),
        new("Police and Crime Commissioner", OfficeLevel.Region, true, "police area",
            WelshName: "Comisiynydd yr Heddlu a Throseddu", WelshAreaWord: "ardal heddlu"),
        new("Member of the London Assembly", OfficeLevel.Region, true, "constituency",
            WelshName: "Aelod o Gynulliad Llundain", WelshAreaWord: "etholaeth"),
        new("Member of Parliament", OfficeLevel.Parliament, false, "constituency", WelshName: "Aelod Seneddol", WelshAreaWord: "etholaeth"),
        new("Member of the Senedd", OfficeLevel.Parliament, true, "constituency",
            WelshName: "Aelod o’r Senedd", WelshAreaWord: "etholaeth"),
        new("Member of the Scottish Parliament for a constituency", OfficeLevel.Parliament, false, "constituency",
            WelshName: "Aelod o Senedd yr Alban dros etholaeth", WelshAreaWord: "etholaeth"),
        new("Member of the Scottish Parliament for a region", OfficeLevel.Parliament, true, "region",
            WelshName: "Aelod o Senedd yr Alban dros ranbarth", WelshAreaWord: "rhanbarth"),
        new("Member of the Northern Ireland Assembly", OfficeLevel.Parliament, false, "constituency",
            WelshName: "Aelod o Gynulliad Gogledd Iwerddon", WelshAreaWord: "etholaeth"),
        new("Another elected office", OfficeLevel.Other, false, "area", IsNamedByApplicant: true,
            WelshName: "Swydd etholedig arall", WelshAreaWord: "ardal"),
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
