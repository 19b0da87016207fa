using Harmony.Defection.Domain.Privacy;
using PhoneNumbers;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What a phone number looks like to whoever plans numbers.</summary>
public enum PhoneReading
{
    /// <summary>Nothing was typed, or a number that could be one.</summary>
    Fine,

    /// <summary>Nobody could dial it: it has hardly any figures, or is no number at all.</summary>
    NoNumber,

    /// <summary>It has no area code.</summary>
    NoAreaCode,

    /// <summary>Its length or its country is not a known one. New ranges and places come up, so it is asked about and not refused.</summary>
    Unknown,
}

/// <summary>
/// Reads phone numbers as people write them: with 0 or +44, spaces, brackets, an extension, from another country, or over the text relay. A
/// number is kept as it was typed; <see cref="Normalise.Phone"/> is the form it is looked up by.
/// </summary>
public static class Phones
{
    /// <summary>Most characters of a number, its extension and a word about it included.</summary>
    public const int Longest = 40;

    private const int LeastDigits = 6;

    /// <summary>Whether a number could be one. Not whether it is in use: newest and fictional ranges count as "not valid".</summary>
    public static PhoneReading Read(string? typed)
    {
        if (Tidy.Line(typed) is not { } number)
        {
            return PhoneReading.Fine;
        }

        if (number.Count(char.IsDigit) < LeastDigits)
        {
            return PhoneReading.NoNumber;
        }

        try
        {
            var numbers = PhoneNumberUtil.GetInstance();
            return numbers.IsPossibleNumberWithReason(numbers.Parse(WithoutRelay(number), "GB")) switch
            {
                PhoneNumberUtil.ValidationResult.IS_POSSIBLE => PhoneReading.Fine,
                PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY => PhoneReading.NoAreaCode,
                _ => PhoneReading.Unknown,
            };
        }
        catch (NumberParseException)
        {
            return PhoneReading.Unknown;
        }
    }

    /// <summary>Whether the applicant is asked whether a number is right before it is kept.</summary>
    public static bool IsUnknown(string? typed) => Read(typed) is PhoneReading.Unknown or PhoneReading.NoAreaCode;

    /// <summary>The number without 18001 or 18002 before it, by which a call goes over the text relay.</summary>
    private static string WithoutRelay(string number)
    {
        var compact = number.Replace(" ", string.Empty, StringComparison.Ordinal);
        return compact.StartsWith("18001", StringComparison.Ordinal) || compact.StartsWith("18002", StringComparison.Ordinal) ? compact[5..] : number;
    }
}
