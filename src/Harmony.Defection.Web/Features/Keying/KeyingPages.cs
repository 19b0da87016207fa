using FluentValidation;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Research;
using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>Forms that are being keyed in, or wait for their second person.</summary>
public sealed record KeyingPage(IReadOnlyList<KeyedLine> Unfinished, IReadOnlyList<KeyedLine> Waiting);

/// <summary>One keyed form in a list: nothing of what it says.</summary>
public sealed record KeyedLine(Guid Id, Channel Channel, DateOnly ReceivedOn, string KeyedBy, DateTime ChangedAt, DateTime? KeyedAt, bool WasSentBack);

/// <summary>The page on which a form is keyed in.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Came">How and when it came, and which release it bears.</param>
/// <param name="Form">What is keyed so far.</param>
/// <param name="Kinds">Kinds of office to choose from.</param>
/// <param name="Societies">Societies to choose from.</param>
/// <param name="Originals">What was attached.</param>
/// <param name="Returned">What the second person found when they sent it back; nothing where they did not.</param>
/// <param name="ReturnedBy">Who they are.</param>
/// <param name="Differs">The questions of the lines that they found to differ.</param>
/// <param name="Alike">Other forms that may be of the same person.</param>
public sealed record KeyInPage(
    Guid Id,
    string Came,
    KeyedForm Form,
    IReadOnlyList<Choice> Kinds,
    IReadOnlyList<Choice> Societies,
    OriginalsBeside Originals,
    SentBack? Returned,
    string? ReturnedBy,
    IReadOnlyList<string> Differs,
    IReadOnlyList<Alike> Alike);

/// <summary>What a form was keyed from, as it stands beside the fields.</summary>
/// <param name="Draft">The keyed form.</param>
/// <param name="Files">Its files.</param>
/// <param name="MayAdd">Whether more can be added.</param>
public sealed record OriginalsBeside(Guid Draft, IReadOnlyList<OriginalFile> Files, bool MayAdd);

/// <summary>One file that a form was keyed from.</summary>
/// <param name="Line">Its name, kind and size.</param>
/// <param name="ContentType">Its type.</param>
/// <param name="Message">What it says, where it is a message that is shown beside the fields.</param>
public sealed record OriginalFile(FileLine Line, string ContentType, ReadMessage? Message)
{
    /// <summary>Whether a browser can draw it.</summary>
    public bool IsPicture => ContentType is "image/jpeg" or "image/png";
}

/// <summary>The page on which a second person compares a keyed form with its original.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Version">Its version, so that nobody confirms what somebody else keyed meanwhile.</param>
/// <param name="Came">How and when it came, and which release it bears.</param>
/// <param name="KeyedBy">Who keyed it in.</param>
/// <param name="Lines">What was keyed in, line by line.</param>
/// <param name="Signed">The day on which it was signed.</param>
/// <param name="Originals">What it was keyed from, and proof.</param>
/// <param name="Returned">What was found when it was sent back before.</param>
/// <param name="Duplicates">Other forms that may be of the same person.</param>
/// <param name="Form">What the second person ticks and writes.</param>
/// <param name="NotYet">Why the reader cannot confirm it; nothing when they can.</param>
public sealed record ConfirmPage(
    Guid Id,
    int Version,
    string Came,
    string KeyedBy,
    IReadOnlyList<KeyedAnswer> Lines,
    string Signed,
    OriginalsBeside Originals,
    SentBack? Returned,
    IReadOnlyList<Alike> Duplicates,
    SendBackForm Form,
    string? NotYet);

/// <summary>One line of a keyed form.</summary>
/// <param name="Line">The line.</param>
/// <param name="Before">What stood there when the form was sent back; nothing where it has not changed since.</param>
public sealed record KeyedAnswer(AnswerLine Line, string? Before);

/// <summary>What differs from the original, as the second person found it.</summary>
public sealed class SendBackForm
{
    /// <summary>Most characters of the note.</summary>
    public const int Longest = 2000;

    /// <summary>The version that was compared.</summary>
    public int Version { get; set; }

    /// <summary>The lines that differ, by their names.</summary>
    public List<string> Fields { get; set; } = [];

    public string? Note { get; set; }
}

/// <summary>How and when a form came, which release it bears, and what it was keyed from.</summary>
public sealed class BeginForm
{
    public Channel? Channel { get; set; }

    public DateInput? ReceivedOn { get; set; }

    /// <summary>The form release that the paper bears (F4).</summary>
    public Guid? Release { get; set; }

    /// <summary>The releases to choose from.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Releases { get; set; } = [];

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
        RuleFor(f => f.Release).NotNull().WithMessage("Choose the date of release that stands on the form");
        RuleFor(f => f.Files).Must(f => f is { Count: > 0 }).WithMessage("Attach the scan, or the message")
            .Must(f => f is not { Count: > FileRoom.MostKeyed })
            .WithMessage($"{FileRoom.MostKeyed} files are the most. Put the pages of the scan into one PDF, or choose fewer");
    }
}
