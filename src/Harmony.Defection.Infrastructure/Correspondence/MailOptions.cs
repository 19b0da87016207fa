using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted once the server has been greeted; a server that cannot is refused.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Not at all: for a server on the same machine only.</summary>
    None,
}

/// <summary>How e-mail leaves (section "Mail" of the configuration).</summary>
public sealed class MailOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Mail";

    /// <summary>The mail server. Without one, e-mail is written into <see cref="Folder"/>, which Production refuses.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Seconds that one letter may take, from 1 to 120.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public string FromAddress { get; set; } = "messages@localhost";

    /// <summary>The address of this site, which links begin with; never what a request says (OU5).</summary>
    public string? SiteAddress { get; set; }

    /// <summary>What follows the @ in a Message-Id; by default the domain of the sender's address.</summary>
    public string? MessageIdDomain { get; set; }

    /// <summary>Where e-mail is written without a server: by default <c>mail</c> in the data folder.</summary>
    public string? Folder { get; set; }

    /// <summary>The configured settings, with every default that depends on others filled in.</summary>
    /// <exception cref="StorageRefusedException">A setting is missing or cannot be used; the message is one line.</exception>
    public static MailOptions Read(IConfiguration configuration, IHostEnvironment environment, StorageOptions storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        var options = configuration.GetSection(Section).Get<MailOptions>() ?? new MailOptions();
        if (!environment.IsProduction())
        {
            options.SiteAddress ??= ServedAt(configuration["urls"]);
        }

        if (FindRefusal(options, environment.IsProduction()) is { } refusal)
        {
            throw new StorageRefusedException(refusal);
        }

        options.SiteAddress = options.SiteAddress!.TrimEnd('/');
        options.MessageIdDomain ??= new MailAddress(options.FromAddress).Host;
        options.Folder = Path.GetFullPath(options.Folder ?? "mail", storage.DataFolder);
        return options;
    }

    private static string? FindRefusal(MailOptions options, bool inProduction)
    {
        if (inProduction && string.IsNullOrWhiteSpace(options.Host))
        {
            return "Mail:Host is missing: without a mail server nobody would hear anything.";
        }

        if (!MailAddress.TryCreate(options.FromAddress, out _))
        {
            return "Mail:FromAddress is not an e-mail address.";
        }

        if (!Uri.TryCreate(options.SiteAddress, UriKind.Absolute, out var site) || (site.Scheme != Uri.UriSchemeHttps && site.Scheme != Uri.UriSchemeHttp))
        {
            return "Mail:SiteAddress is missing: it is the address of this site, which links in e-mails begin with.";
        }

        if (inProduction && site.Scheme != Uri.UriSchemeHttps)
        {
            return "Mail:SiteAddress has to begin with https.";
        }

        return options.TimeoutSeconds is < 1 or > 120 ? "Mail:TimeoutSeconds has to be from 1 to 120." : null;
    }

    /// <summary>The first address the site listens on, as a browser on the same machine reaches it.</summary>
    private static string ServedAt(string? urls)
    {
        var first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "http://localhost:5000";
        return first.Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal);
    }
}
