using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>The templates of letters, which lie in this assembly. A name that has no value is an error, never an empty space.</summary>
internal static class Templates
{
    private static readonly FluidParser Parser = new();
    private static readonly TemplateOptions Options = new() { StrictVariables = true, StrictFilters = true };
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Parsed = new(StringComparer.Ordinal);

    /// <summary>Whether there is a template of a name such as "Letters/MessageWaiting.txt".</summary>
    public static bool Exists(string name) => typeof(Templates).Assembly.GetManifestResourceInfo($"{name}.liquid") is not null;

    /// <summary>A template's name in a language: "MessageWaiting", in Welsh "MessageWaiting.cy".</summary>
    public static string Named(string name, string language) => language == Languages.English ? name : $"{name}.{language}";

    /// <summary>Values for templates, each a text.</summary>
    public static TemplateContext Values(IEnumerable<KeyValuePair<string, string>> values)
    {
        var context = new TemplateContext(Options);
        foreach (var (name, value) in values)
        {
            context.SetValue(name, new StringValue(value));
        }

        return context;
    }

    /// <summary>Fills a template in.</summary>
    /// <exception cref="LetterException">There is no such template, or it names something that has no value.</exception>
    public static string Fill(string name, TemplateContext values, TextEncoder encoder) => Fill(name, Get(name), values, encoder);

    /// <summary>Fills a template in whose first line is the subject or heading, and the rest, after an empty line, the text.</summary>
    /// <exception cref="LetterException">There is no such template, or it names something that has no value.</exception>
    public static (string FirstLine, string Text) FillTwoParts(string name, TemplateContext first, TemplateContext rest)
    {
        var source = Read(name);
        var end = source.IndexOf('\n', StringComparison.Ordinal);
        var line = Fill(name, Parsed.GetOrAdd($"{name}#first", _ => Parse(name, source[..end])), first, NullEncoder.Default);
        var text = Fill(name, Parsed.GetOrAdd($"{name}#rest", _ => Parse(name, source[end..])), rest, NullEncoder.Default);
        return (line.Trim(), text.Trim());
    }

    private static IFluidTemplate Get(string name) => Parsed.GetOrAdd(name, _ => Parse(name, Read(name)));

    private static IFluidTemplate Parse(string name, string source) => Parser.TryParse(source, out var template, out var error)
        ? template
        : throw new LetterException($"The template {name} cannot be read: {error}");

    private static string Fill(string name, IFluidTemplate template, TemplateContext values, TextEncoder encoder)
    {
        try
        {
            return template.Render(values, encoder);
        }
        catch (FluidException failure)
        {
            throw new LetterException($"The template {name} names something that has no value: {failure.Message}", failure);
        }
    }

    private static string Read(string name)
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream($"{name}.liquid")
            ?? throw new LetterException($"There is no template {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
