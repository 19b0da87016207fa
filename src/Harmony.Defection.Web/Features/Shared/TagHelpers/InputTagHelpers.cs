using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>A line of text: its label, hint, error and box.</summary>
[HtmlTargetElement("hd-input")]
public sealed class InputTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    /// <summary>The box's type, such as email, tel, search or password. A password is never sent back to the page.</summary>
    public string Type { get; set; } = "text";

    /// <summary>How wide the box is: 2, 3, 4, 5, 10, 20 or 30 letters, or half, one-third, two-thirds.</summary>
    public string? Width { get; set; }

    public string? Inputmode { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks spelling; off for names, addresses and codes.</summary>
    public bool? Spellcheck { get; set; }

    /// <summary>Most letters that the box takes.</summary>
    public int? Max { get; set; }

    /// <summary>Text before the box, such as a sign.</summary>
    public string? Prefix { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        IHtmlContent box = Box(error);
        if (Prefix is not null)
        {
            box = Markup.Tag("div", "govuk-input__wrapper")
                .Holding(Markup.Tag("div", "govuk-input__prefix", Prefix).With("aria-hidden", "true"), box);
        }

        output.Content.SetHtmlContent(Markup.Many(LabelElement(Label), inside, HintElement(), ErrorElement(error), box, SecondLookElement()));
    }

    private TagBuilder Box(string? error)
    {
        var width = Width switch
        {
            null => string.Empty,
            "half" or "one-half" => " govuk-!-width-one-half",
            _ when char.IsAsciiDigit(Width[0]) => $" govuk-input--width-{Width}",
            _ => $" govuk-!-width-{Width}",
        };
        var box = Markup.Tag("input", "govuk-input" + width + (error is null ? string.Empty : " govuk-input--error"))
            .With("id", Id).With("name", Name).With("type", Type).With("inputmode", Inputmode).With("autocomplete", Autocomplete)
            .With("spellcheck", Spellcheck is { } spelling ? (spelling ? "true" : "false") : null)
            .With("maxlength", Max?.ToString(CultureInfo.InvariantCulture))
            .With("aria-describedby", DescribedBy(error))
            .With("value", Type == "password" ? null : ValueAt(Name, For.Model));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        return box;
    }
}

/// <summary>Several lines of text, with a count of what is left where there is a limit.</summary>
[HtmlTargetElement("hd-textarea")]
public sealed class TextareaTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public int Rows { get; set; } = 5;

    /// <summary>Most letters that may be sent; the page counts, the validator refuses.</summary>
    public int? Max { get; set; }

    public bool? Spellcheck { get; set; }

    /// <summary>Whether the page looks for contact data in it while it is typed, since local Members read it.</summary>
    public bool Watched { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        var box = Markup.Tag("textarea", "govuk-textarea" + (Max is null ? string.Empty : " govuk-js-character-count")
                + (error is null ? string.Empty : " govuk-textarea--error"))
            .With("id", Id).With("name", Name).With("rows", Rows.ToString(CultureInfo.InvariantCulture))
            .With("spellcheck", Spellcheck is { } spelling ? (spelling ? "true" : "false") : null)
            .With("aria-describedby", DescribedBy(error, Max is null ? null : Id + "-info"));

        // A first line break right after the tag is swallowed by browsers, so one is put there that may be.
        box.InnerHtml.AppendHtml("\n").Append(ValueAt(Name, For.Model) ?? string.Empty);
        output.Content.SetHtmlContent(Markup.Many(LabelElement(Label), inside, HintElement(), ErrorElement(error), box, SecondLookElement(Watched)));
        if (Max is { } max)
        {
            var number = max.ToString(CultureInfo.InvariantCulture);
            output.Attributes.SetAttribute("class", output.Attributes["class"].Value + " govuk-character-count");
            output.Attributes.SetAttribute("data-module", "govuk-character-count");
            output.Attributes.SetAttribute("data-maxlength", number);
            output.Content.AppendHtml(Markup.Tag("div", "govuk-hint govuk-character-count__message", $"Up to {number} characters")
                .With("id", Id + "-info"));
        }
    }
}

/// <summary>A choice from a list that is too long for radios.</summary>
[HtmlTargetElement("hd-select")]
public sealed class SelectTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    public required IEnumerable<Forms.Choice> Items { get; set; }

    /// <summary>Words of the first, empty line, such as "Any".</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        var value = ValueAt(Name, For.Model);
        var list = Markup.Tag("select", "govuk-select" + (error is null ? string.Empty : " govuk-select--error"))
            .With("id", Id).With("name", Name).With("aria-describedby", DescribedBy(error));
        if (Empty is not null)
        {
            list.Holding(Markup.Tag("option", text: Empty).With("value", string.Empty));
        }

        TagBuilder? group = null;
        foreach (var item in Items)
        {
            if (item.Group is not null && group?.Attributes["label"] != item.Group)
            {
                group = Markup.Tag("optgroup").With("label", item.Group);
                list.Holding(group);
            }

            (item.Group is null ? list : group!).Holding(Markup.Tag("option", text: item.Label).With("value", item.Value)
                .With("selected", string.Equals(item.Value, value, StringComparison.OrdinalIgnoreCase)));
        }

        output.Content.SetHtmlContent(Markup.Many(LabelElement(Label), inside, HintElement(), ErrorElement(error), list, SecondLookElement()));
    }
}

/// <summary>A file, or several, from the reader's device.</summary>
[HtmlTargetElement("hd-file")]
public sealed class FileTagHelper : FieldTagHelper
{
    public required string Label { get; set; }

    /// <summary>What kinds of file the device offers, such as ".pdf,image/*". The server decides all the same.</summary>
    public string? Accept { get; set; }

    public bool Multiple { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var error = Error;
        MakeGroup(output, error is not null);
        var box = Markup.Tag("input", "govuk-file-upload" + (error is null ? string.Empty : " govuk-file-upload--error"))
            .With("id", Id).With("name", Name).With("type", "file").With("accept", Accept).With("multiple", Multiple)
            .With("aria-describedby", DescribedBy(error));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        output.Content.SetHtmlContent(Markup.Many(LabelElement(Label), inside, HintElement(), ErrorElement(error), box));
    }
}
