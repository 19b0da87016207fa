using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>A STAR ballot paper: hd-scores inside, one for each option.</summary>
[HtmlTargetElement("hd-ballot")]
public sealed class BallotTagHelper : TagHelper
{
    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.Become("div", "hd-ballot");
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("div", "hd-ballot__scale").With("aria-hidden", "true")
                .Holding(Markup.Tag("span"), ScoresTagHelper.Ends(null)), rows));
    }
}

/// <summary>Scores from 0 to 5 for one option: a radio group named by the option. Left empty it counts as 0.</summary>
[HtmlTargetElement("hd-scores", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ScoresTagHelper : TagHelper
{
    private static readonly string[] Words = ["no support", "very little support", "a little support", "some support", "strong support", "full support"];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The model's property: a number that may be missing.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>The option's name.</summary>
    public required string Option { get; set; }

    /// <summary>What it leads to.</summary>
    public string? Note { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = FieldIds.Of(name);
        var entry = ViewContext.ViewData.ModelState.GetValueOrDefault(name);
        var chosen = entry?.RawValue is null ? Convert.ToString(For.Model, CultureInfo.InvariantCulture) : entry.AttemptedValue;
        var error = entry is { Errors.Count: > 0 } ? FieldIds.Sentence(entry.Errors[0]) : null;

        output.Become("div", "hd-ballot__row");
        output.Attributes.SetAttribute("role", "radiogroup");
        output.Attributes.SetAttribute("aria-labelledby", id + "-option");
        if (error is not null)
        {
            output.Attributes.SetAttribute("aria-describedby", id + "-error");
        }

        var scores = Markup.Tag("div", "hd-scores");
        for (var score = 0; score < Words.Length; score++)
        {
            var number = score.ToString(CultureInfo.InvariantCulture);
            var box = Markup.Tag("input").With("type", "radio").With("name", name).With("id", score == 0 ? id : $"{id}-{number}")
                .With("value", number).With("checked", number == chosen);
            box.TagRenderMode = TagRenderMode.SelfClosing;
            scores.Holding(Markup.Tag("div").Holding(box, Markup.Tag("label").With("for", score == 0 ? id : $"{id}-{number}").Holding(
                Markup.Tag("span", text: number).Holding(Markup.Hidden(", " + Words[score])))));
        }

        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("p", "hd-ballot__name", Option).With("id", id + "-option")
                .Holding(Note is null ? null : Markup.Tag("small", text: Note)),
            Markup.Tag("div").Holding(
                error is null ? null : Markup.Tag("p", "govuk-error-message").With("id", id + "-error")
                    .Holding(Markup.Hidden("Error:")).Saying(" " + error),
                scores,
                Ends("hd-ballot__ends"))));
    }

    internal static IHtmlContent Ends(string? css) => Markup.Tag("p", css).With("aria-hidden", css is null ? null : "true")
        .Holding(Markup.Tag("span", text: "No support"), Markup.Tag("span", text: "Full support"));
}

/// <summary>Totals as bars: hd-bar inside. A table with the same numbers follows it on the page.</summary>
[HtmlTargetElement("hd-bars")]
public sealed class BarsTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Become("dl", "hd-bars");
}

/// <summary>One option's bar: its number out of the most there could be. Only the winner's is red.</summary>
[HtmlTargetElement("hd-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarTagHelper : TagHelper
{
    public required string Option { get; set; }

    public required int Value { get; set; }

    public required int Of { get; set; }

    public bool Win { get; set; }

    /// <summary>What the number counts, for screen readers.</summary>
    public string Unit { get; set; } = "possible points";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div");
        var share = Of <= 0 ? 0 : 100.0 * Value / Of;
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("dt", text: Option).Holding(Markup.Tag("span", text: $"{Value}")),
            Markup.Tag("dd").Holding(Drawings.Bar(
                null, null, [("is-ground", 0, 100), (Win ? "is-win" : null, 0, share)], $"{Option}: {Value} of {Of} {Unit}"))));
    }
}

/// <summary>The runoff as one bar: the first finalist's ballots, those without a preference, the second's. Only the winner's part is red.</summary>
[HtmlTargetElement("hd-runoff", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RunoffTagHelper : TagHelper
{
    public required string First { get; set; }

    public required int FirstVotes { get; set; }

    public required string Second { get; set; }

    public required int SecondVotes { get; set; }

    /// <summary>Ballots that scored both the same.</summary>
    public required int Equal { get; set; }

    /// <summary>The winner's name; nothing where the runoff is level.</summary>
    public string? Winner { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "hd-runoff");
        var all = Math.Max(1, FirstVotes + Equal + SecondVotes);
        var (first, equal) = (100.0 * FirstVotes / all, 100.0 * Equal / all);
        var (firstCss, secondCss) = (Winner == First ? "is-win" : null, Winner == Second ? "is-win" : null);
        var bar = Drawings.Bar(
            null,
            null,
            [(firstCss, 0, first), ("is-none", first, equal), (secondCss, first + equal, 100 - first - equal)],
            $"{First} {FirstVotes} ballots, no preference {Equal}, {Second} {SecondVotes}").With("class", "is-tall");
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("dl", "hd-bars").Holding(Markup.Tag("div").Holding(
                Markup.Tag("dt", text: $"{First} {FirstVotes}")
                    .Holding(Markup.Tag("span", text: $"{Second} {SecondVotes}")), Markup.Tag("dd").Holding(bar))),
            Markup.Tag("ul", "hd-key").Holding(
                Key(firstCss, First, FirstVotes), Key("is-none", "No preference", Equal), Key(secondCss, Second, SecondVotes))));
    }

    private static TagBuilder Key(string? css, string what, int number) =>
        Markup.Tag("li").Holding(Markup.Tag("i", css)).Saying($"{what}: {number}");
}
