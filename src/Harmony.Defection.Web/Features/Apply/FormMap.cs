using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>How far a part of the form is.</summary>
public enum PartState
{
    Todo,
    Half,
    Done,
}

/// <summary>One part of the form as the applicant sees it.</summary>
/// <param name="Part">Which.</param>
/// <param name="Path">Its page.</param>
/// <param name="Group">The named group it stands in on the task list.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Hint">A line under its name on the task list.</param>
public sealed record PartOnMap(FormPart Part, string Path, string Group, string Title, string? Hint = null);

/// <summary>The parts of the form, in the order in which it asks them, in named groups.</summary>
public static class FormMap
{
    /// <summary>The page that lists the parts.</summary>
    public const string TasksPath = "/apply/tasks";

    /// <summary>The page on which the answers are checked before sending.</summary>
    public const string CheckPath = "/apply/check";

    /// <summary>The page with the code that opens the form again.</summary>
    public const string SavePath = "/apply/save";

    /// <summary>The page on which that code is typed in.</summary>
    public const string ReturnPath = "/apply/return";

    /// <summary>Every part.</summary>
    public static IReadOnlyList<PartOnMap> Parts { get; } =
    [
        new(FormPart.Name, "/apply/name", "About you", "Your name"),
        new(FormPart.DateOfBirth, "/apply/date-of-birth", "About you", "Date of birth"),
        new(FormPart.Contact, "/apply/contact", "About you", "How we reach you", "Phone, e-mail and address. Local Members never see these."),
        new(FormPart.Office, "/apply/office", "Your office and your area", "Your offices and your party"),
        new(FormPart.Area, "/apply/area", "Your office and your area", "Living in the area, or links to it"),
        new(FormPart.Employment, "/apply/employment", "Your record", "Your work"),
        new(FormPart.Accounts, "/apply/accounts", "Your record", "Social media"),
        new(FormPart.Reasons, "/apply/reasons", "Your record", "Why you want to join", "You may leave it empty"),
        new(FormPart.Undertakings, "/apply/undertakings", "Your word", "The Ethical Kernel and what you undertake", "Read in full before you agree"),
    ];

    /// <summary>A page, opened from the check to change one answer.</summary>
    public static string FromCheck(string path) => path + "?check=true";

    /// <summary>Whether a page was opened from the check.</summary>
    public static bool IsFromCheck(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query.ContainsKey("check");
    }

    /// <summary>A part by its kind.</summary>
    public static PartOnMap Of(FormPart part) => Parts.Single(p => p.Part == part);
}
