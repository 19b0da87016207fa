using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>
/// What every field has: a name and id from the model, a hint, an error from ModelState, and what was typed before. Whatever a page puts
/// inside the element stands between the question and its hint.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The model's property.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>A line of help under the question.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether the question is the page's own heading.</summary>
    public bool Heading { get; set; }

    /// <summary>Whether the question is read by screen readers alone.</summary>
    public bool QuestionHidden { get; set; }

    /// <summary>The name that is sent.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The control's id, which the error summary links to.</summary>
    protected string Id => FieldIds.Of(Name);

    /// <summary>The field's own error.</summary>
    protected string? Error => ErrorAt(Name);

    /// <summary>The value of a part of the field, as it was typed or as the model has it.</summary>
    protected string? ValueAt(string name, object? model) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null
            ? entry.AttemptedValue
            : Convert.ToString(model, CultureInfo.InvariantCulture);

    /// <summary>The first error at a name.</summary>
    protected string? ErrorAt(string name) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry)
            && entry.Errors.Count > 0 ? FieldIds.Sentence(entry.Errors[0]) : null;

    /// <summary>The ids that describe the control: its hint, then its error.</summary>
    protected string? DescribedBy(string? error, string? more = null)
    {
        var ids = new List<string>();
        AddIf(Hint is not null, Id + "-hint");
        AddIf(error is not null, Id + "-error");
        AddIf(SecondLookMarkup.On(ViewContext)?.Of(Name).Count > 0, SecondLookMarkup.IdOf(Id));
        AddIf(more is not null, more!);
        return ids.Count == 0 ? null : string.Join(' ', ids);

        void AddIf(bool holds, string id)
        {
            if (holds)
            {
                ids.Add(id);
            }
        }
    }

    /// <summary>The hint's element, if there is a hint.</summary>
    protected IHtmlContent? HintElement() => Hint is null ? null : Markup.Tag("div", "govuk-hint", Hint).With("id", Id + "-hint");

    /// <summary>The error's element, if there is an error.</summary>
    protected IHtmlContent? ErrorElement(string? error) => error is null
        ? null
        : Markup.Tag("p", "govuk-error-message").With("id", Id + "-error").Holding(Markup.Hidden("Error:")).Saying(" " + error);

    /// <summary>What the page points at in this answer without refusing it.</summary>
    protected IHtmlContent? SecondLookElement(bool watched = false) => SecondLookMarkup.Beside(ViewContext, Name, Id, watched);

    /// <summary>The label of a single control, as the page's heading where it is one.</summary>
    protected IHtmlContent LabelElement(string label)
    {
        var size = Heading ? " govuk-label--l" : QuestionHidden ? " govuk-visually-hidden" : string.Empty;
        var element = Markup.Tag("label", "govuk-label" + size, label).With("for", Id);
        return Heading ? Markup.Tag("h1", "govuk-label-wrapper").Holding(element) : element;
    }

    /// <summary>A fieldset around several controls, with its question, hint and error.</summary>
    protected TagBuilder Fieldset(string legend, string? error, IHtmlContent inside)
    {
        var size = Heading ? "l" : "s";
        var question = Markup.Tag(
            "legend", QuestionHidden ? "govuk-fieldset__legend govuk-visually-hidden"
                : $"govuk-fieldset__legend govuk-fieldset__legend--{size}");
        _ = Heading ? question.Holding(Markup.Tag("h1", "govuk-fieldset__heading", legend)) : question.Saying(legend);
        return Markup.Tag("fieldset", "govuk-fieldset").With("aria-describedby", DescribedBy(error))
            .Holding(question, inside, HintElement(), ErrorElement(error));
    }

    /// <summary>Makes the element the field's group, marked where something is wrong.</summary>
    protected static void MakeGroup(TagHelperOutput output, bool wrong) =>
        output.Become("div", wrong ? "govuk-form-group govuk-form-group--error" : "govuk-form-group");
}
