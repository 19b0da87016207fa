using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>How names become ids, so that the error summary and the fields agree.</summary>
internal static class FieldIds
{
    private static readonly string[] FirstParts = ["Day", "Month"];

    /// <summary>The id of the control of a name: "Jobs[0].Title" is "Jobs_0__Title".</summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The id that an error at a name leads to: for an answer of several parts its first box.</summary>
    public static string Target(string name, ModelStateDictionary state)
    {
        var part = FirstParts.FirstOrDefault(p => state.ContainsKey($"{name}.{p}"));
        return Of(part is null ? name : $"{name}.{part}");
    }

    /// <summary>The error's words. A failure of the program itself is not shown.</summary>
    public static string Sentence(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "This answer cannot be used" : error.ErrorMessage.TrimEnd('.');
}
