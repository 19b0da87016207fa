using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>
/// The button that shows the page in the other language, on pages that are in both, to whoever is offered Welsh. Where the page has a form, the
/// button belongs to it, so that what was typed comes along. A page of something that went wrong has none: it has no address to come back to.
/// </summary>
[HtmlTargetElement("hd-language", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LanguageSwitchTagHelper(WelshOffer offer, IHtmlGenerator generator) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var http = ViewContext.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<InBothLanguagesAttribute>() is null
            || http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null
            || !(Languages.IsWelsh || await offer.IsOfferedAsync(http.RequestAborted)))
        {
            output.SuppressOutput();
            return;
        }

        var (name, tag) = Languages.IsWelsh ? ("English", Languages.English) : ("Cymraeg", Languages.Welsh);
        var button = Markup.Tag("button", "hd-link", name).With("name", LanguageButton.Field).With("value", tag).With("lang", tag);
        if (QuestionFormTagHelper.IsOn(ViewContext))
        {
            // The Enter key in a field presses the form's first button: that is to be one that sends the answers, not the one in the head.
            var first = Markup.Tag("button", "govuk-visually-hidden").With("form", QuestionFormTagHelper.Id).With("tabindex", "-1").With("aria-hidden", "true");
            output.Become("div", "hd-language");
            output.Content.SetHtmlContent(Markup.Many(first, button.With("form", QuestionFormTagHelper.Id)));
            return;
        }

        output.Become("form", "hd-language");
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("action", LanguageController.Path);
        var back = Markup.Tag("input").With("type", "hidden").With("name", "back").With("value", http.Request.Path + http.Request.QueryString);
        back.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.SetHtmlContent(Markup.Many(back, button, generator.GenerateAntiforgery(ViewContext)));
    }
}
