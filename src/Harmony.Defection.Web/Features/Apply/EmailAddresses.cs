using System.Net.Mail;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What is asked of an e-mail address that is typed in.</summary>
public static class EmailAddresses
{
    /// <summary>What is said where people at a council, a parliament or a party may read the mailbox (rule 29).</summary>
    public static string Shared => T(
        "People at your council, parliament or party may read this mailbox. Give a private address, or tick the box to use this one all the same");

    private const int Longest = 254;

    /// <summary>Whether a message can be sent to it.</summary>
    public static bool IsAddress(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length <= Longest
            && !address.Contains(' ', StringComparison.Ordinal)
            && MailAddress.TryCreate(address, out var parsed)
            && parsed.Address == address
            && parsed.Host.Contains('.', StringComparison.Ordinal);
    }
}
