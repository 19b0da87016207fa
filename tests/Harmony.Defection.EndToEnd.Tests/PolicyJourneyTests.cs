using Harmony.Defection.Domain.Deliberation;

namespace Harmony.Defection.EndToEnd.Tests;

/// <summary>One application through the whole policy, in a real browser with real mail, each step by the person whose it is.</summary>
public sealed class PolicyJourneyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Secretary = "wexcombe@harmony.example", Region = "saltshire@harmony.example", Elections = "elections@harmony.example",
         Accepted = "marged@okafor.example", NotAccepted = "m.okafor@private.example";

    private static readonly string[] Members =
        ["member@harmony.example", "member.two@harmony.example", "member.three@harmony.example", "member.four@harmony.example", "member.five@harmony.example"];

    [Fact]
    public async Task An_applicant_is_accepted_by_consensus()
    {
        await using var applicant = await site.OpenAsync("applicant", width: 390);
        var (reference, link) = await ApplicantSteps.ApplyAsync(site, applicant, Accepted);
        Assert.NotEmpty(link);
        await ApplicantSteps.FollowMailAsync(site, applicant, Accepted);
        Assert.Contains(reference, await applicant.WordsAsync(), StringComparison.Ordinal);

        await ReachAssemblyAsync(reference);
        await using (var secretary = await site.SignedInAsync(Secretary))
        {
            await AssemblySteps.TakeAsync(secretary, reference);
            await AnnounceAsync(secretary, reference);
        }

        await ApplicantSteps.FollowMailAsync(site, applicant, Accepted);
        await applicant.PressAsync("Yes, I will come");

        await HoldHustingsAsync(Secretary, reference);
        await using (var member = await site.SignedInAsync(Members[0], width: 390))
        await using (var secretary = await site.SignedInAsync(Secretary))
        {
            await AssemblySteps.StateAsync(member, reference, PositionKind.Agree);
            await AssemblySteps.ProposeAsync(secretary, reference, FindingKind.ConsensusToAccept);
            await member.GoAsync($"/assembly/{reference}/second-finding");
            await member.PressAsync("Second the finding");
        }

        await ApplicantSteps.FollowMailAsync(site, applicant, Accepted);
        Assert.DoesNotContain("weir was straight", await applicant.WordsAsync(), StringComparison.Ordinal);

        await site.PassAsync(TimeSpan.FromDays(9));
        await ApplicantSteps.FollowMailAsync(site, applicant, Accepted);
        await applicant.FollowAsync("You are now a Harmony Party representative");
        var letter = await applicant.WordsAsync();
        Assert.Contains("Selection is mandatory", letter, StringComparison.Ordinal);
        Assert.Contains("You remain free to express your opinions", letter, StringComparison.Ordinal);

        // A Member at once (P16): the invitation to their account is in the mail, and its link works.
        var invitation = site.Mail.Messages.Single(m => m.TextBody!.Contains("/account/password/", StringComparison.Ordinal));
        Assert.Equal(Accepted, invitation.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_form_that_came_by_post_is_keyed_in_and_confirmed_by_a_second_person()
    {
        string keyed, reference;
        await using (var secretary = await site.SignedInAsync("secretary.general@harmony.example"))
        {
            keyed = await KeyingSteps.KeyInAsync(secretary);
        }

        await using (var researcher = await site.SignedInAsync("research@harmony.example"))
        {
            reference = await KeyingSteps.ConfirmAsync(researcher, keyed);
            await researcher.GoAsync("/work");
            Assert.Contains(reference, await researcher.WordsAsync(), StringComparison.Ordinal);
        }

        // No e-mail address was given: the acknowledgement goes by post (rule 29).
        await using (var secretary = await site.SignedInAsync("secretary.general@harmony.example"))
        {
            await secretary.GoAsync("/post");
            Assert.Contains(reference, await secretary.WordsAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_applicant_is_not_accepted_by_a_ballot()
    {
        await using var applicant = await site.OpenAsync("applicant", script: false, width: 390);
        var (reference, _) = await ApplicantSteps.ApplyAsync(site, applicant, NotAccepted);
        await ReachAssemblyAsync(reference);
        foreach (var body in (string[])[Secretary, Region])
        {
            await using var secretary = await site.SignedInAsync(body, script: false);
            await AssemblySteps.DeclineAsync(secretary, reference);
        }

        await using (var elections = await site.SignedInAsync(Elections))
        {
            await AssemblySteps.CarryOutAsync(elections, reference);
            await AnnounceAsync(elections, reference);
        }

        await HoldHustingsAsync(Elections, reference);
        await using (var member = await site.SignedInAsync(Members[0], script: false, width: 390))
        {
            await AssemblySteps.StateAsync(member, reference, PositionKind.Block, "The Kernel asks for more than this.");
        }

        // Nobody proposes a finding: five days after the period the clock records that there is no consensus (rule 27).
        await site.PassAsync(TimeSpan.FromDays(14));
        await using (var elections = await site.SignedInAsync(Elections))
        {
            await elections.GoAsync($"/cases/{reference}/open-ballot");
            await elections.PressAsync("Open the ballot");
        }

        var receipts = new List<string>();
        (int Accept, int Reject)[] votes = [(1, 5), (0, 4), (5, 0), (2, 3), (1, 4)];
        foreach (var (email, vote) in Members.Zip(votes))
        {
            await using var member = await site.SignedInAsync(email, script: false, width: 390);
            receipts.Add(await AssemblySteps.VoteAsync(member, reference, vote.Accept, vote.Reject));
        }

        await site.PassAsync(TimeSpan.FromDays(8));
        await using (var member = await site.SignedInAsync(Members[2], width: 390))
        {
            await member.GoAsync($"/assembly/{reference}/result");
            var result = await member.WordsAsync();
            Assert.Contains("4 ballots preferred Reject to Accept", result, StringComparison.Ordinal);
            await member.FieldsAsync(("LookUp.Receipt", receipts[2]));
            await member.PressAsync("Look it up");
        }

        await ApplicantSteps.FollowMailAsync(site, applicant, NotAccepted);
        await applicant.FollowAsync("The outcome of your application");
        var letter = await applicant.WordsAsync();
        Assert.Contains("Nobody is told the reasons", letter, StringComparison.Ordinal);
        foreach (var unsaid in (string[])["ballot", "Kernel", "vote", "block", "4"])
        {
            Assert.DoesNotContain(unsaid, letter.Split("Dear")[1].Split("We wish you well")[0], StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task ReachAssemblyAsync(string reference)
    {
        await site.PassAsync(TimeSpan.FromDays(1));
        await using (var researcher = await site.SignedInAsync("research@harmony.example"))
        {
            await ResearchSteps.VerifyAsync(researcher, reference);
            await ResearchSteps.PrepareCopyAsync(researcher, reference);
        }

        await using (var second = await site.SignedInAsync("research.second@harmony.example"))
        {
            await ResearchSteps.ReleaseAsync(second, reference);
        }
    }

    private async Task AnnounceAsync(Visitor chair, string reference)
    {
        await AssemblySteps.AnnounceAsync(chair, reference);
        await site.SendMailAsync();
        Assert.Contains(site.Mail.Messages, m => m.To.Mailboxes.Any(to => to.Address == Members[0]));
    }

    private async Task HoldHustingsAsync(string chair, string reference)
    {
        await site.PassAsync(TimeSpan.FromDays(9) + TimeSpan.FromHours(12));
        await using var secretary = await site.SignedInAsync(chair);
        await AssemblySteps.RecordHeldAsync(secretary, reference);
    }
}
