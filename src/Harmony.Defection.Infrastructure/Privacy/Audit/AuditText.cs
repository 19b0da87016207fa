using System.Globalization;
using System.Text;

namespace Harmony.Defection.Infrastructure.Privacy.Audit;

/// <summary>Makes any text fit for one line of printable ASCII, so that nothing typed can forge a line or drive a terminal (AT1).</summary>
internal static class AuditText
{
    /// <summary>Every character that is not printable ASCII, and the backslash, becomes <c>\uXXXX</c>.</summary>
    public static string Escape(string text)
    {
        if (text.All(IsPlain))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsPlain(character))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return escaped.ToString();
    }

    private static bool IsPlain(char character) => character is >= ' ' and <= '~' and not '\\';
}
