using Harmony.Defection.Domain.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Harmony.Defection.Infrastructure.Identity;

/// <summary>What the party adds to the rules for passwords (section "Passwords").</summary>
public sealed class PasswordRuleOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Passwords";

    /// <summary>Names no password may contain: the party's, the application's.</summary>
    public List<string> RefusedNames { get; set; } = ["harmony", "defection"];
}

/// <summary>
/// Rules for passwords (AU1): twelve characters or more, any character, no rules of composition. Refused is what is tried first: the
/// commonest passwords, dressed up with digits and signs or not; one piece repeated; a run of neighbours; the party's and the application's name.
/// </summary>
public sealed class PasswordRules(IOptions<PasswordRuleOptions> options) : IPasswordValidator<Person>
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Rounds of PBKDF2 with HMAC-SHA512. Raising it makes each password be hashed anew at its owner's next sign-in.</summary>
    public const int Iterations = 210_000;

    private const int ShortestCommonCore = 4;

    private static readonly Lazy<HashSet<string>> Commonest = new(Read);

    /// <summary>Tells the framework's own check the length and nothing else.</summary>
    public static void Apply(PasswordOptions password)
    {
        ArgumentNullException.ThrowIfNull(password);
        password.RequiredLength = Shortest;
        password.RequiredUniqueChars = 1;
        password.RequireDigit = false;
        password.RequireLowercase = false;
        password.RequireUppercase = false;
        password.RequireNonAlphanumeric = false;
    }

    /// <inheritdoc />
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(FindRefusal(password ?? string.Empty, options.Value.RefusedNames) is { } refusal
            ? IdentityResult.Failed(refusal)
            : IdentityResult.Success);

    /// <summary>Why a password of sufficient length is refused; null if it is not.</summary>
    internal static IdentityError? FindRefusal(string password, IReadOnlyList<string> refusedNames)
    {
        var plain = Normalise.Fold(password);
        var unmasked = Unmask(plain);
        if (refusedNames.Any(name => name.Length > 0 && (plain.Contains(Normalise.Fold(name), StringComparison.Ordinal)
            || unmasked.Contains(Normalise.Fold(name), StringComparison.Ordinal))))
        {
            return new IdentityError { Code = "PasswordHasName", Description = "Choose a password without the party's or this website's name in it." };
        }

        if (IsCommon(plain) || IsCommon(unmasked))
        {
            return new IdentityError { Code = "PasswordIsCommon", Description = "Choose a password that is harder to guess: this one is among the first that are tried." };
        }

        return IsRepetition(plain) || IsRun(plain)
            ? new IdentityError { Code = "PasswordIsPattern", Description = "Choose a password that does not repeat one piece or follow a row of neighbours." }
            : null;
    }

    /// <summary>Common as it stands, or a common word making up half of it or more between digits and signs.</summary>
    private static bool IsCommon(string password)
    {
        var core = password.Trim([.. password.Where(character => !char.IsLetter(character)).Distinct()]);
        return Commonest.Value.Contains(password)
            || (core.Length >= ShortestCommonCore && core.Length * 2 >= password.Length && Commonest.Value.Contains(core));
    }

    private static bool IsRepetition(string password)
    {
        for (var piece = 1; piece * 2 <= password.Length; piece++)
        {
            if (password.Skip(piece).Zip(password).All(pair => pair.First == pair.Second))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRun(string password)
    {
        var steps = password.Skip(1).Zip(password, Step).ToList();
        return steps.TrueForAll(step => step == 1) || steps.TrueForAll(step => step == -1);
    }

    /// <summary>How far two neighbours stand apart; after nine comes nought.</summary>
    private static int Step(char next, char before) => (before, next) switch
    {
        ('9', '0') => 1,
        ('0', '9') => -1,
        _ => next - before,
    };

    /// <summary>Undoes the usual masks of letters.</summary>
    private static string Unmask(string password) => string.Concat(password.Select(character => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => character,
    }));

    private static HashSet<string> Read()
    {
        using var stream = typeof(PasswordRules).Assembly
            .GetManifestResourceStream("Harmony.Defection.Infrastructure.Identity.commonest-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                found.Add(line);
            }
        }

        return found;
    }
}
