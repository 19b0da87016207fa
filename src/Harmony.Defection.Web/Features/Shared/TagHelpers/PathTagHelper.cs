using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Appearance;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>The flight path: where an application is. The Party’s mark is on the current stop.</summary>
[HtmlTargetElement("hd-path", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PathTagHelper(PartyAppearance party) : TagHelper
{
    public required Stage Stage { get; set; }

    /// <summary>When each stage was last reached, in UTC: <c>application.History.Reached()</c>.</summary>
    public IReadOnlyDictionary<Stage, DateTime>? Reached { get; set; }

    /// <summary>Whether the words are the applicant's: Checked, Read by Members, Meeting.</summary>
    public bool ForApplicant { get; set; }

    /// <summary>Whether it is a bar on phones, as in the back office.</summary>
    public bool Slim { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", Slim ? "hd-path hd-path--slim" : "hd-path");
        output.Attributes.SetAttribute("aria-label", ForApplicant ? "Where your application is" : "Stages of the application");
        var stops = FlightPath.Of(Stage, Reached ?? new Dictionary<Stage, DateTime>(), ForApplicant);
        foreach (var stop in stops)
        {
            output.Content.AppendHtml(Draw(stop));
        }

        if (Slim)
        {
            var here = stops.First(s => s.State == PathState.Now);
            output.PostElement.AppendHtml(Markup.Tag("p", "hd-path__here").With("aria-hidden", "true")
                .Holding(Markup.Tag("b", text: here.Name))
                .Saying(here.Note is null ? null : ", " + char.ToLowerInvariant(here.Note[0]) + here.Note[1..]));
        }
    }

    private IHtmlContent Draw(PathStop stop)
    {
        var (css, said, dot) = stop.State switch
        {
            PathState.Done => ("is-done", ", done", Icons.Of("check")),
            PathState.Now => ("is-now", ", now", Markup.Mark(party.MarkPath)),
            PathState.Maybe => ("is-maybe", null, null),
            _ => (null, null, (IHtmlContent?)null),
        };
        return Markup.Tag("li", css).With("aria-current", stop.State == PathState.Now ? "step" : null).Holding(
            Markup.Tag("span", "hd-path__dot").Holding(dot),
            Markup.Tag("b", text: stop.Name).Holding(said is null ? null : Markup.Hidden(said)),
            Markup.Tag("span", text: stop.Note ?? string.Empty));
    }
}

/// <summary>Numbered steps of how things go in general, as on the start page: hd-step inside.</summary>
[HtmlTargetElement("hd-steps")]
public sealed class StepsTagHelper : TagHelper
{
    /// <summary>What the list is called for screen readers.</summary>
    public required string Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("ol", "hd-path hd-path--steps");
        output.Attributes.SetAttribute("aria-label", Label);
    }
}

/// <summary>One numbered step: its title, a line inside.</summary>
[HtmlTargetElement("hd-step")]
public sealed class StepTagHelper : TagHelper
{
    public required string Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var line = await output.GetChildContentAsync();
        output.Become("li");
        output.Content.SetHtmlContent(Markup.Many(
            Markup.Tag("span", "hd-path__dot"), Markup.Tag("b", text: Title), Markup.Tag("span").Holding(line)));
    }
}
