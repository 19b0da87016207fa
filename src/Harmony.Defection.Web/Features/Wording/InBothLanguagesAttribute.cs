namespace Harmony.Defection.Web.Features.Wording;

/// <summary>Marks the pages that are in English and in Welsh. Every other page is in English whatever the reader has chosen.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InBothLanguagesAttribute : Attribute;
