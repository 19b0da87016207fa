using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Harmony.Defection.Infrastructure.Tests.Privacy;

/// <summary>AT1 to AT3: deed and entry stand or fall together, nothing can be changed, and what was changed all the same is found.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(TestData.Start));
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Entries_are_numbered_without_gaps_and_each_follows_from_the_one_before()
    {
        await RecordAsync("first", "second");
        await RecordAsync("third");
        var verdict = await VerifyAsync();
        Assert.True(verdict.IsWhole);
        Assert.Equal((3, 3), (verdict.Entries, verdict.HeadSequence));

        await using var context = database.NewContext();
        var entries = await context.Set<AuditEntry>().OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["first", "second", "third"], entries.Select(e => e.Action));
        Assert.Equal([new string('0', 64), entries[0].Hash, entries[1].Hash], entries.Select(e => e.PreviousHash));
    }

    [Fact]
    public async Task An_empty_trail_is_whole() => Assert.True((await VerifyAsync()).IsWhole);

    [Fact]
    public async Task A_deed_that_fails_leaves_no_entry_and_a_trail_that_fails_no_deed()
    {
        await using (var context = database.NewContext())
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteAsync(async () =>
            {
                Record(context, "step.Lapse");
                await context.SaveChangesAsync();
                throw new InvalidOperationException("stop");
            }));
        }

        Assert.Equal(0, (await VerifyAsync()).Entries);
        await SqlAsync("DELETE FROM AuditHead");
        await using var other = database.NewContext();
        other.Add(Domain.Societies.Society.Found("A", Domain.Societies.SocietyKind.City));
        Record(other, "society.founded");
        await Assert.ThrowsAsync<InvalidOperationException>(() => other.SaveChangesAsync());
        await using var reader = database.NewContext();
        Assert.Empty(await reader.Set<Domain.Societies.Society>().ToListAsync());
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Action = 'other'")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task The_database_refuses_to_change_or_delete_an_entry(string sql)
    {
        await RecordAsync("first");
        await Assert.ThrowsAsync<SqliteException>(() => SqlAsync(sql));
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Action = 'otherwise' WHERE Sequence = 2", 2, "it was changed after it was written")]
    [InlineData("UPDATE AuditEntries SET Role = '' WHERE Sequence = 2", 2, "it was changed after it was written")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 2", 3, "entries are missing before it, after 1")]
    [InlineData("DELETE FROM AuditEntries WHERE Sequence = 3", 2, "the chain does not end where its head says")]
    [InlineData("UPDATE AuditEntries SET PreviousHash = Hash WHERE Sequence = 3", 3, "it does not follow from the entry before it")]
    [InlineData("UPDATE AuditHead SET Sequence = 2, Hash = (SELECT Hash FROM AuditEntries WHERE Sequence = 2)", 3, "an entry stands after the end of the chain")]
    [InlineData("DELETE FROM AuditHead", 0, "the chain has lost its head")]
    public async Task Whoever_takes_the_triggers_away_and_changes_a_byte_is_found(string sql, long place, string sentence)
    {
        await RecordAsync("first", "second", "third");
        await DropTriggersAsync();
        await SqlAsync(sql);
        Assert.Contains(new AuditFault(place, sentence), (await VerifyAsync()).Faults);
    }

    [Fact]
    public async Task A_chain_rewritten_from_its_beginning_is_found_by_a_head_that_was_noted()
    {
        await RecordAsync("first");
        var noted = await VerifyAsync();
        var note = new AuditNote(noted.HeadSequence, noted.HeadHash);
        await DropTriggersAsync();
        await SqlAsync($"DELETE FROM AuditEntries; UPDATE AuditHead SET Sequence = 0, Hash = '{new string('0', 64)}'");
        Assert.Contains(new AuditFault(1, "an entry whose hash was noted earlier is gone"), (await VerifyAsync(note)).Faults);
        await RecordAsync("forged");
        Assert.True((await VerifyAsync()).IsWhole);
        Assert.Contains(new AuditFault(1, "the entry is not the one whose hash was noted earlier"), (await VerifyAsync(note)).Faults);
    }

    [Fact]
    public async Task What_was_typed_comes_out_on_one_line_of_plain_characters()
    {
        await using (var context = database.NewContext())
        {
            new AuditTrail(context, clock, new From("198.51.100.7\r\nforged\u001b[2J")).Record(new AuditDeed("a\r\nb\\é", "Person"));
            await context.SaveChangesAsync();
        }

        await using var reader = database.NewContext();
        Assert.Equal("a\\u000d\\u000ab\\u005c\\u00e9", (await reader.Set<AuditEntry>().SingleAsync()).Action);
        Assert.Equal("198.51.100.7\\u000d\\u000aforged\\u001b[2J", (await reader.Set<AuditSource>().SingleAsync()).Address);
    }

    [Fact]
    public async Task What_is_longer_than_the_trail_takes_is_refused_at_once()
    {
        await using var context = database.NewContext();
        Assert.Throws<ArgumentException>(() => Record(context, new string('a', 81)));
    }

    [Fact]
    public async Task Writers_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => RecordAsync($"a{i}", $"b{i}"))));
        var verdict = await VerifyAsync();
        Assert.True(verdict.IsWhole, string.Join('\n', verdict.Faults));
        Assert.Equal(48, verdict.Entries);
    }

    private void Record(DefectionDbContext context, string action) =>
        new AuditTrail(context, clock, new NoCallerSource()).Record(new AuditDeed(action, "DefectionApplication", TestData.Id(1)) { Role = "Research" });

    private async Task RecordAsync(params string[] actions)
    {
        await using var context = database.NewContext();
        foreach (var action in actions)
        {
            Record(context, action);
        }

        await context.SaveChangesAsync();
    }

    private async Task<AuditVerdict> VerifyAsync(params AuditNote[] notes)
    {
        await using var context = database.NewContext();
        return await new AuditVerifier(context).VerifyAsync(notes);
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task DropTriggersAsync()
    {
        await using var context = database.NewContext();
        var triggers = await context.Database
            .SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'AuditEntries'").ToListAsync();
        Assert.NotEmpty(triggers);
        foreach (var trigger in triggers)
        {
            await SqlAsync($"DROP TRIGGER {trigger}");
        }
    }

    private sealed class From(string address) : ICallerSource
    {
        public string? Address => address;
    }
}
