using System.Text.RegularExpressions;

namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>Accounts offered as a private way to reach somebody. Public accounts, which the policy asks for, stay (F14).</summary>
internal sealed class HandleFinder : IFinder
{
    private static readonly Regex Form = Patterns.AnyCase(
        @"\b[a-z][a-z0-9_.]{1,31}#[0-9]{4}\b|\blive:[.a-z0-9_-]{3,40}|@[a-z0-9._=-]{1,40}:[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,4}"
        + @"|\b(?:t\.me|telegram\.me|signal\.me|discord\.gg|m\.me|threema\.id|join\.skype\.com|line\.me|keybase\.io|matrix\.to)/[^\s)>,;\x22]{2,80}");

    /// <inheritdoc />
    public IEnumerable<Hit> Find(FoldedText text)
    {
        foreach (Match match in Form.Matches(text.Text))
        {
            yield return new Hit(match.Index, match.Index + match.Length, ContactKind.Handle, "It is an account for private messages.");
        }
    }
}
