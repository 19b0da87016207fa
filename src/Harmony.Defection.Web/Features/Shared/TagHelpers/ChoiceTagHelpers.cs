using System.Collections;
using System.Globalization;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>A question with a few answers, drawn as radios or checkboxes. What only one answer asks for is an hd-reveal inside.</summary>
public abstract class ChoiceTagHelper : FieldTagHelper
{
    public required string Legend { get; set; }

    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>Whether the answers stand side by side.</summary>
    public bool Inline { get; set; }

    /// <summary>Whether the answers are small.</summary>
    public bool Small { get; set; }

    /// <summary>radio or checkbox.</summary>
    private protected abstract string Kind { get; }

    /// <summary>radios or checkboxes.</summary>
    private protected string Family => Kind == "radio" ? "radios" : "checkboxes";

    /// <summary>The answers given, as they are sent.</summary>
    private protected abstract IReadOnlyCollection<string> Given();

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reveals = new Dictionary<string, IHtmlContent>(StringComparer.OrdinalIgnoreCase);
        context.Items[typeof(RevealTagHelper)] = reveals;
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        var list = List();
        var given = Given();
        var number = 0;
        foreach (var item in Items)
        {
            number++;
            var id = number == 1 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{number}");
            list.Holding(Item(item, id, given.Contains(item.Value, StringComparer.OrdinalIgnoreCase), reveals.GetValueOrDefault(item.Value)));
        }

        var fieldset = Fieldset(Legend, error, inside);
        fieldset.Holding(list);
        output.Content.SetHtmlContent(fieldset);
    }

    private protected virtual TagBuilder List()
    {
        var shape = (Inline ? $" govuk-{Family}--inline" : string.Empty) + (Small ? $" govuk-{Family}--small" : string.Empty);
        return Markup.Tag("div", $"govuk-{Family}{shape}");
    }

    private protected virtual IHtmlContent Item(Choice item, string id, bool chosen, IHtmlContent? reveal)
    {
        var hint = item.Hint is null ? null : id + "-item-hint";
        var box = Box(item, id, chosen).With("aria-describedby", hint);
        box.AddCssClass($"govuk-{Family}__input");
        var line = Markup.Tag("div", $"govuk-{Family}__item").Holding(
            box,
            Markup.Tag("label", $"govuk-label govuk-{Family}__label", item.Label).With("for", id),
            hint is null ? null : Markup.Tag("div", $"govuk-hint govuk-{Family}__hint", item.Hint).With("id", hint));
        return reveal is null ? line : Markup.Many(line, Markup.Tag("div", $"govuk-{Family}__conditional").Holding(reveal));
    }

    private protected TagBuilder Box(Choice item, string id, bool chosen)
    {
        var box = Markup.Tag("input").With("id", id).With("name", Name).With("type", Kind).With("value", item.Value)
            .With("checked", chosen);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        return box;
    }
}

/// <summary>One answer of a few. With weighty, each answer is a frame with a line of its own (hd-choices).</summary>
[HtmlTargetElement("hd-radios")]
public sealed class RadiosTagHelper : ChoiceTagHelper
{
    /// <summary>Whether the answers weigh much, such as a position in a debate, and each needs its line.</summary>
    public bool Weighty { get; set; }

    private protected override string Kind => "radio";

    private protected override IReadOnlyCollection<string> Given() => ValueAt(Name, For.Model) is { } value ? [value] : [];

    private protected override TagBuilder List() => Weighty ? Markup.Tag("div", "hd-choices") : base.List();

    private protected override IHtmlContent Item(Choice item, string id, bool chosen, IHtmlContent? reveal)
    {
        if (!Weighty)
        {
            return base.Item(item, id, chosen, reveal);
        }

        var label = Markup.Tag("label", text: item.Label).With("for", id);
        return Markup.Tag("div", "hd-choice").Holding(
            Box(item, id, chosen), item.Hint is null ? label : label.Holding(Markup.Tag("span", text: item.Hint)));
    }
}

/// <summary>Any number of answers, into a list of strings or of enum values.</summary>
[HtmlTargetElement("hd-checkboxes")]
public sealed class CheckboxesTagHelper : ChoiceTagHelper
{
    private protected override string Kind => "checkbox";

    private protected override IReadOnlyCollection<string> Given()
    {
        var raw = ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry)
            && entry.RawValue is not null ? entry.RawValue : For.Model;
        return raw switch
        {
            null => [],
            string one => [one],
            IEnumerable many => [.. many.Cast<object?>().Select(v => Convert.ToString(v, CultureInfo.InvariantCulture) ?? string.Empty)],
            _ => [Convert.ToString(raw, CultureInfo.InvariantCulture) ?? string.Empty],
        };
    }
}

/// <summary>One box to tick, for a bool.</summary>
[HtmlTargetElement("hd-checkbox")]
public sealed class CheckboxTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        var ticked = string.Equals(ValueAt(Name, For.Model), "true", StringComparison.OrdinalIgnoreCase);
        var box = Markup.Tag("input", "govuk-checkboxes__input").With("id", Id).With("name", Name).With("type", "checkbox")
            .With("value", "true")
            .With("checked", ticked).With("aria-describedby", DescribedBy(error));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        var hint = Hint is null ? null : Markup.Tag("div", "govuk-hint govuk-checkboxes__hint", Hint).With("id", Id + "-hint");
        output.Content.SetHtmlContent(Markup.Many(inside, ErrorElement(error), Markup.Tag("div", "govuk-checkboxes").Holding(
            Markup.Tag("div", "govuk-checkboxes__item").Holding(
                box, Markup.Tag("label", "govuk-label govuk-checkboxes__label", Label).With("for", Id), hint))));
    }
}

/// <summary>What is asked only when one answer of the hd-radios or hd-checkboxes around it is chosen. Its values are sent all the same.</summary>
[HtmlTargetElement("hd-reveal")]
public sealed class RevealTagHelper : TagHelper
{
    /// <summary>The answer's value.</summary>
    public required string Value { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[typeof(RevealTagHelper)] is Dictionary<string, IHtmlContent> reveals)
        {
            reveals[Value] = await output.GetChildContentAsync();
        }

        output.SuppressOutput();
    }
}
