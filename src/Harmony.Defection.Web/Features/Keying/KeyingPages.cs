using FluentValidation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Research;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Forms that are being keyed in, or wait for their second person.</summary>
public sealed record KeyingPage(IReadOnlyList<KeyedLine> Unfinished, IReadOnlyList<KeyedLine> Waiting);

/// <summary>One keyed form in a list: nothing of what it says.</summary>
public sealed record KeyedLine(Guid Id, Channel Channel, DateOnly ReceivedOn, string KeyedBy, DateTime ChangedAt, DateTime? KeyedAt);

/// <summary>The page on which a form is keyed in.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Came">How and when it came.</param>
/// <param name="Form">What is keyed so far.</param>
/// <param name="Kinds">Kinds of office to choose from.</param>
/// <param name="Societies">Societies to choose from.</param>
/// <param name="Files">What was attached.</param>
public sealed record KeyInPage(
    Guid Id, string Came, KeyedForm Form, IReadOnlyList<Choice> Kinds, IReadOnlyList<Choice> Societies, IReadOnlyList<FileLine> Files);

/// <summary>The page on which a second person compares a keyed form with its original.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Came">How and when it came.</param>
/// <param name="KeyedBy">Who keyed it in.</param>
/// <param name="Answers">What was keyed in.</param>
/// <param name="Society">The Society named.</param>
/// <param name="Files">What it was keyed from, and proof.</param>
/// <param name="NotYet">Why the reader cannot confirm it; nothing when they can.</param>
public sealed record ConfirmPage(
    Guid Id, string Came, string KeyedBy, FormAnswers Answers, string Society, IReadOnlyList<FileLine> Files, string? NotYet);

/// <summary>How and when a form came, and what it was keyed from.</summary>
public sealed class BeginForm
{
    public Channel? Channel { get; set; }

    public DateInput? ReceivedOn { get; set; }

    public List<IFormFile>? Files { get; set; }
}

/// <summary>Files that came with a form.</summary>
public sealed class FilesForm
{
    public bool IsProof { get; set; }

    public List<IFormFile>? Files { get; set; }
}

internal sealed class BeginFormValidator : AbstractValidator<BeginForm>
{
    public BeginFormValidator(TimeProvider clock)
    {
        RuleFor(f => f.Channel).Must(c => c is Channel.Post or Channel.Email).WithMessage("Say whether the form came by post or by e-mail");
        RuleFor(f => f.ReceivedOn).RealDate("the day it came").AndMust((_, day) => day <= UkTime.Day(clock.Now()), "The day it came cannot be in the future");
        RuleFor(f => f.Files).Must(f => f is { Count: > 0 }).WithMessage("Attach the scan, or the message saved as PDF");
    }
}
