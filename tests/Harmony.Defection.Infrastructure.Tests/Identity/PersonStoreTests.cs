using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Identity;

/// <summary>PD1 and PD2 for accounts: the manager sees what was typed, the row holds ciphertext and keyed hashes.</summary>
public sealed class PersonStoreTests : IAsyncLifetime
{
    private const string Address = "Ann.Example@Example.org";

    private Storehouse house = null!;

    public async Task InitializeAsync() => house = await Storehouse.CreateAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_person_is_found_by_their_address_however_it_is_written()
    {
        var ann = await house.AddPersonAsync(Address);
        foreach (var typed in new[] { Address, " ann.example@EXAMPLE.org" })
        {
            var found = await house.InScopeAsync<UserManager<Person>, (Guid?, Guid?)>(
                async people => ((await people.FindByEmailAsync(typed))?.Id, (await people.FindByNameAsync(typed))?.Id));
            Assert.Equal((ann.Id, ann.Id), found);
        }

        Assert.Null(await house.InScopeAsync<UserManager<Person>, Person?>(people => people.FindByEmailAsync("other@example.org")));
    }

    [Fact]
    public async Task The_manager_reads_and_changes_plain_values_that_lie_sealed_in_the_row()
    {
        var id = (await house.AddPersonAsync(Address)).Id;
        await house.InScopeAsync<UserManager<Person>, IdentityResult>(async people =>
            await people.SetPhoneNumberAsync((await people.FindByIdAsync($"{id}"))!, "01632 960346"));

        var read = await house.InScopeAsync<UserManager<Person>, (string?, string?, string?)>(async people =>
        {
            var person = (await people.FindByIdAsync($"{id}"))!;
            return (await people.GetEmailAsync(person), await people.GetUserNameAsync(person), await people.GetPhoneNumberAsync(person));
        });
        Assert.Equal((Address, Address, "01632 960346"), read);

        var row = await RowAsync(id);
        Assert.All(
            new[] { row.Email, row.UserName, row.PhoneNumber, row.NormalizedEmail, row.NormalizedUserName, row.Name.Cipher },
            value => Assert.DoesNotMatch("(?i)ann.example|example.org|960346", value!));
        Assert.NotEqual(row.NormalizedEmail, row.NormalizedUserName);
    }

    [Fact]
    public async Task Two_people_s_values_that_were_swapped_do_not_open()
    {
        var (ann, bob) = (await house.AddPersonAsync(Address), await house.AddPersonAsync("bob@example.org"));
        var cipher = (await RowAsync(bob.Id)).Email;
        await house.InScopeAsync<DefectionDbContext, int>(context => context.WriteAsync(
            () => context.Users.Where(p => p.Id == ann.Id).ExecuteUpdateAsync(change => change.SetProperty(p => p.Email, cipher))));
        await Assert.ThrowsAsync<TamperedCellException>(() => house.InScopeAsync<UserManager<Person>, string?>(
            async people => await people.GetEmailAsync((await people.FindByIdAsync($"{ann.Id}"))!)));
    }

    [Fact]
    public async Task One_address_makes_one_account_and_whoever_lost_the_race_is_told()
    {
        await house.AddPersonAsync(Address);
        var again = await house.InScopeAsync<UserManager<Person>, IdentityResult>(
            people => people.CreateAsync(new Person(house.Vault, "Ann", Address.ToUpperInvariant(), default)));
        Assert.False(again.Succeeded);

        var race = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => house.InScopeAsync<UserManager<Person>, IdentityResult>(
            people => people.CreateAsync(new Person(house.Vault, "Cat", "cat@example.org", default)))));
        Assert.Single(race, result => result.Succeeded);
    }

    [Fact]
    public async Task A_token_lies_sealed_too()
    {
        var id = (await house.AddPersonAsync(Address)).Id;
        await house.InScopeAsync<UserManager<Person>, IdentityResult>(async people =>
            await people.SetAuthenticationTokenAsync((await people.FindByIdAsync($"{id}"))!, "app", "key", "topsecret"));
        var token = await house.InScopeAsync<DefectionDbContext, string?>(context => context.UserTokens.Select(t => t.Value).SingleAsync());
        Assert.DoesNotContain("topsecret", token!, StringComparison.Ordinal);
        Assert.Equal("topsecret", await house.InScopeAsync<UserManager<Person>, string?>(async people =>
            await people.GetAuthenticationTokenAsync((await people.FindByIdAsync($"{id}"))!, "app", "key")));
    }

    [Fact]
    public async Task A_person_in_a_log_line_is_a_number() =>
        Assert.Matches("^\\[person [0-9a-f-]{36}\\]$", (await house.AddPersonAsync(Address)).ToString());

    private Task<Person> RowAsync(Guid id) =>
        house.InScopeAsync<DefectionDbContext, Person>(context => context.Users.AsNoTracking().SingleAsync(p => p.Id == id));
}
