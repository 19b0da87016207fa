using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Testing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Harmony.Defection.Domain.Tests.Wording;

/// <summary>One use of a sentence in the sources.</summary>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Function">T, H, N or Count.</param>
/// <param name="Key">The sentence's key; nothing where what is translated is only known when it runs.</param>
/// <param name="Text">The expression as it is written.</param>
internal sealed record SentenceUse(string File, string Function, string? Key, string Text);

/// <summary>
/// Every sentence that the sources say through <see cref="Words"/>, read from code and pages with the compiler's own parser. In the web project
/// N is written Words.N, since a library has a namespace of that name.
/// </summary>
internal static partial class SentencesInSources
{
    /// <summary>The uses.</summary>
    public static IReadOnlyList<SentenceUse> All { get; } = [.. Read()];

    private static IEnumerable<SentenceUse> Read()
    {
        var source = Path.Combine(Sources.Root, "src");
        return Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !InBuildOutput().IsMatch(f) && Path.GetFileName(f) is not ("Words.cs" or "HtmlWords.cs"))
            .Order(StringComparer.Ordinal)
            .SelectMany(f => InText(Path.GetRelativePath(Sources.Root, f), File.ReadAllText(f)));
    }

    /// <summary>The uses in a text of C# or Razor.</summary>
    public static IEnumerable<SentenceUse> InText(string file, string text) => Call().Matches(text)
        .Where(m => !IsInComment(text, m.Index))
        .Select(m => (Function: m.Groups["function"].Value, Call: FirstCall(text, m.Index), m.Index))
        .Where(f => f.Function != nameof(Words.Count) || f.Call?.ArgumentList.Arguments.Count == 3)
        .Select(f => f.Call is { } call
            ? new SentenceUse(file, f.Function, KeyOf(call, f.Function), call.ToString())
            : throw new InvalidOperationException($"{file}: {text[f.Index..Math.Min(text.Length, f.Index + 60)]} cannot be read."));

    /// <summary>The call that begins at a place. In a page its markup follows, which the parser may take for more of the expression.</summary>
    private static InvocationExpressionSyntax? FirstCall(string text, int index) => SyntaxFactory
        .ParseExpression(text, index, consumeFullText: false).DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(c => c.Expression is IdentifierNameSyntax);

    private static string? KeyOf(InvocationExpressionSyntax call, string function)
    {
        var argument = call.ArgumentList.Arguments[function == nameof(Words.Count) ? 2 : 0].Expression;
        var key = new StringBuilder();
        var places = 0;
        return Read(argument) ? key.ToString() : null;

        bool Read(ExpressionSyntax expression)
        {
            switch (expression)
            {
                case LiteralExpressionSyntax { Token.Value: string literal }:
                    key.Append(literal);
                    return true;
                case BinaryExpressionSyntax sum:
                    return Read(sum.Left) && Read(sum.Right);
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var piece in interpolated.Contents)
                    {
                        _ = piece is InterpolatedStringTextSyntax plain
                            ? key.Append(plain.TextToken.ValueText)
                            : key.Append('{').Append((places++).ToString(CultureInfo.InvariantCulture)).Append('}');
                    }

                    return true;
                default:
                    return false;
            }
        }
    }

    private static bool IsInComment(string text, int index)
    {
        var start = text.LastIndexOf('\n', index) + 1;
        return text[start..index].Contains("//", StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?<![\w<]|(?<!\bWords)\.)(?<function>T|H|N|Count)\((?=[^)])""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Call();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InBuildOutput();
}
