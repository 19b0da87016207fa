using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>Hands e-mails to the configured mail server, over one connection while all goes well.</summary>
public sealed class SmtpTransport(MailOptions mail) : IMailTransport, IAsyncDisposable
{
    private SmtpClient? client;

    /// <inheritdoc />
    public async Task SendAsync(MimeMessage message, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(mail.TimeoutSeconds));
        try
        {
            client ??= await ConnectAsync(limit.Token);
            await client.SendAsync(message, limit.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            client?.Dispose();
            client = null;
            throw Translate(failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (client is not null)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await client.DisconnectAsync(quit: true, limit.Token);
            }
            catch (Exception failure) when (failure is IOException or ProtocolException or OperationCanceledException or SocketException)
            {
                // Everything was handed over; a farewell that fails takes nothing back.
            }

            client.Dispose();
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        var made = new SmtpClient { Timeout = mail.TimeoutSeconds * 1000 };
        try
        {
            await made.ConnectAsync(mail.Host!, mail.Port, OptionsOf(mail.Security), cancellation);
            if (!string.IsNullOrEmpty(mail.UserName))
            {
                await made.AuthenticateAsync(mail.UserName, mail.Password ?? string.Empty, cancellation);
            }

            return made;
        }
        catch (Exception failure)
        {
            made.Dispose();
            throw failure is OperationCanceledException ? failure : new MailException(MailProblem.NoServer, CodeOf(failure), failure);
        }
    }

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private static MailException Translate(Exception failure) => failure switch
    {
        MailException known => known,
        OperationCanceledException => new MailException(MailProblem.NoServer, "TimeOut", failure),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused
            when (int)refused.StatusCode >= 500 => new MailException(MailProblem.Never, CodeOf(refused), failure),
        SmtpCommandException refused => new MailException(MailProblem.NotNow, CodeOf(refused), failure),
        _ => new MailException(MailProblem.NoServer, CodeOf(failure), failure),
    };

    private static string CodeOf(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"{(int)refused.StatusCode} {refused.ErrorCode}",
        SocketException socket => socket.SocketErrorCode.ToString(),
        { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        _ => failure.GetType().Name,
    };
}
