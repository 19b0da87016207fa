using System.Security.Cryptography;
using System.Text.Json;
using Harmony.Defection.Web.Features.Wording;
using Microsoft.AspNetCore.DataProtection;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>What was typed into a question whose form had been closed meanwhile.</summary>
/// <param name="DraftId">The form it belongs to.</param>
/// <param name="Path">The question's page.</param>
/// <param name="Fields">What was typed; files are not kept.</param>
public sealed record KeptAnswer(Guid DraftId, string Path, IReadOnlyList<KeyValuePair<string, string>> Fields);

/// <summary>
/// Carries such an answer through the pages that open the form again: sealed, in a hidden field, so that nothing is stored for somebody who
/// may not be who began the form, and nothing is lost for who is.
/// </summary>
public sealed class KeptAnswers(IDataProtectionProvider keys)
{
    /// <summary>The field that every form has against forgery.</summary>
    public const string AntiforgeryField = "__RequestVerificationToken";

    private readonly IDataProtector protector = keys.CreateProtector("Harmony.Defection.Apply.Kept");

    /// <summary>Seals what a request brings for a form.</summary>
    public string Seal(Guid draft, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = request.Form.Where(f => f.Key is not (AntiforgeryField or LanguageButton.Field))
            .SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? string.Empty)));
        return protector.Protect(JsonSerializer.Serialize(new KeptAnswer(draft, request.Path.Value ?? FormMap.TasksPath, [.. fields])));
    }

    /// <summary>Opens a sealed answer that belongs to a form.</summary>
    /// <returns>The answer; nothing where there is none, or it belongs to another form.</returns>
    public KeptAnswer? Open(string? value, Guid draft)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<KeptAnswer>(protector.Unprotect(value)) is { } kept && kept.DraftId == draft ? kept : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
