using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>The error summary: how many answers need another look, and a link to each. Nothing where all is well.</summary>
[HtmlTargetElement("hd-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    private const int LastPlace = 9999;

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

    /// <summary>Every error of each name, in the order in which the model and its parts have their properties.</summary>
    private List<(string Name, string Sentence)> InOrder(ModelStateDictionary state) =>
        [.. state.Where(e => e.Value is { Errors.Count: > 0 })
            .OrderBy(e => PlaceOf(e.Key), StringComparer.Ordinal)
            .SelectMany(e => e.Value!.Errors.Select(x => (e.Key, FieldIds.Sentence(x))).Distinct())];

    /// <summary>Where a name stands on the page, as a text that sorts: "Jobs[1].Title" is after everything of the first job.</summary>
    private string PlaceOf(string key)
    {
        var place = new System.Text.StringBuilder();
        ModelMetadata? model = ViewContext.ViewData.ModelMetadata;
        foreach (var part in key.Split('.', '['))
        {
            if (part.EndsWith(']'))
            {
                place.Append(CultureInfo.InvariantCulture, $"{(int.TryParse(part[..^1], CultureInfo.InvariantCulture, out var number) ? number : LastPlace):0000}");
                model = model?.ElementMetadata;
                continue;
            }

            var properties = model?.Properties.ToList() ?? [];
            var at = properties.FindIndex(p => string.Equals(p.PropertyName, part, StringComparison.OrdinalIgnoreCase));
            place.Append(CultureInfo.InvariantCulture, $"{(at < 0 ? LastPlace : at):0000}");
            model = at < 0 ? null : properties[at];
        }

        return place.ToString();
    }
}
