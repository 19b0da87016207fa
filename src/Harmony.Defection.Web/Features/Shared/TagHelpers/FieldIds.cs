using Harmony.Defection.Web.Features.Shared.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>How names become ids, so that the error summary and the fields agree.</summary>
internal static class FieldIds
{
    private static readonly string[] FirstParts = [nameof(DateInput.Day), nameof(DateInput.Month)];

    /// <summary>The id of the control of a name: "Jobs[0].Title" is "Jobs_0__Title".</summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The id that an error at a name leads to: for an answer of several parts its first box.</summary>
    public static string Target(string name, ModelStateDictionary state, ModelMetadata model)
    {
        var part = FirstParts.FirstOrDefault(p => state.ContainsKey($"{name}.{p}"))
            ?? FirstParts.FirstOrDefault(p => PropertyOf(model, name)?.Properties[p] is not null);
        return Of(part is null ? name : $"{name}.{part}");
    }

    private static ModelMetadata? PropertyOf(ModelMetadata model, string name) =>
        model.Properties[name] is { } property && (property.ModelType == typeof(DateInput) || property.ModelType == typeof(MonthInput)
            || property.ModelType == typeof(WhenInput)) ? property : null;

    /// <summary>The error's words. A failure of the program itself is not shown.</summary>
    public static string Sentence(ModelError error) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? "This answer cannot be used" : error.ErrorMessage.TrimEnd('.');
}
