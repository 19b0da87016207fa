using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Infrastructure.Correspondence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

public sealed class MailFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("defection-mail-").FullName;

    [Fact]
    public async Task Emails_written_into_the_folder_are_read_newest_first()
    {
        var folder = new MailFolder(new MailOptions { Folder = Path.Combine(root, "mail") });
        await using var post = await Post.OpenAsync(transport: new FolderTransport(folder));
        foreach (var name in (string[])["ann", "bea", "cat"])
        {
            await post.AddAsync(new MessageWaiting($"{name}@example.org", new SitePath("/application/abc")));
            post.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await post.Worker.SendDueAsync();
        var (total, mails) = await folder.ListAsync(0, 2);

        Assert.Equal(3, total);
        Assert.Equal(["cat@example.org", "bea@example.org"], mails.Select(m => m.To));
        Assert.Equal(["ann@example.org"], (await folder.ListAsync(2, 2)).Mails.Select(m => m.To));
        Assert.Contains("/application/abc", (await folder.FindAsync(mails[0].Id))!.Text, StringComparison.Ordinal);
        Assert.Null(await folder.FindAsync(Guid.NewGuid()));
        Assert.All(Directory.GetFiles(Path.Combine(root, "mail")), file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production", "Mail:FromAddress=a@b.example", "Mail:Host")]
    [InlineData("Production", "Mail:Host=smtp.example", "Mail:SiteAddress")]
    [InlineData("Production", "Mail:Host=smtp.example;Mail:SiteAddress=http://party.example", "https")]
    [InlineData("Development", "Mail:FromAddress=nobody", "Mail:FromAddress")]
    [InlineData("Development", "Mail:SiteAddress=party", "Mail:SiteAddress")]
    [InlineData("Development", "Mail:TimeoutSeconds=0", "Mail:TimeoutSeconds")]
    public void Settings_by_which_no_email_could_leave_are_refused(string environment, string settings, string named) =>
        Assert.Contains(named, Assert.Throws<StorageRefusedException>(() => Read(environment, settings)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("urls=http://+:5080", "http://localhost:5080")]
    [InlineData("urls=http://127.0.0.1:5080;Mail:SiteAddress=https://party.example/", "https://party.example")]
    [InlineData("Mail:Port=25", "http://localhost:5000")]
    public void In_Development_links_lead_to_where_the_site_listens_unless_its_address_is_set(string settings, string expected) =>
        Assert.Equal(expected, Read("Development", settings).SiteAddress);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private MailOptions Read(string environment, string settings)
    {
        var pairs = settings.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]));
        return MailOptions.Read(
            new ConfigurationBuilder().AddInMemoryCollection(pairs).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootPath = root },
            new StorageOptions { DataFolder = root });
    }
}
