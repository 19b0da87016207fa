using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence.SqlServer;
using Harmony.Defection.Infrastructure.Privacy;
using Harmony.Defection.Testing.Storage;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

public sealed class SavingTests
{
    private static readonly DateTime Noon = new(2026, 6, 5, 12, 0, 0, DateTimeKind.Utc);

    private readonly Vault vault = TestVault.New();

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task An_instant_comes_back_in_UTC_to_the_millisecond(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var person = NewPerson(at: Noon.AddTicks(12_345_678));
        await AddAsync(database, person);

        await using var context = database.NewContext();
        var read = await context.Users.SingleAsync();
        Assert.Equal(Noon.AddMilliseconds(1234), read.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, read.CreatedAt.Kind);
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Instants_sort_and_compare_in_the_database_as_they_do_in_memory(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        int[] milliseconds = [0, 5, 50, 500, 999, 1000, 61_000];
        await AddAsync(database, milliseconds.Reverse().Select(later => NewPerson(at: Noon.AddMilliseconds(later))).ToArray());

        await using var context = database.NewContext();
        var sorted = await context.Users.OrderBy(person => person.CreatedAt).Select(person => person.CreatedAt).ToListAsync();
        Assert.Equal(milliseconds.Select(later => Noon.AddMilliseconds(later)), sorted);
        var edge = Noon.AddMilliseconds(50);
        Assert.Equal(4, await context.Users.CountAsync(person => person.CreatedAt > edge));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Of_two_people_who_change_one_row_the_second_is_told(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, NewPerson());
        await using var first = database.NewContext();
        await using var second = database.NewContext();
        var seenByFirst = await first.Users.SingleAsync();
        var seenBySecond = await second.Users.SingleAsync();

        Change(seenByFirst);
        await first.SaveChangesAsync();
        Change(seenBySecond);
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => second.SaveChangesAsync());

        static void Change(Person person)
        {
            person.AccessFailedCount++;
            person.ConcurrencyStamp = Guid.NewGuid().ToString();
        }
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_second_row_of_what_must_be_unique_is_refused_by_the_name_of_its_index(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, NewPerson("ann@example.org"));

        var twin = NewPerson("ann@example.org");
        twin.NormalizedUserName = vault.LookUp("UserName", "another");
        var refused = await Assert.ThrowsAsync<DuplicateRowException>(() => AddAsync(database, twin));
        Assert.Equal("IX_People_NormalizedEmail", refused.Constraint);
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_second_row_of_one_id_is_refused_by_the_name_of_its_key(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var person = NewPerson();
        await AddAsync(database, person);
        var twin = NewPerson();
        twin.Id = person.Id;
        var refused = await Assert.ThrowsAsync<DuplicateRowException>(() => AddAsync(database, twin));
        Assert.Equal("PK_People", refused.Constraint);
    }

    [Theory]
    [InlineData("Cannot insert duplicate key row in object 'dbo.People' with unique index 'IX_People_NormalizedEmail'. The duplicate key value is (ab).", "IX_People_NormalizedEmail")]
    [InlineData("Violation of PRIMARY KEY constraint 'PK_People'. Cannot insert duplicate key in object 'dbo.People'.", "PK_People")]
    [InlineData("Eine Zeile mit doppeltem Schlüssel", "unknown")]
    public void The_index_is_found_in_what_SQL_Server_says(string message, string name) =>
        Assert.Equal(name, SqlServerDefectionDbContext.ConstraintIn(message));

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task Several_writes_stand_or_fall_together(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await AddAsync(database, NewPerson());
        await using var context = database.NewContext();

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteAsync(async () =>
        {
            context.Add(NewPerson());
            await context.SaveChangesAsync();
            await context.Users.ExecuteUpdateAsync(change => change.SetProperty(person => person.AccessFailedCount, 7));
            throw new InvalidOperationException("stop");
        }));
        Assert.Equal([0], await Counts(database));

        var changed = await context.WriteAsync(async () =>
        {
            context.Add(NewPerson());
            return await context.Users.ExecuteUpdateAsync(change => change.SetProperty(person => person.AccessFailedCount, 7));
        });
        Assert.Equal(1, changed);
        Assert.Equal([0, 7], await Counts(database));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_write_inside_a_write_joins_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var context = database.NewContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteAsync(async () =>
        {
            await context.WriteAsync(async () =>
            {
                context.Add(NewPerson());
                await context.SaveChangesAsync();
            });
            throw new InvalidOperationException("stop");
        }));
        Assert.Empty(await Counts(database));
    }

    [Fact]
    public async Task A_bulk_change_outside_a_write_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            context.Users.ExecuteUpdateAsync(change => change.SetProperty(person => person.AccessFailedCount, 7)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.Users.ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Changes_pending_before_a_write_are_not_lost_in_silence()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        context.Add(NewPerson());
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteAsync(() => Task.CompletedTask));
    }

    [Fact]
    public async Task Saving_that_would_hold_a_thread_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var context = database.NewContext();
        context.Add(NewPerson());
        Assert.Throws<NotSupportedException>(() => context.SaveChanges());
    }

    [Fact]
    public async Task No_row_goes_because_another_goes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var person = NewPerson();
        await AddAsync(database, person);
        await using var context = database.NewContext();
        context.UserTokens.Add(new() { UserId = person.Id, LoginProvider = "a", Name = "b", Value = "c" });
        await context.SaveChangesAsync();

        await using var other = database.NewContext();
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => other.WriteAsync(() => other.Users.ExecuteDeleteAsync()));
    }

    private static async Task AddAsync(TestDatabase database, params Person[] people)
    {
        await using var context = database.NewContext();
        context.AddRange(people);
        await context.SaveChangesAsync();
    }

    private static async Task<List<int>> Counts(TestDatabase database)
    {
        await using var context = database.NewContext();
        return await context.Users.OrderBy(person => person.AccessFailedCount).Select(person => person.AccessFailedCount).ToListAsync();
    }

    private Person NewPerson(string? email = null, DateTime? at = null)
    {
        email ??= $"{Guid.NewGuid():N}@example.org";
        return new Person(vault, "Ann Example", email, at ?? Noon)
        {
            NormalizedUserName = vault.LookUp("UserName", email),
            NormalizedEmail = vault.LookUp("Email", email),
        };
    }
}
