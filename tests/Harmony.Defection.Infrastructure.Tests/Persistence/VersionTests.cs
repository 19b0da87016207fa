using Harmony.Defection.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>When an aggregate's version rises, shown on a tree with branches and leaves.</summary>
public sealed class VersionTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("defection-").FullName;
    private readonly Guid id = Guid.NewGuid();

    public async Task InitializeAsync()
    {
        await using var context = NewContext();
        await context.Database.EnsureCreatedAsync();
        var tree = new Tree { Id = id, Name = "oak" };
        tree.Branches.Add(new Branch { Length = 1 });
        tree.Branches[0].Leaves.Add(new Leaf());
        context.Add(tree);
        await context.SaveChangesAsync();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_new_row_has_version_1() => Assert.Equal(1, await StoredAsync());

    [Fact]
    public Task It_rises_with_a_change_of_the_row() => RisesAsync(tree => tree.Name = "ash");

    [Fact]
    public Task It_rises_with_a_change_of_an_owned_value() => RisesAsync(tree => tree.Bark.Colour = "white");

    [Fact]
    public Task It_rises_with_a_new_child() => RisesAsync(tree => tree.Branches.Add(new Branch()));

    [Fact]
    public Task It_rises_with_a_changed_child() => RisesAsync(tree => tree.Branches[0].Length = 5);

    [Fact]
    public Task It_rises_with_a_removed_child() => RisesAsync(tree => tree.Branches[0].Leaves.Clear());

    [Fact]
    public Task It_rises_with_a_changed_grandchild() => RisesAsync(tree => tree.Branches[0].Leaves[0].IsGreen = true);

    [Fact]
    public async Task It_stays_when_nothing_changed()
    {
        await ChangeAsync(_ => { });
        Assert.Equal(1, await StoredAsync());
    }

    [Fact]
    public async Task Two_who_each_add_a_child_cannot_both_succeed()
    {
        await using var first = NewContext();
        await using var second = NewContext();
        (await LoadAsync(first)).Branches.Add(new Branch());
        (await LoadAsync(second)).Branches.Add(new Branch());
        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => second.SaveChangesAsync());
        Assert.Equal(2, await StoredAsync());
    }

    [Fact]
    public async Task A_save_held_to_the_version_a_person_saw_is_refused_when_another_came_between()
    {
        await ChangeAsync(tree => tree.Name = "ash");
        await using var context = NewContext();
        var tree = await LoadAsync(context);
        context.ExpectVersion(tree, 1);
        tree.Name = "elm";
        await Assert.ThrowsAsync<ConcurrencyConflictException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_save_held_to_the_present_version_succeeds()
    {
        await using var context = NewContext();
        var tree = await LoadAsync(context);
        context.ExpectVersion(tree, 1);
        tree.Name = "elm";
        await context.SaveChangesAsync();
        Assert.Equal(2, await StoredAsync());
    }

    private async Task RisesAsync(Action<Tree> change)
    {
        await ChangeAsync(change);
        Assert.Equal(2, await StoredAsync());
    }

    private async Task ChangeAsync(Action<Tree> change)
    {
        await using var context = NewContext();
        change(await LoadAsync(context));
        await context.SaveChangesAsync();
    }

    private Task<Tree> LoadAsync(ProbeContext context) =>
        context.Set<Tree>().Include(tree => tree.Branches).ThenInclude(branch => branch.Leaves).SingleAsync(tree => tree.Id == id);

    private async Task<int> StoredAsync()
    {
        await using var context = NewContext();
        return await context.Set<Tree>().Where(tree => tree.Id == id).Select(tree => tree.Version).SingleAsync();
    }

    private ProbeContext NewContext() => ProbeContext.OnSqlite($"Data Source={Path.Combine(folder, "tree.db")};Pooling=False");
}
