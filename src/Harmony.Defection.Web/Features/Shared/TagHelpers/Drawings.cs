using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>Bars drawn as SVG in per cent, so that no inline style is needed.</summary>
internal static class Drawings
{
    /// <summary>A bar of several stretches.</summary>
    /// <param name="width">The drawing's width; nothing where its style has it.</param>
    /// <param name="height">The drawing's height; nothing where its style has it.</param>
    /// <param name="stretches">Class, where it begins and how long it is, in per cent.</param>
    /// <param name="label">What it says; nothing where the text beside it says it already.</param>
    public static TagBuilder Bar(string? width, string? height, IEnumerable<(string? Css, double From, double Length)> stretches, string? label)
    {
        var bar = Markup.Tag("svg").With("width", width).With("height", height).With("focusable", "false")
            .With("aria-hidden", label is null ? "true" : null).With("role", label is null ? null : "img").With("aria-label", label);
        foreach (var (css, from, length) in stretches)
        {
            bar.Holding(Markup.Tag("rect", css).With("x", from > 0 ? Percent(from) : null).With("width", Percent(length))
                .With("height", "100%"));
        }

        return bar;
    }

    private static string Percent(double value) => Math.Clamp(value, 0, 100).ToString("0.#", CultureInfo.InvariantCulture) + "%";
}
