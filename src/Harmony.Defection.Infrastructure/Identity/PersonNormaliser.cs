using Harmony.Defection.Domain.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Harmony.Defection.Infrastructure.Identity;

/// <summary>Normalises accounts' addresses as applicants' are, so that both can be looked up by the same hash.</summary>
internal sealed class PersonNormaliser : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : Normalise.Email(name);

    public string? NormalizeEmail(string? email) => email is null ? null : Normalise.Email(email);
}
