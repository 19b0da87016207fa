using System.Diagnostics;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Mail;
using MimeKit;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

/// <summary>The transport against a mail server that listens on a real port.</summary>
public sealed class SmtpTests
{
    [Fact]
    public async Task Letters_arrive_whole_over_one_connection()
    {
        await using var server = SmtpServerForTests.Start();
        await using var transport = To(server);
        await using var post = await Post.OpenAsync(transport: transport);
        await post.AddAsync(Waiting("ann@example.org"), Waiting("zoë@example.org"), Waiting("cat@example.org"));

        Assert.Equal(3, await post.Worker.SendDueAsync());

        Assert.Equal(1, server.Connections);
        var first = await server.WaitForAsync("ann@example.org");
        var sender = first.From.Mailboxes.Single();
        Assert.Equal(("Secure messages", "messages@localhost"), (sender.Name, sender.Address));
        Assert.Equal("You have a new message", first.Subject);
        Assert.Contains("https://party.example/application/abc", first.TextBody, StringComparison.Ordinal);
        Assert.Contains("href=\"https://party.example/application/abc\"", first.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", first.Headers["Auto-Submitted"]);
        Assert.Equal(new DateTimeOffset(2026, 6, 5, 12, 0, 0, TimeSpan.Zero), first.Date);
    }

    [Theory]
    [InlineData(SmtpMood.NotNow, MailProblem.NotNow, "451 RecipientNotAccepted")]
    [InlineData(SmtpMood.Never, MailProblem.Never, "550 RecipientNotAccepted")]
    [InlineData(SmtpMood.Refuses, MailProblem.NoServer, null)]
    [InlineData(SmtpMood.Hangs, MailProblem.NoServer, null)]
    [InlineData(SmtpMood.Drops, MailProblem.NoServer, null)]
    public async Task A_server_that_does_not_take_an_email_is_told_apart(SmtpMood mood, MailProblem problem, string? code)
    {
        await using var server = SmtpServerForTests.Start();
        server.Mood = mood;
        await using var transport = To(server);
        var took = Stopwatch.StartNew();

        using var message = Message();
        var failure = await Assert.ThrowsAsync<MailException>(() => transport.SendAsync(message));

        Assert.Equal(problem, failure.Problem);
        Assert.Equal(code ?? failure.Code, failure.Code);
        Assert.DoesNotContain("example", failure.Code, StringComparison.Ordinal);
        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));

        // Once it is well again, the same transport sends.
        server.Mood = SmtpMood.Takes;
        await transport.SendAsync(message);
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task A_machine_where_no_server_listens_counts_as_no_server()
    {
        int port;
        await using (var server = SmtpServerForTests.Start())
        {
            port = server.Port;
        }

        await using var transport = new SmtpTransport(new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None });
        using var message = Message();
        var failure = await Assert.ThrowsAsync<MailException>(() => transport.SendAsync(message));
        Assert.Equal((MailProblem.NoServer, "ConnectionRefused"), (failure.Problem, failure.Code));
    }

    [Fact]
    public async Task A_server_without_encryption_is_refused_where_encryption_is_asked_for()
    {
        await using var server = SmtpServerForTests.Start();
        await using var transport = new SmtpTransport(
            new MailOptions { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.StartTls, TimeoutSeconds = 2 });
        using var message = Message();
        Assert.Equal(MailProblem.NoServer, (await Assert.ThrowsAsync<MailException>(() => transport.SendAsync(message))).Problem);
        Assert.Empty(server.Messages);
    }

    private static SmtpTransport To(SmtpServerForTests server) => new(
        new MailOptions { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, TimeoutSeconds = 2 });

    private static MimeMessage Message() => new(
        [new MailboxAddress("Secure messages", "messages@localhost")],
        [new MailboxAddress(string.Empty, "ann@example.org")],
        "You have a new message",
        new TextPart("plain") { Text = "Hello.\r\n.\r\n" });

    private static MessageWaiting Waiting(string address) => new(address, new SitePath("/application/abc"));
}
