using FluentValidation;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>What a researcher sends with the page of a copy.</summary>
public sealed class PrepareForm
{
    /// <summary>The version of the work that was shown.</summary>
    public int Version { get; set; }

    public List<DecisionForm> Decisions { get; set; } = [];

    public List<WordingForm> Findings { get; set; } = [];

    /// <summary>Words to remove that nobody proposed.</summary>
    public string? Words { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Do { get; set; }

    /// <summary>What the page shows around the form.</summary>
    [BindNever]
    public PreparePage? Page { get; set; }

    /// <summary>The form as the work stands.</summary>
    public static PrepareForm Of(PreparePage page) => new()
    {
        Page = page,
        Version = page.State.Version,
        Decisions =
        [
            .. page.State.Rulings.Select(r => new DecisionForm
            {
                Key = NumberedRuling.KeyOf(r),
                Kind = r.Kind == RulingKind.Open ? null : r.Kind,
                Reason = r.Reason,
            }),
        ],
        Findings = [.. page.State.Findings.Select(f => new WordingForm { Item = f.Item, Statement = f.Statement, Answer = f.Answer })],
    };

    /// <summary>What it asks the desk for.</summary>
    public SanitisingChange Change() => new(
        [.. Decisions.Select((d, i) => (d, i)).Where(d => d.d.Kind is not null).Select(d => new Decision(d.i, d.d.Kind!.Value, d.d.Reason))],
        [.. Findings.Select(f => new CopyFinding(f.Item, f.Statement!.Trim(), string.IsNullOrWhiteSpace(f.Answer) ? null : f.Answer.Trim()))],
        Do == PrepareButtons.Add ? Words : null);
}

/// <summary>The buttons of that page.</summary>
public static class PrepareButtons
{
    public const string Save = "save", Add = "add", Prepare = "prepare";
}

/// <summary>A decision on one proposal.</summary>
public sealed class DecisionForm
{
    /// <summary>What the proposal is known by.</summary>
    public string? Key { get; set; }

    public RulingKind? Kind { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A finding as Members shall read it.</summary>
public sealed class WordingForm
{
    public CheckItem Item { get; set; }

    public string? Statement { get; set; }

    public string? Answer { get; set; }
}

internal sealed class PrepareFormValidator : AbstractValidator<PrepareForm>
{
    private const int MostOfText = 4000;
    private const int MostOfReason = 300;

    public PrepareFormValidator()
    {
        RuleForEach(f => f.Decisions).ChildRules(decision => decision.RuleFor(d => d.Reason)
            .NotEmpty().When(d => d.Kind == RulingKind.Keep, ApplyConditionTo.CurrentValidator).WithMessage("Say why it may stay")
            .MaximumLength(MostOfReason).WithMessage($"Use {MostOfReason} characters or fewer to say why it may stay"));
        RuleForEach(f => f.Findings).ChildRules(finding =>
        {
            finding.RuleFor(w => w.Statement)
                .NotEmpty().WithMessage("Write what could not be matched, as a statement")
                .MaximumLength(MostOfText).WithMessage($"Use {MostOfText} characters or fewer for the statement");
            finding.RuleFor(w => w.Answer).MaximumLength(MostOfText).WithMessage($"Use {MostOfText} characters or fewer for the answer");
        });
        RuleFor(f => f.Words)
            .NotEmpty().When(f => f.Do == PrepareButtons.Add, ApplyConditionTo.CurrentValidator).WithMessage("Copy the words here that shall be removed")
            .MaximumLength(500).WithMessage("Use 500 characters or fewer at a time");
    }
}
