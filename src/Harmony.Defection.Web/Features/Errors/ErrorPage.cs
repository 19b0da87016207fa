namespace Harmony.Defection.Web.Features.Errors;

/// <summary>What a page of something that went wrong says.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">How to mend it.</param>
/// <param name="Reference">What the log has the detail under; shown where somebody may have to look it up.</param>
public sealed record ErrorPage(int Status, string Title, string Text, string? Reference)
{
    /// <summary>The words for a status code. Not there and not yours have the same ones.</summary>
    public static ErrorPage Of(int status, string? sentence, string reference) => status switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => new(
            status, "We cannot find that page", "If somebody gave you the address, ask them to check it.", null),
        StatusCodes.Status409Conflict => new(
            status, "That is not open now", sentence ?? "Somebody else changed this in the meantime. Go back, load the page anew and look again.", null),
        StatusCodes.Status400BadRequest => new(
            status, "We could not read that form", "Go back, load the page anew and send it again. Nothing was stored.", null),
        StatusCodes.Status413PayloadTooLarge => new(
            status, "That is too large", "Go back and send less at a time: files of up to 10 MB each and 40 MB together. Nothing of this was stored; what you saved before is still there.", null),
        StatusCodes.Status429TooManyRequests => new(
            status, "Too many tries", "Wait five minutes, then try again. What you typed is still on the page before this one: go back to it.", null),
        StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType => new(
            status, "We could not read that form", "Go back, load the page anew and send it again. Nothing was stored.", null),
        _ => new(
            status, "Something went wrong on our side", "Nothing of yours was lost. Try again in a few minutes; if it stays so, tell us this reference.", reference),
    };
}
