using System.Runtime.CompilerServices;
using System.Text;

namespace Harmony.Defection.Domain.Wording;

/// <summary>
/// A sentence with values in it, written as an interpolated string: <c>T($"Sent on {day}")</c>. Its key in the resource files is the sentence
/// with numbered places, "Sent on {0}", so that a translation may put the values elsewhere.
/// </summary>
[InterpolatedStringHandler]
public readonly struct Phrase(int literalLength, int formattedCount)
{
    private readonly StringBuilder key = new(literalLength + (3 * formattedCount));
    private readonly List<object?> values = new(formattedCount);

    /// <summary>The English sentence with numbered places.</summary>
    public string Key => key.ToString();

    /// <summary>What stands in the places.</summary>
    public object?[] Values => [.. values];

    /// <summary>Takes a piece of the sentence.</summary>
    public void AppendLiteral(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        key.Append(piece.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    /// <summary>Takes a value.</summary>
    public void AppendFormatted<TValue>(TValue value)
    {
        key.Append('{').Append(values.Count).Append('}');
        values.Add(value);
    }
}
