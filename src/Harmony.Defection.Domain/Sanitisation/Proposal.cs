namespace Harmony.Defection.Domain.Sanitisation;

/// <summary>The kinds of contact data that a copy must not hold (rules 6 and 7).</summary>
public enum ContactKind
{
    Phone,
    Email,
    Handle,
    Postcode,
    Locator,
    Address,

    /// <summary>A date of birth, a differing legal name or a previous name that the form gives.</summary>
    Personal,
}

/// <summary>A stretch of a text that looks like contact data.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Why">Why it is taken for that, in words.</param>
public sealed record Finding(int Start, int Length, ContactKind Kind, string Why)
{
    /// <summary>Where it ends, exclusive.</summary>
    public int End => Start + Length;
}

/// <summary>What kinds of contact data are called, and what stands in their place.</summary>
public static class ContactWords
{
    /// <summary>The kind as people read it.</summary>
    public static string Say(this ContactKind kind) => kind switch
    {
        ContactKind.Phone => "Phone number",
        ContactKind.Email => "E-mail address",
        ContactKind.Handle => "Messenger account",
        ContactKind.Postcode => "Postcode",
        ContactKind.Locator => "Place on a map",
        ContactKind.Address => "Address",
        _ => "Personal detail",
    };

    /// <summary>What stands in place of a removed one; it says nothing of what it was beyond its kind.</summary>
    public static string Mark(this ContactKind kind) => kind switch
    {
        ContactKind.Phone => "[phone removed]",
        ContactKind.Email => "[e-mail removed]",
        ContactKind.Handle => "[account removed]",
        ContactKind.Postcode => "[postcode removed]",
        ContactKind.Locator => "[place removed]",
        ContactKind.Address => "[address removed]",
        _ => "[detail removed]",
    };
}
