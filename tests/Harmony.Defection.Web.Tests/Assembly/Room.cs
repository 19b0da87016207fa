using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Assembly;

/// <summary>People of the sample's assembly of Wexcombe, and what tests of its pages do again and again.</summary>
internal static partial class Room
{
    public const string Chair = "wexcombe@harmony.example",
        Member = "member@harmony.example",
        SecondMember = "member.two@harmony.example",
        ThirdMember = "member.three@harmony.example",
        Participant = "participant@harmony.example",
        Stranger = "dene.member@harmony.example",
        Research = "research@harmony.example",
        SecondResearch = "research.second@harmony.example";

    /// <summary>The Members on the roll of Wexcombe's ballots.</summary>
    public static readonly string[] Voters =
    [
        Member, SecondMember, ThirdMember, "member.four@harmony.example", "member.five@harmony.example", "member.six@harmony.example", Chair,
        "saltshire@harmony.example",
    ];

    /// <summary>Everybody who has nothing to do with an assembly of Wexcombe before it lets Participants read.</summary>
    public static readonly string[] Outsiders =
    [
        Stranger, Research, "secretary.general@harmony.example", "operations@harmony.example", "committee@harmony.example",
        "elections@harmony.example", "dene.vale@harmony.example", "port.aldric@harmony.example",
    ];

    /// <summary>What the sample's first applicant gave that no assembly may read.</summary>
    public static readonly string[] Removed =
        ["01632", "07700", "defector.example", "Chandlers Row", "WX4 7PD", "Okafor-Lloyd", "Margaret", "1966", "14 February"];

    /// <summary>Does a deed of the aggregate.</summary>
    public static async Task ActAsync(
        this TestSite site, Guid application, string email, Role role, Action<DefectionApplication, Act, IVault> deed)
    {
        var person = await site.Walk.PersonAsync(email);
        var vault = site.Services.GetRequiredService<IVault>();
        await site.UseAsync<Desk, DefectionApplication>(desk => desk.ActAsync(application, person, role, (a, act) => deed(a, act, vault)));
    }

    /// <summary>What is shown of a page, without what differs between any two answers: case, times and tokens.</summary>
    public static string Same(this Page page, string reference) =>
        Changing().Replace(page.Text.Replace(reference, "HD-", StringComparison.OrdinalIgnoreCase), string.Empty);

    /// <summary>Sets what the Society of Wexcombe lets its Participants do.</summary>
    public static Task SetParticipantsAsync(this TestSite site, bool mayRead, bool mayAttend) => site.InDatabaseAsync(async context =>
    {
        var society = await context.Set<Society>().SingleAsync(s => s.Name == SampleWorld.Wexcombe);
        society.Set(society.ResidenceMonths, society.AcceptedLinks, society.OffersDiscussion, mayRead, mayAttend);
        return await context.SaveChangesAsync();
    });

    /// <summary>How many are marked as having voted, and how many ballots lie in the box.</summary>
    public static Task<(int Marks, int Ballots)> BoxAsync(this TestSite site, Guid application) => site.InDatabaseAsync(async context =>
    {
        var ballot = await context.Set<Ballot>().Where(b => b.ApplicationId == application).OrderByDescending(b => b.Number).Select(b => b.Id).FirstAsync();
        return (
            await context.Set<RollEntry>().CountAsync(r => r.BallotId == ballot && r.HasVoted),
            await context.Set<SealedBallot>().CountAsync(b => b.BallotId == ballot));
    });

    /// <summary>Votes by the pages: paper, review, box.</summary>
    /// <returns>The page with the receipt.</returns>
    public static async Task<Page> VoteAsync(this Browser browser, string reference, int? accept, int? reject, string? receipt = null)
    {
        await browser.GetAsync($"/assembly/{reference}/ballot");
        await browser.PostFormAsync($"/assembly/{reference}/ballot", Vote(accept, reject, receipt));
        return await browser.PostFormAsync($"/assembly/{reference}/cast-ballot");
    }

    /// <summary>A filled-in ballot.</summary>
    public static (string Name, string Value)[] Vote(int? accept, int? reject, string? receipt = null)
    {
        List<(string, string)> values = [];
        if (accept is { } a)
        {
            values.Add(("Vote.Accept", $"{a}"));
        }

        if (reject is { } r)
        {
            values.Add(("Vote.Reject", $"{r}"));
        }

        if (receipt is not null)
        {
            values.Add(("Vote.Receipt", receipt));
        }

        return [.. values];
    }

    /// <summary>The receipt that a page shows.</summary>
    public static string ReceiptOn(Page page) => page.Document.QuerySelector(".hd-receipt .hd-ref")!.TextContent;

    /// <summary>A position of somebody, stated by the service.</summary>
    public static async Task StandAsync(this TestSite site, Guid application, string email, PositionKind kind, Role role = Role.Member)
    {
        var person = await site.Walk.PersonAsync(email);
        await site.UseAsync<DeliberationDesk, bool>(async desk =>
        {
            await desk.StatePositionAsync(application, kind, kind == PositionKind.Block ? "I cannot live with it." : null, person, role);
            return true;
        });
    }

    [GeneratedRegex("""<time.*?</time>|<input[^>]*(__RequestVerificationToken|Vote\.Paper)[^>]*>|\?v=[^"]*|(app|mark)\.[a-z0-9]{8,}""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Changing();
}
