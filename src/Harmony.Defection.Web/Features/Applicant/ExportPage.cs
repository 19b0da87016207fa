using System.Text.Encodings.Web;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Html;

namespace Harmony.Defection.Web.Features.Applicant;

/// <summary>The page in the applicant's archive: whole in itself, without script, styles or links to anywhere.</summary>
internal static class ExportPage
{
    /// <summary>The page as HTML.</summary>
    public static string Of(OwnData own, PartyNames names)
    {
        var body = Markup.Tag("body").Holding(
            Markup.Tag("h1", text: $"Application {own.Reference}"),
            Paragraph($"Put together on {Say(own.MadeAt)}. {own.State}."),
            Paragraph("The file data.json beside this page holds the same for other programs. Your files are in the folder “files”."),
            Section("What is not here", Bullets(own.Withheld)),
            Section("What has happened", Pairs(own.Happened.Select(e => (Say(e.At), e.What)))),
            Section("Your answers, as you sent them", own.AnswersInWords.Count == 0 ? Paragraph("They have been deleted.") : Pairs(own.AnswersInWords)),
            Section("What you corrected", Each(own.Corrections, c => Markup.Many(
                Heading($"{c.Answer.Say()}, {Say(c.MadeAt)}"), Pairs([("Your form says", c.Was), ("You say it should be", c.ShouldBe)])))),
            Section("What we asked, and what you answered", Each(own.Questions, q => Markup.Many(
                Heading(q.About), Pairs([("We asked", q.Statement), ("You answered", q.Answer ?? "No answer")])))),
            Section("What you told us you need", Pairs(
            [
                ("At the meeting", string.Join('\n', own.MeetingNeeds)),
                ("How to reach you", own.HowToReach ?? string.Empty),
            ])),
            Section("Files you sent", Pairs(own.Files.Select(f => (f.Path, $"{f.Name}, {f.Size}, {Say(f.SentAt)}")))),
            Section("What you agreed to", Each(own.AgreedTo, p => Markup.Many(
                Heading(names.InOurWords(p.Kind.Say())),
                Paragraph($"You agreed on {Say(p.AgreedAt)} to the text of release {p.ReleaseNumber}, {UkTime.Say(p.ReleasedOn)}. Its fingerprint (SHA-256) is {p.TextHash}."),
                p.Text is { } text ? ProseTagHelper.Render(text, 4, links: false) : null))),
            Section("Our letters", Each(own.Letters, l => Markup.Many(
                Heading(l.Heading), Paragraph(Say(l.WrittenAt)), ProseTagHelper.Render(l.Text, 4, links: false)))));
        var page = Markup.Tag("html").With("lang", "en-GB").Holding(
            Markup.Tag("head").Holding(
                Markup.Tag("meta").With("charset", "utf-8"),
                Markup.Tag("title", text: own.Reference),
                Markup.Tag("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1")),
            body);
        using var writer = new StringWriter();
        writer.Write("<!doctype html>\n");
        page.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static string Say(DateTime at) => $"{UkTime.Say(at)}, UK time";

    private static IHtmlContent Section(string title, IHtmlContent content) => Markup.Tag("section").Holding(Markup.Tag("h2", text: title), content);

    private static IHtmlContent Heading(string text) => Markup.Tag("h3", text: text);

    private static IHtmlContent Paragraph(string text) => Markup.Tag("p", text: text);

    private static IHtmlContent Bullets(IEnumerable<string> lines)
    {
        var list = Markup.Tag("ul");
        foreach (var line in lines)
        {
            list.InnerHtml.AppendHtml(Markup.Tag("li", text: line));
        }

        return list;
    }

    private static IHtmlContent Each<T>(IReadOnlyCollection<T> items, Func<T, IHtmlContent> draw) =>
        items.Count == 0 ? Paragraph("Nothing.") : Markup.Many([.. items.Select(draw)]);

    private static IHtmlContent Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var list = Markup.Tag("dl");
        foreach (var (name, value) in pairs.Where(p => p.Value.Length > 0))
        {
            var lines = Markup.Tag("dd");
            foreach (var (line, i) in value.Split('\n').Select((l, i) => (l, i)))
            {
                lines.Holding(i == 0 ? null : new HtmlString("<br>")).Saying(line);
            }

            list.Holding(Markup.Tag("dt").Holding(Markup.Tag("b", text: name)), lines);
        }

        return list.HasInnerHtml ? list : Paragraph("Nothing.");
    }
}
