using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing.Storage;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

public sealed class SendingTests
{
    private static readonly MailException Later = new(MailProblem.NotNow, "451 MessageNotAccepted");
    private static readonly MailException Down = new(MailProblem.NoServer, "ConnectionRefused");

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Two_workers_at_once_send_each_letter_once(DatabaseProvider provider)
    {
        await using var post = await Post.OpenAsync(provider);
        await post.AddAsync([.. Enumerable.Range(1, 12).Select(n => Waiting($"m{n}@example.org"))]);
        var inside = 0;
        var second = Task.FromResult(0);
        post.Postman.Meanwhile = async _ =>
        {
            // The second worker does its whole round while the first holds its first letter.
            if (inside++ == 0)
            {
                second = post.Worker.SendDueAsync();
                await second;
            }
        };

        var sent = await post.Worker.SendDueAsync();

        Assert.Equal(1, sent);
        Assert.Equal(11, await second);
        Assert.Equal(12, post.Postman.Recipients.Distinct().Count());
        Assert.Equal(12, post.Postman.Delivered.Count);
    }

    [Fact]
    public async Task A_letter_whose_worker_died_is_due_again_when_the_lease_is_over_under_the_same_id()
    {
        await using var post = await Post.OpenAsync();
        await post.AddAsync(Waiting("ann@example.org"));
        string? first = null;
        post.Postman.Meanwhile = message =>
        {
            first = message.MessageId;
            throw new OperationCanceledException("The process ends here.");
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => post.Worker.SendDueAsync());
        post.Postman.Meanwhile = _ => Task.CompletedTask;

        Assert.Equal(0, await post.Worker.SendDueAsync());
        post.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await post.Worker.SendDueAsync());

        Assert.Equal(first, post.Postman.Delivered.Single().MessageId);
        Assert.Equal($"{(await post.RowsAsync()).Single().Id:N}@localhost", first);
    }

    [Fact]
    public async Task A_letter_that_is_not_taken_is_tried_again_after_each_wait_of_the_table_and_then_given_up()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => Later;
        await post.AddAsync(Waiting("ann@example.org"));
        await post.Worker.SendDueAsync();
        foreach (var wait in BackOff.Waits)
        {
            post.Clock.Advance(wait - TimeSpan.FromMilliseconds(1));
            var tries = post.Postman.Tries;
            await post.Worker.SendDueAsync();
            Assert.Equal(tries, post.Postman.Tries);

            post.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await post.Worker.SendDueAsync();
            Assert.Equal(tries + 1, post.Postman.Tries);
        }

        var given = (await post.AskAsync(status => status.GivenUpAsync())).Single();
        Assert.Equal(nameof(MessageWaiting), given.Kind);
        Assert.Equal(BackOff.Waits.Count + 1, given.Attempts);
        Assert.Equal("451 MessageNotAccepted", given.LastError);
        Assert.Equal(post.Clock.GetUtcNow().UtcDateTime, given.GivenUpAt);
        Assert.Contains(post.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.InRange(BackOff.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).TotalDays, 2, 5);
    }

    [Fact]
    public async Task A_letter_that_a_server_will_never_take_is_given_up_at_once_and_holds_no_other_up()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = m => m.To.ToString().Contains("gone", StringComparison.Ordinal) ? new MailException(MailProblem.Never, "550 RecipientNotAccepted") : null;
        await post.AddAsync(Waiting("gone@example.org"), Waiting("ann@example.org"));

        Assert.Equal(1, await post.Worker.SendDueAsync());

        Assert.Equal(["ann@example.org"], post.Postman.Recipients);
        Assert.Equal(1, (await post.AskAsync(status => status.CountAsync())).GivenUp);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_tried_with_one_letter_not_with_all()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => Down;
        await post.AddAsync(Waiting("ann@example.org"), Waiting("bea@example.org"), Waiting("cat@example.org"));

        Assert.Equal(0, await post.Worker.SendDueAsync());

        Assert.Equal(1, post.Postman.Tries);
        var counts = await post.AskAsync(status => status.CountAsync());
        Assert.Equal(3, counts.Waiting);
        Assert.Equal(post.Clock.GetUtcNow().UtcDateTime, counts.OldestWaitsSince);
    }

    [Fact]
    public async Task A_letter_that_was_given_up_can_be_sent_again()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => new MailException(MailProblem.Never, "554 MessageNotAccepted");
        await post.AddAsync(Waiting("ann@example.org"));
        await post.Worker.SendDueAsync();
        var id = (await post.AskAsync(status => status.GivenUpAsync())).Single().Id;
        post.Postman.Fails = _ => null;

        Assert.True(await post.AskAsync(status => status.SendAgainAsync(id, Guid.NewGuid())));
        Assert.False(await post.AskAsync(status => status.SendAgainAsync(id, Guid.NewGuid())));
        await post.Worker.SendDueAsync();

        Assert.Equal(["ann@example.org"], post.Postman.Recipients);
        Assert.Empty(await post.AskAsync(status => status.GivenUpAsync()));
    }

    [Fact]
    public async Task A_letter_taken_back_while_it_was_tried_stays_taken_back()
    {
        await using var post = await Post.OpenAsync();
        post.Postman.Fails = _ => Later;
        await post.AddAsync(Waiting("ann@example.org") with { Supersedes = "hustings:1" });
        post.Postman.Meanwhile = _ => post.DoAsync(outbox => outbox.CancelAsync("hustings:1"));
        await post.Worker.SendDueAsync();

        var row = (await post.RowsAsync()).Single();
        Assert.NotNull(row.CancelledAt);
        Assert.Null(row.DueAt);
    }

    [Fact]
    public async Task The_worker_wakes_when_a_letter_is_stored()
    {
        await using var post = await Post.OpenAsync();
        var arrived = new TaskCompletionSource();
        post.Postman.Meanwhile = _ =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        };
        await post.Worker.StartAsync(CancellationToken.None);

        // The clock stands still, so nothing but the letter itself can wake it.
        await post.AddAsync(Waiting("ann@example.org"));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await post.Worker.StopAsync(CancellationToken.None);
    }

    private static Letter Waiting(string address) => new MessageWaiting(address, new SitePath("/application/abc"));
}
