using Harmony.Defection.Web.Features.Apply;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>What deserves a second look before the form goes on: a link to each answer. Nothing where there is nothing to point at.</summary>
[HtmlTargetElement("hd-second-look", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SecondLookTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (SecondLookMarkup.On(ViewContext) is not { } look)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "hd-second");
        output.Attributes.SetAttribute("role", "alert");
        var list = Markup.Tag("ul", "govuk-list");
        foreach (var (field, sentence) in look.Points)
        {
            list.Holding(Markup.Tag("li").Holding(Markup.Tag("a", "govuk-link", sentence).With("href", "#" + FieldIds.Of(field))));
        }

        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("h2", "hd-second__title", "Have a second look"),
            list,
            Markup.Tag("p", "hd-second__how", "Nothing is refused, and nothing you typed is lost. Change it, or choose “Keep it as it is” at the end of the page.")));
    }
}

/// <summary>
/// The button that keeps the answers as they are, and then leads where the button pressed before would have. Nothing where there is nothing to
/// point at.
/// </summary>
[HtmlTargetElement("hd-keep", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeepTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (SecondLookMarkup.On(ViewContext) is null)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("button", "govuk-button govuk-button--secondary");
        output.Attributes.SetAttribute("name", SecondLook.KeepName);
        output.Attributes.SetAttribute("value", PressedBefore ?? SecondLook.KeepAndContinue);
        output.Content.SetContent("Keep it as it is");
    }

    private string? PressedBefore => FormController.SideButtons.FirstOrDefault(b => SecondLook.IsPressed(ViewContext.HttpContext.Request, b));
}

/// <summary>The sentences beside a field.</summary>
internal static class SecondLookMarkup
{
    /// <summary>What the page points at; nothing where there is nothing.</summary>
    public static SecondLook? On(ViewContext context) => context.ViewData[SecondLook.Key] is SecondLook { Points.Count: > 0 } look ? look : null;

    /// <summary>The id of a field's sentences.</summary>
    public static string IdOf(string id) => id + "-look";

    /// <summary>The sentences about a field; those that the script may show wait in it, unseen. Nothing where there can be none.</summary>
    /// <param name="context">The view.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="id">The control's id.</param>
    /// <param name="watched">Whether the script looks for contact data while it is typed.</param>
    public static IHtmlContent? Beside(ViewContext context, string name, string id, bool watched)
    {
        var sentences = On(context)?.Of(name) ?? [];
        if (!watched && sentences.Count == 0)
        {
            return null;
        }

        var place = Markup.Tag("div", "hd-look").With("id", IdOf(id)).With("aria-live", watched ? "polite" : null).With("data-watch", watched ? id : null);
        foreach (var (kind, sentence) in watched ? ContactPoints.Watched : [])
        {
            place.Holding(Markup.Tag("p", text: sentence).With("data-kind", kind).With("hidden", !sentences.Contains(sentence)));
        }

        foreach (var sentence in sentences.Where(s => !watched || ContactPoints.Watched.All(w => w.Sentence != s)))
        {
            place.Holding(Markup.Tag("p", text: sentence));
        }

        return place;
    }
}
