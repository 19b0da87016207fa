using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Tests.Identity;

/// <summary>AU1: long, of any characters, and not among what is tried first.</summary>
public sealed class PasswordRulesTests : IAsyncLifetime
{
    private Storehouse house = null!;

    public async Task InitializeAsync() => house = await Storehouse.CreateAsync();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData("correct horse battery staple", null)]
    [InlineData("three wet socks", null)]
    [InlineData("äöü ßłø 漢字 kettle", null)]
    [InlineData("zzzzqqqqvvvv", null)]
    [InlineData("elevenchars", "PasswordTooShort")]
    [InlineData("Harmony2026!!", "PasswordHasName")]
    [InlineData("h4rm0ny-kettle", "PasswordHasName")]
    [InlineData("my DEFECTION day", "PasswordHasName")]
    [InlineData("password1234", "PasswordIsCommon")]
    [InlineData("P@ssw0rd!!!!", "PasswordIsCommon")]
    [InlineData("aaaaaaaaaaaa", "PasswordIsPattern")]
    [InlineData("kettlekettle", "PasswordIsPattern")]
    [InlineData("abcdefghijklm", "PasswordIsPattern")]
    [InlineData("210987654321", "PasswordIsPattern")]
    public async Task A_password_is_taken_or_refused_for_one_reason(string password, string? code) => Assert.Equal(code, await RefusalAsync(password));

    [Fact]
    public async Task A_pass_phrase_of_pictures_and_one_of_128_characters_are_taken()
    {
        Assert.Null(await RefusalAsync(string.Concat(Enumerable.Range(0, 32).Select(i => char.ConvertFromUtf32(0x1F600 + (i * 7 % 60))))));
        Assert.Null(await RefusalAsync(string.Concat(Enumerable.Range(100, 43))[..128]));
    }

    [Fact]
    public async Task A_hash_of_lower_cost_is_made_anew_at_the_next_sign_in()
    {
        await using var scope = house.NewScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Person>>();
        var person = new Person();
        var cheap = new PasswordHasher<Person>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var hash = cheap.HashPassword(person, "three wet socks");
        Assert.Equal(PasswordVerificationResult.SuccessRehashNeeded, hasher.VerifyHashedPassword(person, hash, "three wet socks"));
        Assert.Equal(
            PasswordVerificationResult.Success,
            hasher.VerifyHashedPassword(person, hasher.HashPassword(person, "three wet socks"), "three wet socks"));
    }

    private Task<string?> RefusalAsync(string password) => house.InScopeAsync<UserManager<Person>, string?>(async people =>
    {
        var codes = new List<string>();
        foreach (var validator in people.PasswordValidators)
        {
            codes.AddRange((await validator.ValidateAsync(people, new Person(), password)).Errors.Select(e => e.Code));
        }

        return codes.Count == 0 ? null : Assert.Single(codes);
    });
}
