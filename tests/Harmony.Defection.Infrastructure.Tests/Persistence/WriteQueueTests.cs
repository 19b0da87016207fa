using Harmony.Defection.Infrastructure.Persistence;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

public sealed class WriteQueueTests
{
    private readonly WriteQueue queue = new();

    [Fact]
    public async Task Writers_go_in_the_order_in_which_they_came()
    {
        var order = new List<int>();
        var first = await queue.EnterAsync();
        var waiting = Enumerable.Range(1, 20).Select(GoAsync).ToList();
        Assert.Equal(20, queue.Length);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(1, 20), order);

        async Task GoAsync(int number)
        {
            using var turn = await queue.EnterAsync();
            order.Add(number);
            await Task.Yield();
        }
    }

    [Fact]
    public async Task One_writes_at_a_time()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await queue.EnterAsync();
            most = Math.Max(most, ++inside);
            await Task.Yield();
            inside--;
        })));
        Assert.Equal((0, 1), (inside, most));
    }

    [Fact]
    public async Task Whoever_stops_waiting_gives_up_their_place_and_nobody_else_s()
    {
        var first = await queue.EnterAsync();
        using var source = new CancellationTokenSource();
        var impatient = queue.EnterAsync(source.Token);
        var patient = queue.EnterAsync();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(1, queue.Length);
        first.Dispose();
        (await patient).Dispose();
        (await queue.EnterAsync()).Dispose();
    }

    [Fact]
    public async Task A_turn_ends_once_however_often_it_is_disposed_of()
    {
        var first = await queue.EnterAsync();
        var second = queue.EnterAsync();
        var third = queue.EnterAsync();
        first.Dispose();
        first.Dispose();
        using (await second)
        {
            Assert.False(third.IsCompleted);
        }

        (await third).Dispose();
    }

    [Fact]
    public void A_file_has_one_queue_whatever_way_leads_to_it() =>
        Assert.Same(WriteQueue.For("/tmp/a/../b.db"), WriteQueue.For("/tmp/b.db"));
}
