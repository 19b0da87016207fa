using MimeKit;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>How an e-mail leaves this process. One instance serves one round of letters, one after the other.</summary>
public interface IMailTransport
{
    /// <summary>Hands an e-mail over; when it returns, whoever took it has it for good.</summary>
    /// <exception cref="MailException">It was not taken.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancellation = default);
}

/// <summary>Why an e-mail was not taken.</summary>
public enum MailProblem
{
    /// <summary>The server does not want this one now.</summary>
    NotNow,

    /// <summary>The server says that it never will take this one.</summary>
    Never,

    /// <summary>The server cannot be reached, does not answer or lets nobody in: no other e-mail would fare better.</summary>
    NoServer,
}

/// <summary>An e-mail was not taken.</summary>
/// <param name="problem">What it means for this e-mail and for others.</param>
/// <param name="code">A code or the name of a class; never a word of the e-mail or of the server's answer.</param>
/// <param name="inner">What went wrong beneath.</param>
public sealed class MailException(MailProblem problem, string code, Exception? inner = null) : Exception(code, inner)
{
    public MailProblem Problem { get; } = problem;

    public string Code { get; } = code;
}
