using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>The error summary: how many answers need another look, and a link to each. Nothing where all is well.</summary>
[HtmlTargetElement("hd-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        var wrong = InOrder(state);
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "govuk-error-summary");
        output.Attributes.SetAttribute("data-module", "govuk-error-summary");
        var list = Markup.Tag("ul", "govuk-list govuk-error-summary__list");
        foreach (var (name, sentence) in wrong)
        {
            var item = Markup.Tag("li");
            list.Holding(name.Length == 0
                ? item.Saying(sentence)
                : item.Holding(Markup.Tag("a", text: sentence).With("href", "#" + FieldIds.Target(name, state, ViewContext.ViewData.ModelMetadata))));
        }

        output.Content.SetHtmlContent(Markup.Tag("div").With("role", "alert").Holding(
            Markup.Tag("h2", "govuk-error-summary__title", Title(wrong)),
            Markup.Tag("div", "govuk-error-summary__body").Holding(list)));
    }

    private static string Title(IReadOnlyCollection<(string Name, string Sentence)> wrong)
    {
        if (wrong.All(w => w.Name.Length == 0))
        {
            return "This could not be done";
        }

        var number = wrong.Count < Numbers.Length ? Numbers[wrong.Count] : $"{wrong.Count}";
        return wrong.Count == 1 ? "One answer needs another look" : $"{number} answers need another look";
    }

    /// <summary>The first error of each name, in the order in which the model has its properties.</summary>
    private List<(string Name, string Sentence)> InOrder(ModelStateDictionary state)
    {
        var order = ViewContext.ViewData.ModelMetadata.Properties.Select(p => p.PropertyName).ToList();
        return [.. state.Where(e => e.Value is { Errors.Count: > 0 })
            .OrderBy(e => order.FindIndex(p => string.Equals(p, First(e.Key), StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? at : order.Count)
            .Select(e => (e.Key, FieldIds.Sentence(e.Value!.Errors[0])))];
    }

    private static string First(string key)
    {
        var end = key.IndexOfAny(['.', '[']);
        return end < 0 ? key : key[..end];
    }
}
