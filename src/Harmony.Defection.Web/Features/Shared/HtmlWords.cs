using Harmony.Defection.Domain.Wording;
using Microsoft.AspNetCore.Html;

namespace Harmony.Defection.Web.Features.Shared;

/// <summary>
/// Sentences with marks of their own, such as a link or bold words, in the reader's language. The sentence is the program's and stays as it
/// is; every value in it is encoded unless it is markup itself.
/// </summary>
public static class HtmlWords
{
    /// <summary>A sentence with marks.</summary>
    public static IHtmlContent H(string english) => new HtmlFormattableString(T(english));

    /// <summary>A sentence with marks and values.</summary>
    public static IHtmlContent H(Phrase english) => new HtmlFormattableString(T(english.Key), english.Values);
}
