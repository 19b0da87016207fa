using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>An answer of several small boxes in one fieldset. An error marks the box that it names, or all of them.</summary>
public abstract class PartsTagHelper : FieldTagHelper
{
    public required string Legend { get; set; }

    /// <summary>Whether the browser offers the reader's date of birth.</summary>
    public bool Birthday { get; set; }

    /// <summary>The boxes, in order: property, width, what the model has.</summary>
    private protected abstract IEnumerable<(string Part, int Width, string? Value)> Parts();

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var parts = Parts().ToList();
        var error = Error ?? parts.Select(p => ErrorAt($"{Name}.{p.Part}")).FirstOrDefault(e => e is not null);
        MakeGroup(output, error is not null);
        var boxes = Markup.Tag("div", "govuk-date-input").With("id", Id);
        foreach (var (part, width, value) in parts)
        {
            boxes.Holding(Markup.Tag("div", "govuk-date-input__item").Holding(Box(part, width, value)));
        }

        var fieldset = Fieldset(Legend, error, inside).With("role", "group");
        output.Content.SetHtmlContent(fieldset.Holding(boxes));
    }

    private TagBuilder Box(string part, int width, string? value)
    {
        var name = $"{Name}.{part}";
        var id = FieldIds.Of(name);
        var wrong = ErrorAt(name) is not null || Error is not null;
        var css = $"govuk-input govuk-date-input__input govuk-input--width-{width}";
        var box = Markup.Tag("input", wrong ? css + " govuk-input--error" : css)
            .With("id", id).With("name", name).With("type", "text")
            .With("inputmode", part is "Day" or "Year" ? "numeric" : null)
            .With("autocomplete", Birthday ? "bday-" + part.ToLowerInvariant() : "off")
            .With("value", ValueAt(name, value));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        return Markup.Tag("div", "govuk-form-group").Holding(
            Markup.Tag("label", "govuk-label govuk-date-input__label", part).With("for", id), box);
    }
}

/// <summary>A day, for a <see cref="DateInput"/>.</summary>
[HtmlTargetElement("hd-date")]
public sealed class DateTagHelper : PartsTagHelper
{
    private protected override IEnumerable<(string Part, int Width, string? Value)> Parts()
    {
        var typed = For.Model as DateInput;
        return [("Day", 2, typed?.Day), ("Month", 4, typed?.Month), ("Year", 4, typed?.Year)];
    }
}

/// <summary>A month of a year, for a <see cref="MonthInput"/>.</summary>
[HtmlTargetElement("hd-month")]
public sealed class MonthTagHelper : PartsTagHelper
{
    private protected override IEnumerable<(string Part, int Width, string? Value)> Parts()
    {
        var typed = For.Model as MonthInput;
        return [("Month", 4, typed?.Month), ("Year", 4, typed?.Year)];
    }
}

/// <summary>A UK local day and time, for a <see cref="WhenInput"/>.</summary>
[HtmlTargetElement("hd-time-input")]
public sealed class WhenTagHelper : PartsTagHelper
{
    private protected override IEnumerable<(string Part, int Width, string? Value)> Parts()
    {
        var typed = For.Model as WhenInput;
        return [("Day", 2, typed?.Day), ("Month", 4, typed?.Month), ("Year", 4, typed?.Year), ("Time", 5, typed?.Time)];
    }
}
