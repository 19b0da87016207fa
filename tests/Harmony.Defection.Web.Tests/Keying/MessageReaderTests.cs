using System.Text;
using Harmony.Defection.Web.Features.Keying;

namespace Harmony.Defection.Web.Tests.Keying;

/// <summary>E-mail messages from strangers are read as text, whatever they hold (P1, IN3, IN4).</summary>
public sealed class MessageReaderTests
{
    internal const string Hostile = """
        From: =?utf-8?q?Silas_=3Cscript=3E?= <silas@penhale.example>
        To: general.secretary@harmony.example
        Subject: My form <img src=x onerror=alert(1)>
        Date: Mon, 1 Jun 2026 09:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="cut"

        --cut
        Content-Type: text/html; charset=utf-8

        <html><head><title>hidden title</title><style>p{color:red}</style></head><body onload="alert(1)"><script>alert('run')</script>
        <p>Dear all,</p><p>my form is &lt;attached&gt;.</p><img src="https://spy.example/pixel.gif"><iframe src="https://spy.example">inner</iframe></body></html>
        --cut
        Content-Type: text/html; name="scan.html"
        Content-Disposition: attachment; filename="../../etc/scan.html"

        <script>alert('attached')</script>
        --cut
        Content-Type: application/pdf; name="form.pdf"
        Content-Disposition: attachment; filename="form.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --cut--
        """;

    [Fact]
    public void Html_becomes_words_and_nothing_else_of_it_is_left()
    {
        var message = MessageReader.Read(Of(Hostile))!;

        Assert.True(message.FromHtml);
        Assert.Contains("Dear all,", message.Text, StringComparison.Ordinal);
        Assert.Contains("my form is <attached>.", message.Text, StringComparison.Ordinal);
        Assert.All(["alert", "spy.example", "hidden title", "color:red", "inner"], word => Assert.DoesNotContain(word, message.Text, StringComparison.Ordinal));
        Assert.Equal(["../../etc/scan.html", "form.pdf"], message.Attachments.Select(a => a.Name));
        Assert.Equal("My form <img src=x onerror=alert(1)>", message.Headers.Single(h => h.Name == "Subject").Value);
    }

    [Fact]
    public void Plain_text_is_taken_before_html_and_signs_that_turn_writing_round_are_left_out()
    {
        var message = MessageReader.Read(Of("From: a@b.example\nSubject: x\u202Egpj.exe\nContent-Type: text/plain; charset=utf-8\n\nLine one\u0007\nLine two\u202E"))!;
        Assert.Equal((false, "Line one\nLine two"), (message.FromHtml, message.Text.Trim()));
        Assert.DoesNotContain('\u202E', message.Headers.Single(h => h.Name == "Subject").Value);
    }

    [Fact]
    public void A_letter_that_its_program_cut_in_pieces_is_shown_whole_and_of_one_text_in_two_forms_only_the_plain_one()
    {
        var message = MessageReader.Read(Of("""
            From: a@b.example
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="cut"

            --cut
            Content-Type: multipart/alternative; boundary="either"

            --either
            Content-Type: text/plain

            Before the scan.
            --either
            Content-Type: text/html

            <p>Before the scan, in colour.</p>
            --either--
            --cut
            Content-Type: image/png; name="scan.png"
            Content-Disposition: inline; filename="scan.png"

            x
            --cut
            Content-Type: text/plain

            After the scan.
            --cut
            Content-Type: text/html

            <p>My signature</p><br><br><br><p>below</p>
            --cut--
            """))!;
        Assert.Equal("Before the scan.\n\nAfter the scan.\n\nMy signature\n\nbelow", message.Text);
        Assert.True(message.FromHtml);
        Assert.Equal(["scan.png"], message.Attachments.Select(a => a.Name));
    }

    [Fact]
    public void An_attachment_is_given_back_as_it_came_and_a_number_too_many_is_none()
    {
        using var part = MessageReader.Open(Of(Hostile), 2)!;
        using var reader = new StreamReader(part);
        Assert.StartsWith("%PDF-1.4", reader.ReadToEnd(), StringComparison.Ordinal);
        Assert.Null(MessageReader.Open(Of(Hostile), 3));
        Assert.Null(MessageReader.Open(Of(Hostile), 0));
    }

    [Theory]
    [InlineData("form.eml", Hostile, true)]
    [InlineData("form.pdf", Hostile, false)]
    [InlineData("form.eml", "MZ\u0000\u0001 this is a program", false)]
    [InlineData("form.eml", "", false)]
    public void A_message_is_known_by_its_name_and_its_sender(string name, string content, bool isOne) =>
        Assert.Equal(isOne, MessageReader.IsMessage(Of(content), name));

    [Fact]
    public void Nested_without_end_it_is_still_answered()
    {
        var nested = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (var i = 0; i < 200; i++)
        {
            nested.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"b{i}\"\n\n--b{i}\n");
        }

        Assert.NotNull(MessageReader.Read(Of(nested.ToString())));
    }

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));
}
