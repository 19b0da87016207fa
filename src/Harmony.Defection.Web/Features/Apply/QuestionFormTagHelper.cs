using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>
/// Names the form of a public page, so that buttons outside it belong to it: the one that saves a question for later, and the one that shows
/// the page in the other language.
/// </summary>
[HtmlTargetElement("form", Attributes = "method,novalidate")]
public sealed class QuestionFormTagHelper : TagHelper
{
    /// <summary>The form's id.</summary>
    public const string Id = "question";

    private static readonly object Key = new();

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Whether the page has such a form. It is known once the page's own part is drawn.</summary>
    public static bool IsOn(ViewContext view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.HttpContext.Items.ContainsKey(Key);
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        if (!context.AllAttributes.ContainsName("action") && http.GetEndpoint()?.Metadata.GetMetadata<InBothLanguagesAttribute>() is not null
            && http.Items.TryAdd(Key, true))
        {
            output.Attributes.SetAttribute("id", Id);
        }
    }
}
