using Harmony.Defection.Domain.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Harmony.Defection.Infrastructure.Identity;

/// <summary>
/// Somebody with an account. User name, e-mail and phone hold ciphertext, bound to this row, which <see cref="PersonStore"/> opens for the
/// user manager (<c>GetEmailAsync</c> and its like); their normalised forms are keyed hashes.
/// </summary>
public sealed class Person : IdentityUser<Guid>, ISealedRow
{
    /// <summary>For the framework.</summary>
    public Person()
    {
    }

    /// <summary>A new person, who signs in with an e-mail address. Hand it to the user manager's <c>CreateAsync</c>.</summary>
    /// <param name="vault">Seals what is personal.</param>
    /// <param name="name">The name by which they are called.</param>
    /// <param name="email">Their address, which is their user name too.</param>
    /// <param name="now">Now, in UTC.</param>
    public Person(IVault vault, string name, string email, DateTime now)
    {
        Id = Guid.NewGuid();
        CreatedAt = now;
        Name = vault.Seal(this, nameof(Name), name);
        Email = vault.Seal(this, nameof(Email), email).Cipher;
        UserName = vault.Seal(this, nameof(UserName), email).Cipher;
    }

    /// <summary>The name by which they are called.</summary>
    public Sealed Name { get; private set; }

    /// <summary>When the account was made, in UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the account was closed, in UTC; a closed one cannot sign in.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Changes the name.</summary>
    public void Rename(IVault vault, string name) => Name = vault.Seal(this, nameof(Name), name);

    /// <summary>Closes the account. Its security stamp changes, which ends its sessions.</summary>
    public void Close(DateTime now)
    {
        ClosedAt ??= now;
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    /// <summary>Never who it is, so that a log line cannot give it away.</summary>
    public override string ToString() => $"[person {Id}]";
}
