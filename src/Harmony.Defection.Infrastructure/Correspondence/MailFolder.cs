using Harmony.Defection.Infrastructure.Evidence;
using MimeKit;

namespace Harmony.Defection.Infrastructure.Correspondence;

/// <summary>An e-mail in the folder, as it would be read.</summary>
/// <param name="Id">The id of its outbox row.</param>
/// <param name="SentAt">When it was written, in UTC.</param>
/// <param name="To">Whom it goes to.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its plain text.</param>
/// <param name="Html">Its HTML.</param>
/// <param name="Calendar">Its calendar entry, where it has one.</param>
public sealed record FolderMail(Guid Id, DateTime SentAt, string To, string Subject, string Text, string Html, string? Calendar);

/// <summary>
/// E-mails as files, for a machine without a mail server. A file is there whole and synced, or not at all; its name is the id of the outbox
/// row, so that an e-mail sent twice is there once.
/// </summary>
public sealed class MailFolder(MailOptions mail)
{
    private const string Suffix = ".eml";

    /// <summary>Writes an e-mail.</summary>
    public async Task WriteAsync(MimeMessage message, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        OwnFolder.Make(mail.Folder!);
        var path = PathOf(IdOf(message));
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 4096, useAsync: true))
        {
            await message.WriteToAsync(file, cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
        DurableFolder.Sync(mail.Folder!);
    }

    /// <summary>Some of the e-mails, newest first.</summary>
    /// <param name="skip">How many of the newest to leave out.</param>
    /// <param name="take">How many at the most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>How many there are in all, and those asked for.</returns>
    public async Task<(int Total, IReadOnlyList<FolderMail> Mails)> ListAsync(int skip, int take, CancellationToken cancellation = default)
    {
        // Ids begin with the time at which they were made, so their order is that of the letters.
        var names = Directory.Exists(mail.Folder)
            ? Directory.EnumerateFiles(mail.Folder, "*" + Suffix).Order(StringComparer.Ordinal).Reverse().ToList()
            : [];
        var mails = new List<FolderMail>();
        foreach (var name in names.Skip(skip).Take(take))
        {
            mails.Add(await ReadAsync(name, cancellation));
        }

        return (names.Count, mails);
    }

    /// <summary>One e-mail; nothing where there is none of this id.</summary>
    public async Task<FolderMail?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        File.Exists(PathOf(id)) ? await ReadAsync(PathOf(id), cancellation) : null;

    private static async Task<FolderMail> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        using var message = await MimeMessage.LoadAsync(file, cancellation);
        return new FolderMail(
            IdOf(message),
            message.Date.UtcDateTime,
            message.To.ToString(),
            message.Subject ?? string.Empty,
            message.TextBody ?? string.Empty,
            message.HtmlBody ?? string.Empty,
            message.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "calendar"))?.Text);
    }

    private static Guid IdOf(MimeMessage message) => Guid.ParseExact((message.MessageId ?? string.Empty).Split('@')[0], "N");

    private string PathOf(Guid id) => Path.Combine(mail.Folder!, id.ToString("N") + Suffix);
}

/// <summary>Writes e-mails into a folder instead of sending them.</summary>
public sealed class FolderTransport(MailFolder folder) : IMailTransport
{
    /// <inheritdoc />
    public async Task SendAsync(MimeMessage message, CancellationToken cancellation = default)
    {
        try
        {
            await folder.WriteAsync(message, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MailException(MailProblem.NoServer, failure.GetType().Name, failure);
        }
    }
}
