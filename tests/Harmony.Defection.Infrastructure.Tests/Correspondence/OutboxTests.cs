using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

public sealed class OutboxTests
{
    private static readonly Guid Case = new("5f0c0ed1-2f53-4b68-9a6f-5c1f0f3b7c01");

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_letter_that_was_saved_is_sent_once(DatabaseProvider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.AddAsync(Waiting("ann@example.org"));

        Assert.Equal(1, await post.Worker.SendDueAsync());
        Assert.Equal(0, await post.Worker.SendDueAsync());

        Assert.Equal(["ann@example.org"], post.Postman.Recipients);
        Assert.Equal(post.Clock.GetUtcNow().UtcDateTime, (await post.RowsAsync()).Single().SentAt);
    }

    [Fact]
    public async Task A_letter_goes_with_its_deed_when_that_is_rolled_back()
    {
        await using var post = await Post.OpenAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => post.DoAsync(async outbox =>
        {
            await outbox.AddAsync(Waiting("ann@example.org"));
            throw new InvalidOperationException("The deed does not come about.");
        }));

        Assert.Equal(0, await post.Worker.SendDueAsync());
        Assert.Empty(await post.RowsAsync());
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org\r\nBcc: eve@example.org")]
    [InlineData("ann@example.org, eve@example.org")]
    [InlineData("ann")]
    public async Task A_deed_whose_letter_could_never_be_sent_is_refused(string address)
    {
        await using var post = await Post.OpenAsync();
        await Assert.ThrowsAsync<LetterException>(() => post.AddAsync(Waiting("bea@example.org"), Waiting(address)));
        Assert.Empty(await post.RowsAsync());
    }

    [Fact]
    public async Task A_letter_that_lacks_a_value_is_refused()
    {
        await using var post = await Post.OpenAsync();
        await Assert.ThrowsAsync<LetterException>(() => post.AddAsync(new StaffNotice("ann@example.org", default)));
        await Assert.ThrowsAsync<LetterException>(() => post.AddAsync(new BallotOpened("ann@example.org", default, new SitePath("/ballot"))));
    }

    [Fact]
    public async Task Letters_go_in_the_order_in_which_they_were_added()
    {
        await using var post = await Post.OpenAsync();
        string[] order = ["d@example.org", "a@example.org", "c@example.org", "b@example.org", "e@example.org"];
        await post.AddAsync([.. order.Take(3).Select(Waiting)]);
        post.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await post.AddAsync([.. order.Skip(3).Select(Waiting)]);

        await post.Worker.SendDueAsync();

        Assert.Equal(order, post.Postman.Recipients);
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_later_letter_takes_back_what_was_stored_under_its_key(DatabaseProvider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.AddAsync(Keyed("ann@example.org", "hustings:1"), Keyed("bea@example.org", "hustings:1"), Keyed("cat@example.org", "hustings:2"));

        // Letters of one deed share the key and do not replace each other.
        post.Clock.Advance(TimeSpan.FromSeconds(1));
        await post.AddAsync(Keyed("dan@example.org", "hustings:1"), Keyed("eve@example.org", "hustings:1"));
        await post.Worker.SendDueAsync();

        Assert.Equal(["cat@example.org", "dan@example.org", "eve@example.org"], post.Postman.Recipients);
    }

    [Fact]
    public async Task A_letter_that_was_sent_is_not_taken_back()
    {
        await using var post = await Post.OpenAsync();
        await post.AddAsync(Keyed("ann@example.org", "hustings:1"));
        await post.Worker.SendDueAsync();
        await post.DoAsync(outbox => outbox.CancelAsync("hustings:1"));

        Assert.Null((await post.RowsAsync()).Single().CancelledAt);
    }

    [Fact]
    public async Task Letters_of_a_key_can_be_taken_back()
    {
        await using var post = await Post.OpenAsync();
        await post.AddAsync(Keyed("ann@example.org", "hustings:1"), Waiting("bea@example.org"));
        await post.DoAsync(outbox => outbox.CancelAsync("hustings:1"));
        await post.Worker.SendDueAsync();

        Assert.Equal(["bea@example.org"], post.Postman.Recipients);
    }

    [Fact]
    public async Task Everything_about_an_application_can_be_taken_back_what_was_given_up_and_what_was_only_just_added_too()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => new MailException(MailProblem.Never, "550 RecipientNotAccepted");
        await post.AddAsync(Waiting("ann@example.org") with { About = Case });
        await post.Worker.SendDueAsync();
        Assert.NotNull((await post.RowsAsync()).Single().GivenUpAt);
        post.Postman.Fails = _ => null;
        await post.AddAsync(Waiting("bea@example.org") with { About = Case });

        await post.DoAsync(async outbox =>
        {
            await outbox.AddAsync(Waiting("cat@example.org") with { About = Case });
            await outbox.CancelAboutAsync(Case);
            await outbox.AddAsync(Waiting("dan@example.org") with { About = Case });
        });
        await post.Worker.SendDueAsync();

        Assert.Equal(["dan@example.org"], post.Postman.Recipients);
        var rows = await post.RowsAsync();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.Null(row.Recipient));
        Assert.Equal(0, (await post.AskAsync(status => status.CountAsync())).GivenUp);
    }

    [Fact]
    public async Task A_letter_taken_back_while_the_server_was_down_is_not_sent_late()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => new MailException(MailProblem.NoServer, "ConnectionRefused");
        await post.AddAsync(Keyed("ann@example.org", "hustings:1"));
        await post.Worker.SendDueAsync();
        await post.DoAsync(outbox => outbox.CancelAsync("hustings:1"));
        post.Postman.Fails = _ => null;
        post.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(0, await post.Worker.SendDueAsync());
    }

    [Fact]
    public async Task What_waits_cannot_be_read_on_the_disk_and_is_gone_once_it_is_sent()
    {
        await using var post = await Post.OpenAsync();
        await post.AddAsync(new MessageWaiting("planted-name@planted-host.example", new SitePath("/application/planted-token")));
        await AssertNothingPlantedAsync(post.Database.Folder);
        Assert.NotNull((await post.RowsAsync()).Single().Recipient);

        await post.Worker.SendDueAsync();

        var sent = (await post.RowsAsync()).Single();
        Assert.All([sent.Recipient, sent.Subject, sent.Text, sent.Html, sent.Calendar], value => Assert.Null(value));
        Assert.DoesNotContain(post.Log.Lines, line => line.Contains("planted", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task AssertNothingPlantedAsync(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "defection.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("planted", await reader.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static MessageWaiting Waiting(string address) => new(address, new SitePath("/application/abc"));

    private static Letter Keyed(string address, string key) => Waiting(address) with { Supersedes = key };
}
