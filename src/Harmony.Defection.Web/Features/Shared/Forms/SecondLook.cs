using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Sanitisation;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>
/// What a page points at without refusing it, by field: the answer can be changed, or kept as it is. It is no error, and nothing is lost.
/// </summary>
public sealed class SecondLook
{
    /// <summary>Where a view finds it.</summary>
    public const string Key = "SecondLook";

    /// <summary>
    /// The name of the button that keeps the answers as they are. Its value names the button that was pressed before the page pointed at
    /// something, so that keeping them leads where that one would have.
    /// </summary>
    public const string KeepName = "Keep";

    /// <summary>The value of that button where the page was to be left by its main button.</summary>
    public const string KeepAndContinue = "true";

    private readonly List<(string Field, string Sentence)> points = [];

    /// <summary>Every point, in the order in which it was found.</summary>
    public IReadOnlyList<(string Field, string Sentence)> Points => points;

    /// <summary>The sentences about one field.</summary>
    public IReadOnlyList<string> Of(string field) => [.. points.Where(p => p.Field == field).Select(p => p.Sentence)];

    /// <summary>Points at a field.</summary>
    public void Add(string field, string sentence)
    {
        if (!points.Contains((field, sentence)))
        {
            points.Add((field, sentence));
        }
    }

    /// <summary>Points at contact data in a free text (rule 7), and at private accounts that it names (F15).</summary>
    public void AddContactsIn(string field, string? text, Sanitiser sanitiser)
    {
        ArgumentNullException.ThrowIfNull(sanitiser);
        foreach (var kind in KindsIn(text ?? string.Empty, sanitiser))
        {
            Add(field, ContactPoints.Of(kind));
        }

        if (ContactPoints.NamesPrivateAccount(text))
        {
            Add(field, ContactPoints.PrivateAccount);
        }
    }

    /// <summary>Whether a button was pressed: now, or before the answers were kept as they are.</summary>
    /// <param name="request">A request.</param>
    /// <param name="button">The button’s name.</param>
    public static bool IsPressed(HttpRequest request, string button)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsPost(request.Method) && request.HasFormContentType
            && (request.Form.ContainsKey(button) || request.Form[KeepName] == button);
    }

    private static List<ContactKind> KindsIn(string text, Sanitiser sanitiser)
    {
        try
        {
            return [.. sanitiser.Search(text).Select(f => f.Kind).Distinct()];
        }
        catch (RegexMatchTimeoutException)
        {
            // Pointing it out is a kindness. The search that protects the assembly’s copy comes later, and that one stops the copy.
            return [];
        }
    }
}

/// <summary>What is said where a free text seems to hold contact data. The script says the same, from the same sentences.</summary>
public static partial class ContactPoints
{
    /// <summary>What is said where an answer seems to name a private account, of which the policy asks only whether there are any (F15).</summary>
    public static string PrivateAccount => T("This seems to name a private account. We ask only whether you have any: leave its name out.");

    /// <summary>What is said of a platform that is for messages.</summary>
    public static string MessagesOnly => T("This platform is mostly for private messages. List the account only if everybody can read it.");

    private static string Phone =>
        T("This seems to have a phone number in it. Local Members read this answer: your numbers belong under “How we reach you”.");

    private static string Email =>
        T("This seems to have an e-mail address in it. Local Members read this answer: your address belongs under “How we reach you”.");

    private static string Address =>
        T("This seems to have a postal address or a postcode in it. Local Members read this answer: your address belongs under “How we reach you”.");

    /// <summary>The kinds that the script looks for by itself, with what it says.</summary>
    public static IReadOnlyList<(string Kind, string Sentence)> Watched => [("phone", Phone), ("email", Email), ("postcode", Address)];

    /// <summary>Whether a text seems to name a private account.</summary>
    public static bool NamesPrivateAccount(string? text) => text is not null && Private().IsMatch(text);

    /// <summary>Whether a platform is mostly for private messages.</summary>
    public static bool IsForMessages(string? platform) => platform is not null && Messengers().IsMatch(platform);

    /// <summary>The sentence about a kind of contact data.</summary>
    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.Phone => Phone,
        ContactKind.Email => Email,
        ContactKind.Postcode or ContactKind.Address or ContactKind.Locator => Address,
        ContactKind.Handle => T("This seems to name an account at which you can be reached in private. Local Members read this answer: leave it out here."),
        _ => T("This seems to have your date of birth in it, or a name that you do not use. Local Members read this answer and are shown neither."),
    };

    [GeneratedRegex(
        @"\b(?:private|locked|protected|hidden|secret)\s+(?:account|profile|page|group|channel)s?\b.{0,40}(?:@\w|\b(?:is|called|named)\b)|@\w+.{0,30}\b(?:private|locked|preifat)\b"
        + @"|\b(?:\w{1,3}yfrif|\w{0,2}roffil|\w{1,3}udalen|\w{1,2}r[wŵ]p)\w*\s+(?:preifat|breifat|cudd|gudd)\b.{0,40}(?:@\w|\b(?:yw|enw)\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Private();

    [GeneratedRegex(@"\b(?:whats ?app|signal|messenger|discord|imessage|wechat|viber|threema)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Messengers();
}
