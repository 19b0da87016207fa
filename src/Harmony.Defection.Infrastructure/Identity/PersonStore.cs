using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Identity;

/// <summary>
/// Keeps people for the user manager. What the manager sees is plain; what lies in the row is sealed for that row and field, and looked up by
/// keyed hash. (The framework's own protection of personal data knows no row, so that two people's values could be swapped unnoticed.)
/// </summary>
public sealed class PersonStore(DefectionDbContext context, IVault vault, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Person, DefectionDbContext, Guid>(context, describer)
{
    private const string UserNameKind = "UserName";
    private const string TokenTable = "PersonToken";

    /// <inheritdoc />
    public override Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken = default) =>
        Task.FromResult(Open(user, nameof(Person.UserName), user.UserName));

    /// <inheritdoc />
    public override Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken = default)
    {
        user.UserName = Seal(user, nameof(Person.UserName), userName);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken = default)
    {
        user.NormalizedUserName = LookUp(UserNameKind, normalizedName);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        base.FindByNameAsync(vault.LookUp(UserNameKind, normalizedUserName), cancellationToken);

    /// <inheritdoc />
    public override Task<string?> GetEmailAsync(Person user, CancellationToken cancellationToken = default) =>
        Task.FromResult(Open(user, nameof(Person.Email), user.Email));

    /// <inheritdoc />
    public override Task SetEmailAsync(Person user, string? email, CancellationToken cancellationToken = default)
    {
        user.Email = Seal(user, nameof(Person.Email), email);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SetNormalizedEmailAsync(Person user, string? normalizedEmail, CancellationToken cancellationToken = default)
    {
        user.NormalizedEmail = LookUp(nameof(LookUpKind.Email), normalizedEmail);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task<Person?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        base.FindByEmailAsync(vault.LookUp(nameof(LookUpKind.Email), normalizedEmail), cancellationToken);

    /// <inheritdoc />
    public override Task<string?> GetPhoneNumberAsync(Person user, CancellationToken cancellationToken = default) =>
        Task.FromResult(Open(user, nameof(Person.PhoneNumber), user.PhoneNumber));

    /// <inheritdoc />
    public override Task SetPhoneNumberAsync(Person user, string? phoneNumber, CancellationToken cancellationToken = default)
    {
        user.PhoneNumber = Seal(user, nameof(Person.PhoneNumber), phoneNumber);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SetTokenAsync(Person user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
    {
        var cipher = value is null ? null : vault.Seal(TokenCell(user, loginProvider, name), value).Cipher;
        return base.SetTokenAsync(user, loginProvider, name, cipher, cancellationToken);
    }

    /// <inheritdoc />
    public override async Task<string?> GetTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var cipher = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return cipher is null ? null : vault.Open(TokenCell(user, loginProvider, name), new Sealed(cipher));
    }

    /// <inheritdoc />
    public override Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => base.CreateAsync(user, cancellationToken));

    /// <inheritdoc />
    public override Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => base.UpdateAsync(user, cancellationToken));

    /// <inheritdoc />
    public override Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken = default) =>
        AnswerAsync(() => base.DeleteAsync(user, cancellationToken));

    private static Cell TokenCell(Person user, string loginProvider, string name) => new(TokenTable, user.Id, $"{loginProvider}/{name}");

    private string? Open(Person user, string field, string? cipher) => cipher is null ? null : vault.Open(user, field, new Sealed(cipher));

    private string? Seal(Person user, string field, string? plain) => plain is null ? null : vault.Seal(user, field, plain).Cipher;

    private string? LookUp(string kind, string? normalised) => normalised is null ? null : vault.LookUp(kind, normalised);

    /// <summary>The manager expects the race it lost as an answer, not as an exception.</summary>
    private async Task<IdentityResult> AnswerAsync(Func<Task<IdentityResult>> save)
    {
        try
        {
            return await save();
        }
        catch (ConcurrencyConflictException)
        {
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        }
        catch (DuplicateRowException)
        {
            return IdentityResult.Failed(ErrorDescriber.DuplicateUserName("this address"));
        }
    }
}
