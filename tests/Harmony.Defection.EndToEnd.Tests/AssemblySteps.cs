using Harmony.Defection.Domain.Deliberation;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>What a Society's secretary and its Members do.</summary>
internal static class AssemblySteps
{
    /// <summary>The secretary takes responsibility (P7).</summary>
    public static async Task TakeAsync(Visitor secretary, string reference)
    {
        await secretary.GoAsync($"/cases/{reference}/take-responsibility");
        await secretary.PressAsync("Take responsibility");
    }

    /// <summary>A secretary declines for lack of capacity, and the next larger body is asked (P7).</summary>
    public static async Task DeclineAsync(Visitor secretary, string reference)
    {
        await secretary.GoAsync($"/cases/{reference}/decline-responsibility");
        await secretary.PressAsync("Decline, and ask the next body");
    }

    /// <summary>The Society for Elections carries out the duties (P7).</summary>
    public static async Task CarryOutAsync(Visitor elections, string reference)
    {
        await elections.GoAsync($"/cases/{reference}/carry-out-duties");
        await elections.PressAsync("Carry out the duties");
    }

    /// <summary>The chair announces a hustings in a hall and online (P9, P10).</summary>
    public static async Task AnnounceAsync(Visitor secretary, string reference)
    {
        await secretary.GoAsync($"/cases/{reference}/announce-hustings");
        var day = secretary.Today.AddDays(9);
        await secretary.TickAsync("In person and online");
        await secretary.FieldsAsync(
            ("Starts.Day", day.Day), ("Starts.Month", day.Month), ("Starts.Year", day.Year), ("Starts.Time", "7pm"), ("Ends", "8:30pm"),
            ("Place", "Dene Community Hall, Weir Street, Wexcombe"), ("JoiningLink", "https://meet.harmony.example/dene-hall"));
        await secretary.PressAsync("Announce and invite");
    }

    /// <summary>The secretary records the hustings as held and declares a period of eight days (P11).</summary>
    public static async Task RecordHeldAsync(Visitor secretary, string reference)
    {
        await secretary.GoAsync($"/cases/{reference}/record-hustings-held");
        var last = secretary.Today.AddDays(8);
        await secretary.FieldsAsync(("LastDay.Day", last.Day), ("LastDay.Month", last.Month), ("LastDay.Year", last.Year));
        await secretary.PressAsync("Record it and declare the period");
    }

    /// <summary>A Member reads the released copy, and says where they stand (P12).</summary>
    public static async Task StateAsync(Visitor member, string reference, PositionKind position, string? reason = null)
    {
        await member.GoAsync($"/assembly/{reference}");
        var copy = await member.WordsAsync();
        Assert.Contains("Marged Okafor", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("900346", copy, StringComparison.Ordinal);
        await member.GoAsync($"/assembly/{reference}/debate");
        await member.FieldsAsync(("Contribution.Text", "The answer about the weir was straight."));
        await member.PressAsync("Add to the debate");
        await member.ChooseAsync("Position.Kind", position);
        if (reason is not null)
        {
            await member.FieldsAsync(("Position.Reason", reason));
        }

        await member.PressAsync("Save my position");
    }

    /// <summary>The secretary proposes a finding (rule 12).</summary>
    public static async Task ProposeAsync(Visitor secretary, string reference, FindingKind finding)
    {
        await secretary.GoAsync($"/cases/{reference}/propose-finding");
        await secretary.ChooseAsync("Form.Kind", finding);
        await secretary.FieldsAsync(("Form.Statement", "Everybody who spoke agreed, and nobody stood against it."));
        await secretary.PressAsync("Propose the finding");
    }

    /// <summary>A Member casts a ballot and keeps the receipt (P13, P14).</summary>
    /// <returns>The receipt.</returns>
    public static async Task<string> VoteAsync(Visitor member, string reference, int accept, int reject)
    {
        await member.GoAsync($"/assembly/{reference}/ballot");
        await member.ScoreAsync("Vote.Accept", accept);
        await member.ScoreAsync("Vote.Reject", reject);
        await member.PressAsync("Review my ballot");
        await member.PressAsync("Cast my ballot");
        Assert.Equal("Your ballot is in the box", await member.TitleAsync());
        return (await member.Page.Locator("main .hd-ref").First.InnerTextAsync()).Trim();
    }
}
