using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>Form releases in the database: the database itself keeps them as they are (F2).</summary>
public sealed class ReleaseTests
{
    private static readonly FormTexts Texts = new("Kernel.", "Principles.", "Consensus.", "Accounts.", "Privacy.", "1 Post Street", "Welcome.");

    [Theory]
    [InlineData("UPDATE FormReleases SET Kernel = 'Another.'")]
    [InlineData("UPDATE FormReleases SET IsSample = 0")]
    [InlineData("DELETE FROM FormReleases")]
    [InlineData("UPDATE WelshReviews SET Speaker = 'Somebody else'")]
    [InlineData("DELETE FROM WelshReviews")]
    public async Task The_database_refuses_to_change_or_delete_a_release(string sql)
    {
        await using var database = await TestDatabase.CreateAsync();
        var release = FormRelease.Make(1, Texts, true, null, TestData.Start, new WelshTexts { Kernel = "Cnewyllyn." });
        await using (var context = database.NewContext())
        {
            context.Add(release);
            context.Add(WelshReview.Of(release, "Non Emlyn", release.ReleasedOn, TestData.Id(1), TestData.Start));
            await context.SaveChangesAsync();
        }

        await using var other = database.NewContext();
        await Assert.ThrowsAsync<SqliteException>(() => other.Database.ExecuteSqlRawAsync(sql));
    }

    [Theory]
    [OnSqlite]
    [OnSqlServer]
    public async Task A_release_its_draft_and_the_settings_come_back_whole(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var welsh = new WelshTexts { Kernel = "Cnewyllyn.", Introduction = "Croeso." };
        var release = FormRelease.Make(1, Texts, false, TestData.Id(1), TestData.Start, welsh);
        var settings = PartySettings.Begin(new PartyNames { Party = "Concord Union" });
        settings.SetMark([1, 2, 3], TestData.Id(1), TestData.Start);
        await using (var context = database.NewContext())
        {
            context.AddRange(release, ReleaseDraft.Begin(release, TestData.Id(1), TestData.Start), settings);
            await context.SaveChangesAsync();
        }

        await using var reader = database.NewContext();
        var read = await reader.Set<FormRelease>().SingleAsync();
        Assert.Equal((welsh, "Welcome."), (read.Welsh, read.Introduction));
        var draft = await reader.Set<ReleaseDraft>().SingleAsync();
        Assert.Equal((Texts, welsh, 1), (draft.Texts, draft.Welsh, draft.Version));
        var found = await reader.Set<PartySettings>().SingleAsync();
        Assert.Equal(("Concord Union", PartyColours.Usual, 1), (found.Names.Party, found.Colours, found.Version));
        Assert.Equal([1, 2, 3], found.Mark!);

        // An equal value is no change; another is.
        draft.Write(Texts with { }, welsh with { }, draft.ChangedBy, draft.ChangedAt);
        Assert.False(reader.ChangeTracker.HasChanges());
        draft.Write(Texts with { Kernel = "Kernel!" }, welsh, draft.ChangedBy, draft.ChangedAt);
        Assert.True(reader.ChangeTracker.HasChanges());
    }
}
