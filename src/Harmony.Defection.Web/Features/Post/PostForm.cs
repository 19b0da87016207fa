using FluentValidation;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.Forms;

namespace Harmony.Defection.Web.Features.Post;

/// <summary>The day on which a letter was posted.</summary>
public sealed class PostForm
{
    public DateInput? PostedOn { get; set; }
}

/// <summary>The page on which a letter is marked as posted.</summary>
public sealed record MarkPage(LetterLine Letter, PostForm Form);

internal sealed class PostFormValidator : AbstractValidator<PostForm>
{
    public PostFormValidator(TimeProvider clock) =>
        RuleFor(f => f.PostedOn).RealDate("the day you posted it")
            .AndMust((_, day) => day <= UkTime.Day(clock.Now()), "The day you posted it cannot be in the future");
}
