using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared.TagHelpers;

/// <summary>
/// What a text changes in another, word by word and paragraph by paragraph. It reads without colour: what went is struck through, what came is
/// underlined, and a screen reader says which.
/// </summary>
[HtmlTargetElement("hd-diff", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DiffTagHelper : TagHelper
{
    /// <summary>Longer paragraphs are shown whole, once struck through and once underlined.</summary>
    private const int LongestParagraph = 4000;

    public required string Before { get; set; }

    public required string After { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "hd-diff");
        var lines = SideBySideDiffBuilder.Diff(Before.ReplaceLineEndings("\n").Trim(), After.ReplaceLineEndings("\n").Trim(), ignoreWhiteSpace: false);
        foreach (var (was, now) in lines.OldText.Lines.Zip(lines.NewText.Lines))
        {
            output.Content.AppendHtml(Paragraph(was, now));
        }
    }

    private static IHtmlContent? Paragraph(DiffPiece was, DiffPiece now) => (was.Type, now.Type) switch
    {
        (ChangeType.Unchanged, _) => string.IsNullOrWhiteSpace(now.Text) ? null : Markup.Tag("p", text: now.Text),
        (ChangeType.Modified, _) when was.Text.Length + now.Text.Length <= LongestParagraph => Words(was.SubPieces, now.SubPieces),
        _ => Markup.Many(Whole("del", was.Text), Whole("ins", now.Text)),
    };

    private static TagBuilder? Whole(string element, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Markup.Tag("p").Holding(Mark(element, text));

    private static TagBuilder Words(IReadOnlyList<DiffPiece> was, IReadOnlyList<DiffPiece> now)
    {
        var paragraph = Markup.Tag("p");
        var (went, came) = (string.Empty, string.Empty);
        foreach (var (before, after) in was.Zip(now))
        {
            // A space between two changed words belongs to the change, so that a phrase is one mark and not one a word.
            if (before.Type == ChangeType.Unchanged && (!string.IsNullOrWhiteSpace(before.Text) || (went.Length == 0 && came.Length == 0)))
            {
                Flush();
                paragraph.Saying(before.Text);
            }
            else
            {
                went += before.Type == ChangeType.Imaginary ? string.Empty : before.Text;
                came += after.Type == ChangeType.Imaginary ? string.Empty : after.Text;
            }
        }

        Flush();
        return paragraph;

        void Flush()
        {
            if (string.IsNullOrWhiteSpace(went) && string.IsNullOrWhiteSpace(came))
            {
                paragraph.Saying(came);
            }
            else
            {
                // The space before the next word is nobody's change.
                var space = (went.Length == 0 || went[^1] == ' ') && (came.Length == 0 || came[^1] == ' ');
                var (taken, put) = space ? (went.TrimEnd(' '), came.TrimEnd(' ')) : (went, came);
                paragraph.Holding(taken.Length > 0 ? Mark("del", taken) : null, put.Length > 0 ? Mark("ins", put) : null).Saying(space ? " " : null);
            }

            (went, came) = (string.Empty, string.Empty);
        }
    }

    private static TagBuilder Mark(string element, string text) => Markup.Tag(element)
        .Holding(Markup.Hidden(element == "del" ? "taken out: " : "put in: "))
        .Saying(text)
        .Holding(Markup.Hidden(element == "del" ? " (end of what was taken out)" : " (end of what was put in)"));
}
