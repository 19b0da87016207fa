namespace Harmony.Defection.Domain.Forms;

/// <summary>The kinds of office a sitting official may hold, from parish council to national parliament (F1).</summary>
public enum OfficeKind
{
    ParishCouncillor,
    TownCouncillor,
    CommunityCouncillor,
    DistrictCouncillor,
    BoroughCouncillor,
    CityCouncillor,
    CountyCouncillor,
    UnitaryCouncillor,
    Mayor,
    PoliceAndCrimeCommissioner,
    LondonAssemblyMember,
    MemberOfParliament,
    MemberOfTheSenedd,
    MemberOfTheScottishParliament,
    MemberOfTheLegislativeAssembly,
    Other,
}

/// <summary>What kinds of office are called, and how large an area they have.</summary>
public static class OfficeKinds
{
    /// <summary>The kind's name as people read it.</summary>
    public static string Say(this OfficeKind kind) => kind switch
    {
        OfficeKind.ParishCouncillor => "Parish councillor",
        OfficeKind.TownCouncillor => "Town councillor",
        OfficeKind.CommunityCouncillor => "Community councillor",
        OfficeKind.DistrictCouncillor => "District councillor",
        OfficeKind.BoroughCouncillor => "Borough councillor",
        OfficeKind.CityCouncillor => "City councillor",
        OfficeKind.CountyCouncillor => "County councillor",
        OfficeKind.UnitaryCouncillor => "Councillor of a unitary authority",
        OfficeKind.PoliceAndCrimeCommissioner => "Police and Crime Commissioner",
        OfficeKind.LondonAssemblyMember => "Member of the London Assembly",
        OfficeKind.MemberOfParliament => "Member of Parliament",
        OfficeKind.MemberOfTheSenedd => "Member of the Senedd",
        OfficeKind.MemberOfTheScottishParliament => "Member of the Scottish Parliament",
        OfficeKind.MemberOfTheLegislativeAssembly => "Member of the Northern Ireland Assembly",
        OfficeKind.Other => "Another elected office",
        _ => kind.ToString(),
    };

    /// <summary>Whether the office's area is larger than a constituency, so that a City or Regional Society decides first (rule 1).</summary>
    public static bool IsLargerThanConstituency(this OfficeKind kind) => kind is
        OfficeKind.CountyCouncillor or OfficeKind.Mayor or OfficeKind.PoliceAndCrimeCommissioner or OfficeKind.LondonAssemblyMember;
}
