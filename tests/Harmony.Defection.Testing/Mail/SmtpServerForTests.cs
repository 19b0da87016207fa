using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace Harmony.Defection.Testing.Mail;

/// <summary>How the mail server for tests behaves.</summary>
public enum SmtpMood
{
    /// <summary>It takes every e-mail.</summary>
    Takes,

    /// <summary>It answers 451 to every recipient: later, perhaps.</summary>
    NotNow,

    /// <summary>It answers 550 to every recipient: never.</summary>
    Never,

    /// <summary>It lets nobody in: connections are closed at once.</summary>
    Refuses,

    /// <summary>It takes connections and says nothing.</summary>
    Hangs,

    /// <summary>It closes the connection in the middle of an e-mail.</summary>
    Drops,
}

/// <summary>A mail server on a free port of this machine, which keeps what it takes.</summary>
public sealed class SmtpServerForTests : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock guard = new();
    private readonly List<MimeMessage> messages = [];
    private readonly Task accepting;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SmtpServerForTests()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How it behaves from now on.</summary>
    public SmtpMood Mood { get; set; }

    /// <summary>How many connections it was asked for.</summary>
    public int Connections { get; private set; }

    /// <summary>Every e-mail it took, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Messages
    {
        get
        {
            lock (guard)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>Starts a server.</summary>
    public static SmtpServerForTests Start() => new();

    /// <summary>Waits for an e-mail, which may be there already.</summary>
    /// <param name="wanted">Which one.</param>
    /// <param name="atMost">How long to wait; 30 seconds unless told.</param>
    /// <exception cref="TimeoutException">It did not come; the message lists what did.</exception>
    public async Task<MimeMessage> WaitForAsync(Func<MimeMessage, bool> wanted, TimeSpan? atMost = null)
    {
        using var limit = new CancellationTokenSource(atMost ?? TimeSpan.FromSeconds(30));
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (messages.Find(m => wanted(m)) is { } found)
                {
                    return found;
                }

                next = arrived.Task;
            }

            try
            {
                await next.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException end)
            {
                throw new TimeoutException($"That e-mail did not come. There are: {string.Join("; ", Messages.Select(m => $"{m.Subject} to {m.To}"))}", end);
            }
        }
    }

    /// <summary>Waits for the next e-mail to an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="after">How many e-mails to it to pass over.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<MimeMessage> WaitForAsync(string address, int after = 0)
    {
        bool IsTo(MimeMessage message) => message.To.Mailboxes.Any(m => m.Address.Equals(address, StringComparison.OrdinalIgnoreCase));
        await WaitForAsync(_ => Messages.Count(IsTo) > after);
        return Messages.Where(IsTo).ElementAt(after);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Connections++;
                conversations.Add(TalkAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException)
            {
                // The other side left, or the test is over.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        if (Mood == SmtpMood.Refuses)
        {
            return;
        }

        if (Mood == SmtpMood.Hangs)
        {
            await Task.Delay(Timeout.Infinite, stopping.Token);
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "220 localhost ready");
        while (await reader.ReadLineAsync(stopping.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await SayAsync(stream, "354 go on");
                if (Mood == SmtpMood.Drops)
                {
                    await reader.ReadLineAsync(stopping.Token);
                    return;
                }

                await TakeAsync(reader);
            }

            await SayAsync(stream, verb switch
            {
                "EHLO" => "250-localhost\r\n250-SMTPUTF8\r\n250 8BITMIME",
                "RCPT" when Mood == SmtpMood.NotNow => "451 try again later",
                "RCPT" when Mood == SmtpMood.Never => "550 no such person",
                "QUIT" => "221 goodbye",
                _ => "250 ok",
            });
            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        using var content = new MemoryStream();
        while (await reader.ReadLineAsync(stopping.Token) is { } line && line != ".")
        {
            content.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        }

        content.Position = 0;
        var message = await MimeMessage.LoadAsync(content, stopping.Token);
        TaskCompletionSource waiters;
        lock (guard)
        {
            messages.Add(message);
            (waiters, arrived) = (arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        waiters.SetResult();
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), stopping.Token);
}
