using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>
/// Puts the antiforgery token into every form that posts. The framework leaves it out where a form has a plain action; every form here posts
/// to this site, so none goes without.
/// </summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormTokenTagHelper(IHtmlGenerator generator) : TagHelper
{
    // After the framework's form helper (-1000), which may have put the token in, and before its note of that is dropped (-900).
    private const int AfterFormHelper = -950;

    /// <inheritdoc />
    public override int Order => AfterFormHelper;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var isPost = string.Equals(context.AllAttributes["method"].Value.ToString(), "post", StringComparison.OrdinalIgnoreCase);

        // Nothing comes back where the form has its token already.
        if (isPost && generator.GenerateAntiforgery(ViewContext) is { } token)
        {
            output.PostContent.AppendHtml(token);
        }
    }
}
