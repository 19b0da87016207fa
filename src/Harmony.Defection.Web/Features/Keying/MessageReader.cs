using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace Harmony.Defection.Web.Features.Keying;

/// <summary>An e-mail message as it is shown: headers and text as plain text, and what was attached. Nothing of it is ever run or fetched.</summary>
/// <param name="Headers">From, to, date, subject and the like.</param>
/// <param name="Text">What it says.</param>
/// <param name="FromHtml">Whether some of that was taken out of HTML, because it is not there as plain text.</param>
/// <param name="Attachments">What was attached.</param>
public sealed record ReadMessage(
    IReadOnlyList<(string Name, string Value)> Headers, string Text, bool FromHtml, IReadOnlyList<MessagePart> Attachments);

/// <summary>Something attached to a message.</summary>
/// <param name="Number">Its place among the attachments, from 1.</param>
/// <param name="Name">The name it bears, for showing only.</param>
/// <param name="Bytes">Its size.</param>
public sealed record MessagePart(int Number, string Name, long Bytes);

/// <summary>Reads e-mail messages (.eml) that forms came in (P1). What strangers wrote is taken as text, whatever it says it is.</summary>
public static class MessageReader
{
    /// <summary>As what a message is stored.</summary>
    public const string ContentType = "message/rfc822";

    /// <summary>Most characters that are shown of a text.</summary>
    private const int LongestText = 100_000;

    /// <summary>Most characters that are shown of a header or a name.</summary>
    private const int LongestLine = 500;

    /// <summary>Most attachments that are listed.</summary>
    private const int MostParts = 50;

    private static readonly HashSet<HtmlTagId> Blocks =
    [
        HtmlTagId.P, HtmlTagId.Div, HtmlTagId.Br, HtmlTagId.TR, HtmlTagId.LI, HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.H4, HtmlTagId.Table,
        HtmlTagId.UL, HtmlTagId.OL, HtmlTagId.BlockQuote, HtmlTagId.HR,
    ];

    private static readonly HashSet<HtmlTagId> Unread =
    [
        HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Head, HtmlTagId.Title, HtmlTagId.Object, HtmlTagId.IFrame, HtmlTagId.NoScript, HtmlTagId.TextArea,
    ];

    /// <summary>Whether a file is a message: its name ends so, and it has a sender and something in it.</summary>
    public static bool IsMessage(Stream content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!Path.GetExtension(name).Equals(".eml", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        content.Position = 0;
        var isOne = Load(content) is { From.Count: > 0, Body: not null };
        content.Position = 0;
        return isOne;
    }

    /// <summary>The message as it is shown; nothing where it cannot be read as one.</summary>
    public static async Task<ReadMessage?> ReadAsync(Stream content, CancellationToken cancellation = default)
    {
        await using var memory = await CopyAsync(content, cancellation);
        return Read(memory);
    }

    /// <summary>The content of an attachment; nothing where there is none of that number.</summary>
    public static async Task<Stream?> OpenAsync(Stream content, int number, CancellationToken cancellation = default)
    {
        await using var memory = await CopyAsync(content, cancellation);
        return Open(memory, number);
    }

    /// <summary>The message as it is shown; nothing where it cannot be read as one.</summary>
    public static ReadMessage? Read(Stream content)
    {
        if (Load(content) is not { } message)
        {
            return null;
        }

        var texts = Texts(message.Body).ToList();
        var html = texts.Exists(t => t.IsHtml);
        var text = string.Join("\n\n", texts.Select(t => t.IsHtml ? TextOf(t.Text) : t.Text));
        return new ReadMessage(
            [
                ("From", Line(message.From.ToString())),
                ("To", Line(message.To.ToString())),
                ("Date", Line(message.Date == default ? "None" : message.Date.ToString("d MMMM yyyy, HH:mm zzz", CultureInfo.GetCultureInfo("en-GB")))),
                ("Subject", Line(message.Subject ?? string.Empty)),
            ],
            Clean(text.Length > LongestText ? text[..LongestText] + "\n[The rest is left out here. Download the message to read it.]" : text),
            html,
            [.. Parts(message).Select((part, i) => new MessagePart(i + 1, NameOf(part), SizeOf(part)))]);
    }

    /// <summary>The content of an attachment; nothing where there is none of that number.</summary>
    public static Stream? Open(Stream content, int number)
    {
        if (Load(content) is not { } message || Parts(message).ElementAtOrDefault(number - 1) is not { } part)
        {
            return null;
        }

        var memory = new MemoryStream();
        WriteTo(part, memory);
        memory.Position = 0;
        return memory;
    }

    private static MimeMessage? Load(Stream content)
    {
        try
        {
            return MimeMessage.Load(new ParserOptions { MaxMimeDepth = 20 }, content);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task<MemoryStream> CopyAsync(Stream content, CancellationToken cancellation)
    {
        var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellation);
        memory.Position = 0;
        return memory;
    }

    /// <summary>
    /// Every text that is part of the letter itself, in order: mail programs cut one letter in pieces around its pictures. Of one text in several
    /// forms the plain one is taken.
    /// </summary>
    private static IEnumerable<TextPart> Texts(MimeEntity? entity) => entity switch
    {
        MultipartAlternative either => either.Select(e => Texts(e).ToList()).Where(t => t.Count > 0)
            .OrderBy(t => t.Exists(p => p.IsHtml)).FirstOrDefault() ?? [],
        Multipart several => several.SelectMany(Texts),
        TextPart text when IsOfTheLetter(text) => [text],
        _ => [],
    };

    private static IEnumerable<MimeEntity> Parts(MimeMessage message) =>
        message.BodyParts.Where(p => p is not TextPart text || !IsOfTheLetter(text)).Take(MostParts);

    private static bool IsOfTheLetter(TextPart text) => !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && (text.IsPlain || text.IsHtml);

    private static string NameOf(MimeEntity part) => Line(part.ContentDisposition?.FileName ?? part.ContentType.Name ?? string.Empty) is { Length: > 0 } name
        ? name
        : part is MimeKit.MessagePart ? "A message inside the message" : "Without a name";

    private static long SizeOf(MimeEntity part)
    {
        using var measure = new MimeKit.IO.MeasuringStream();
        WriteTo(part, measure);
        return measure.Length;
    }

    private static void WriteTo(MimeEntity part, Stream stream)
    {
        switch (part)
        {
            case MimeKit.MessagePart { Message: { } inner }:
                inner.WriteTo(stream);
                break;
            case MimePart { Content: { } content }:
                content.DecodeTo(stream);
                break;
        }
    }

    /// <summary>The words of HTML, without anything that is not words.</summary>
    private static string TextOf(string html)
    {
        var words = new StringBuilder();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        var unread = 0;
        while (tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag when Unread.Contains(tag.Id):
                    unread = Math.Max(0, unread + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1));
                    break;
                case HtmlTagToken tag when Blocks.Contains(tag.Id):
                    words.Append('\n');
                    break;
                case HtmlDataToken { Kind: HtmlTokenKind.Data } data when unread == 0:
                    words.Append(data.Data.ReplaceLineEndings(" "));
                    break;
            }
        }

        var lines = words.ToString().Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        return string.Join('\n', lines.Where((line, i) => line.Length > 0 || i == 0 || lines[i - 1].Length > 0)).Trim();
    }

    private static string Line(string value)
    {
        var line = string.Join(' ', Clean(value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestLine ? line[..LongestLine] : line;
    }

    /// <summary>Leaves out control characters, and those that turn the direction of writing and so can make a name look like another.</summary>
    private static string Clean(string value) => string.Concat(value.ReplaceLineEndings("\n").Where(c =>
        c is '\n' or '\t' || (!char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse))));
}
