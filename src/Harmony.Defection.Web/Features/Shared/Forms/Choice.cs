namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>One of the answers a question offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A line of explanation under it.</param>
/// <param name="Group">The heading under which a long list shows it.</param>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);

/// <summary>Makes lists of answers.</summary>
public static class Choices
{
    /// <summary>Yes and no, for a question whose answer is a bool. In Welsh they answer “Oes …?”, is there any.</summary>
    public static IReadOnlyList<Choice> YesNo => [new("true", T("Yes")), new("false", T("No"))];

    /// <summary>Every value of an enum, in its order, in words.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Func<TEnum, string> say, Func<TEnum, string?>? hint = null)
        where TEnum : struct, Enum => Of(Enum.GetValues<TEnum>(), say, hint);

    /// <summary>Some values of an enum, in the order given, in words.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(IEnumerable<TEnum> values, Func<TEnum, string> say, Func<TEnum, string?>? hint = null)
        where TEnum : struct, Enum => [.. values.Select(v => new Choice(v.ToString(), say(v), hint?.Invoke(v)))];
}
