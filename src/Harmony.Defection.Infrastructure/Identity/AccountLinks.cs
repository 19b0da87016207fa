using System.Text;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace Harmony.Defection.Infrastructure.Identity;

/// <summary>The links by which somebody sets a password for the first time, or a new one. Each works once, for a day.</summary>
public sealed class AccountLinks(UserManager<Person> people, TimeProvider clock)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Usable = TimeSpan.FromDays(1);

    /// <summary>The letter that invites somebody to their account.</summary>
    public async Task<AccountInvitation> InviteAsync(Person person, string email) =>
        new(email, clock.Now() + Usable, await PathAsync(person));

    /// <summary>The letter that lets somebody set a new password.</summary>
    public async Task<PasswordReset> ResetAsync(Person person, string email) => new(email, clock.Now() + Usable, await PathAsync(person));

    /// <summary>The framework's token out of a link.</summary>
    /// <returns>The token; nothing where the text is not one.</returns>
    public static string? Read(string code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<SitePath> PathAsync(Person person)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        return new SitePath($"/account/password/{person.Id}/{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}");
    }
}
