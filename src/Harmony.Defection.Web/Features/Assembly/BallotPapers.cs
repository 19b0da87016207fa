using System.Security.Cryptography;
using Harmony.Defection.Domain.Balloting;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Web.Features.Assembly;

/// <summary>
/// Receipts on their way through the forms of a first vote: sealed for one ballot and one voter, so that nobody chooses their own. Two voters
/// with one receipt would share a tracker, and whoever dictates a receipt could find the vote.
/// </summary>
public sealed class BallotPapers(IDataProtectionProvider protection)
{
    /// <summary>A fresh paper for a voter.</summary>
    public string New(Guid ballot, Guid person) => For(ballot, person).Protect(Receipt.New());

    /// <summary>The receipt of a paper; nothing where it was not made for this voter and ballot.</summary>
    public string? Read(Guid ballot, Guid person, string? paper)
    {
        try
        {
            return string.IsNullOrEmpty(paper) ? null : For(ballot, person).Unprotect(paper);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(Guid ballot, Guid person) => protection.CreateProtector("Ballot paper", ballot.ToString("N"), person.ToString("N"));
}
