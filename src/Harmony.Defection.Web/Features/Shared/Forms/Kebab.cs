using System.Text;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>Names of the code as they stand in addresses: "links-or-residence".</summary>
public static class Kebab
{
    /// <summary>A value's name in an address.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The value that an address names; nothing where there is none.</summary>
    public static TEnum? Read<TEnum>(string? text) where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Of(value), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
