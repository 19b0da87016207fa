namespace Harmony.Defection.Domain.Privacy;

/// <summary>The kinds of value that can be looked up by keyed hash (<see cref="IVault.LookUp"/>).</summary>
public static class LookUpKinds
{
    /// <summary>A whole e-mail address.</summary>
    public const string Email = "Email";

    /// <summary>A whole phone number.</summary>
    public const string Phone = "Phone";

    /// <summary>A date of birth.</summary>
    public const string DateOfBirth = "DateOfBirth";

    /// <summary>One word of a name.</summary>
    public const string NameWord = "NameWord";
}
