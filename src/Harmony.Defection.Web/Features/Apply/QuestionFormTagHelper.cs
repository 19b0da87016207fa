using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>Names the form of a question, so that the button below its sheet, which saves it for later, belongs to it.</summary>
[HtmlTargetElement("form", Attributes = "method,novalidate")]
public sealed class QuestionFormTagHelper : TagHelper
{
    /// <summary>The form's id.</summary>
    public const string Id = "question";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (ViewContext.ViewData["Part"] is PartOnMap && !context.AllAttributes.ContainsName("action"))
        {
            output.Attributes.SetAttribute("id", Id);
        }
    }
}
