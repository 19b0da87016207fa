using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Forms;

/// <summary>The levels at which officials sit, from the parish to national parliaments (F1).</summary>
public enum OfficeLevel
{
    /// <summary>Parish, town and community councils.</summary>
    Parish,

    /// <summary>Principal councils: district, borough, city, county, unitary.</summary>
    Council,

    /// <summary>Mayors, police commissioners and the London Assembly.</summary>
    Region,

    /// <summary>Parliaments and assemblies of the nations.</summary>
    Parliament,

    /// <summary>Whatever the others leave out.</summary>
    Other,
}

/// <summary>
/// A kind of office that a sitting official may hold (F1), one row of a table that Operations keeps. A row is never deleted: one that is not
/// to be offered any more is retired, and whatever named it keeps the words it had (<see cref="ChosenKind"/>).
/// </summary>
public sealed class OfficeKind : IVersioned
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Most characters of the word for an area.</summary>
    public const int LongestAreaWord = 40;

    private OfficeKind()
    {
    }

    public Guid Id { get; private init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>What a holder is called: "Borough councillor".</summary>
    public string Name { get; private set; } = string.Empty;

    public OfficeLevel Level { get; private set; }

    /// <summary>Whether its area is larger than a constituency, so that a City or Regional Society is asked first (rule 1).</summary>
    public bool IsLargerThanConstituency { get; private set; }

    /// <summary>What its area is called: "ward", "division", "constituency".</summary>
    public string AreaWord { get; private set; } = string.Empty;

    /// <summary>Whether the applicant is asked to name the office, because the row stands for any that is not in the table.</summary>
    public bool IsNamedByApplicant { get; private set; }

    /// <summary>What a holder is called in Welsh; nothing where a reader of Welsh reads the English.</summary>
    public string? WelshName { get; private set; }

    /// <summary>What its area is called in Welsh; nothing where a reader of Welsh reads the English.</summary>
    public string? WelshAreaWord { get; private set; }

    /// <summary>When it was retired, in UTC; nothing while it is offered.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <summary>Makes a kind.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="details">What is said of it.</param>
    public static OfficeKind Make(Guid id, OfficeKindDetails details)
    {
        var kind = new OfficeKind { Id = id };
        kind.Set(details);
        return kind;
    }

    /// <summary>Changes what is said of it. Applications that named it before keep the words they had.</summary>
    public void Set(OfficeKindDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        (Name, Level, IsLargerThanConstituency, AreaWord, IsNamedByApplicant) =
            (details.Name, details.Level, details.IsLargerThanConstituency, details.AreaWord, details.IsNamedByApplicant);
        (WelshName, WelshAreaWord) = (details.WelshName, details.WelshAreaWord);
    }

    /// <summary>Takes it off the form.</summary>
    public void Retire(DateTime at) => RetiredAt ??= at;

    /// <summary>Offers it again.</summary>
    public void BringBack() => RetiredAt = null;

    /// <summary>The kind as an answer keeps it.</summary>
    public ChosenKind AsChosen() => new(Id, Name, AreaWord, IsLargerThanConstituency, IsNamedByApplicant, WelshName, WelshAreaWord);
}

/// <summary>What is said of a kind of office.</summary>
/// <param name="Name">What a holder is called.</param>
/// <param name="Level">At which level it is.</param>
/// <param name="IsLargerThanConstituency">Whether its area is larger than a constituency (rule 1).</param>
/// <param name="AreaWord">What its area is called.</param>
/// <param name="IsNamedByApplicant">Whether the applicant names the office.</param>
/// <param name="WelshName">What a holder is called in Welsh, if that is known.</param>
/// <param name="WelshAreaWord">What its area is called in Welsh, if that is known.</param>
public sealed record OfficeKindDetails(
    string Name,
    OfficeLevel Level,
    bool IsLargerThanConstituency,
    string AreaWord,
    bool IsNamedByApplicant = false,
    string? WelshName = null,
    string? WelshAreaWord = null);

/// <summary>A kind of office as it stood when an applicant chose it.</summary>
/// <param name="Id">The row of the table.</param>
/// <param name="Name">What a holder was called.</param>
/// <param name="AreaWord">What its area was called.</param>
/// <param name="IsLargerThanConstituency">Whether its area was larger than a constituency (rule 1).</param>
/// <param name="IsNamedByApplicant">Whether the applicant names the office.</param>
/// <param name="WelshName">What a holder was called in Welsh, if that was known.</param>
/// <param name="WelshAreaWord">What its area was called in Welsh, if that was known.</param>
public sealed record ChosenKind(
    Guid Id,
    string Name,
    string AreaWord,
    bool IsLargerThanConstituency,
    bool IsNamedByApplicant,
    string? WelshName = null,
    string? WelshAreaWord = null)
{
    /// <summary>What a holder is called, in the reader's language.</summary>
    public string Say() => Languages.IsWelsh ? WelshName ?? Name : Name;
}

/// <summary>What levels of office are called.</summary>
public static class OfficeLevels
{
    /// <summary>The heading over the offices of a level.</summary>
    public static string Say(this OfficeLevel level) => level switch
    {
        OfficeLevel.Parish => T("Parish, town and community councils"),
        OfficeLevel.Council => T("District, borough, city, county and unitary councils"),
        OfficeLevel.Region => T("Mayors, police commissioners and the London Assembly"),
        OfficeLevel.Parliament => T("Parliaments and assemblies"),
        _ => T("Anything else"),
    };
}
