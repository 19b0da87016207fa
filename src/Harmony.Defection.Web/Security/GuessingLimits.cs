namespace Harmony.Defection.Web.Security;

/// <summary>How many tries one source has in five minutes before it must wait (section "Limits"; AU4, AZ6).</summary>
public sealed class GuessingLimits
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Tries to sign in.</summary>
    public int SignIn { get; set; } = 10;

    /// <summary>Pages asked for by an applicant's link.</summary>
    public int ApplicantLink { get; set; } = 120;
}
