using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Tests.Shared;

/// <summary>The parts of a page that show rather than ask.</summary>
public sealed class ComponentTests
{
    private static readonly PartyAppearance Look = new(new PartyNames(), PartyColours.Usual, null);

    private static readonly DateTime Day = new(2026, 8, 3, 12, 0, 0, DateTimeKind.Utc);

    private readonly Drawn<object> _page = new(new object());

    [Fact]
    public async Task The_path_says_what_is_behind_here_and_ahead()
    {
        var body = await _page.DrawAsync(new PathTagHelper(Look) { Stage = Stage.Hustings, Reached = Reached(Stage.Hustings), ForApplicant = true });

        var stops = body.QuerySelectorAll("li").ToList();
        Assert.Equal(
            ["Received, done", "Checked, done", "Read by Members, done", "Meeting, now", "Members decide", "Vote", "Outcome"],
            stops.Select(s => s.QuerySelector("b")!.TextContent));
        Assert.Equal("Meeting, now", body.QuerySelector("[aria-current=step] b")!.TextContent);
        Assert.Equal("Only if they do not agree", stops[5].LastElementChild!.TextContent);
    }

    [Fact]
    public async Task Whatever_the_stage_the_path_has_one_stop_that_is_now()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var forApplicant in new[] { true, false })
            {
                var body = await _page.DrawAsync(
                    new PathTagHelper(Look) { Stage = stage, Reached = Reached(stage), ForApplicant = forApplicant, Slim = !forApplicant });

                Assert.Single(body.QuerySelectorAll("[aria-current=step]"));
            }
        }
    }

    [Fact]
    public async Task A_decision_by_consensus_shows_that_no_ballot_was_needed()
    {
        var reached = Reached(Stage.Deliberation);
        reached[Stage.Accepted] = Day.AddDays(40);

        var body = await _page.DrawAsync(new PathTagHelper(Look) { Stage = Stage.Accepted, Reached = reached });

        var stops = body.QuerySelectorAll("li").ToList();
        Assert.Equal("Accepted, now", stops[^1].QuerySelector("b")!.TextContent);
        Assert.Equal(("Ballot", "Not needed"), (stops[^2].QuerySelector("b")!.TextContent, stops[^2].LastElementChild!.TextContent));
    }

    [Fact]
    public async Task A_withdrawn_application_shows_only_how_far_it_came()
    {
        var reached = Reached(Stage.Verification);
        reached[Stage.Withdrawn] = Day.AddDays(5);

        var body = await _page.DrawAsync(new PathTagHelper(Look) { Stage = Stage.Withdrawn, Reached = reached });

        Assert.Equal(["Received, done", "Verification, done", "Withdrawn, now"], body.QuerySelectorAll("b").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Scores_are_a_radio_group_named_by_the_option()
    {
        var page = new Drawn<Ballot>(new Ballot { Score = 3 });

        var body = await page.DrawAsync(new ScoresTagHelper { ViewContext = page.Context(), For = page.For("Score"), Option = "Accept", Note = "She joins" });

        var group = body.QuerySelector("[role=radiogroup]")!;
        Assert.Equal("AcceptShe joins", body.QuerySelector("#" + group.GetAttribute("aria-labelledby"))!.TextContent);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], body.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal("3", body.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("5, full support", body.QuerySelector("label[for=Score-5]")!.TextContent);
    }

    [Fact]
    public async Task A_ballot_not_filled_in_has_no_score_chosen()
    {
        var page = new Drawn<Ballot>(new Ballot());

        var body = await page.DrawAsync(new ScoresTagHelper { ViewContext = page.Context(), For = page.For("Score"), Option = "Accept" });

        Assert.Empty(body.QuerySelectorAll("input[checked]"));
    }

    [Fact]
    public async Task Pages_keep_the_question_that_was_asked()
    {
        var page = new Drawn<object>(new object()) { Query = "?stage=Ballot&text=a%26b&page=2" };

        var body = await page.DrawAsync(new PagesTagHelper { ViewContext = page.Context(), Page = 2, Total = 45, Size = 20 });

        Assert.Equal("/cases?stage=Ballot&text=a%26b&page=3", body.QuerySelector("[rel=next]")!.GetAttribute("href"));
        Assert.Equal("2", body.QuerySelector("[aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task One_page_needs_no_links()
    {
        Assert.Empty((await _page.DrawAsync(new PagesTagHelper { ViewContext = _page.Context(), Page = 1, Total = 20, Size = 20 })).InnerHtml);
    }

    [Fact]
    public async Task A_time_is_the_UKs_in_words_and_UTC_for_machines()
    {
        var body = await _page.DrawAsync(new TimeTagHelper { Utc = new DateTime(2026, 6, 5, 18, 30, 0, DateTimeKind.Utc), Weekday = true, Zone = true });

        Assert.Equal("Friday 5 June 2026, 7:30pm, UK time", body.TextContent);
        Assert.Equal("2026-06-05T18:30:00Z", body.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_step_that_is_not_open_says_why_and_has_no_link()
    {
        var body = await _page.DrawAsync(new ActionTagHelper { Title = "Release", Note = "Opens when all is decided", State = "Not yet" });

        Assert.Equal("ReleaseOpens when all is decidedNot yet", body.TextContent);
        Assert.Empty(body.QuerySelectorAll("a"));
    }

    [Fact]
    public async Task Bars_say_their_number_in_words_too()
    {
        var body = await _page.DrawAsync(new BarTagHelper { Option = "Accept", Value = 171, Of = 240, Win = true });

        Assert.Equal("Accept: 171 of 240 possible points", body.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("71.3%", body.QuerySelector("rect.is-win")!.GetAttribute("width"));
        Assert.Equal("Accept171", body.QuerySelector("dt")!.TextContent);
    }

    [Fact]
    public async Task Hostile_names_are_only_text()
    {
        const string hostile = "<img src=x onerror=alert(1)>";
        string[] drawn =
        [
            (await _page.DrawAsync(new TimelineTagHelper { Items = [new(hostile, Day, hostile, hostile)] })).InnerHtml,
            (await _page.DrawAsync(new EntryTagHelper { Title = hostile, Note = hostile, ChangeHref = "/x" })).InnerHtml,
            (await _page.DrawAsync(new RowTagHelper { Key = hostile, ChangeHref = "/x" })).InnerHtml,
            (await _page.DrawAsync(new TurnTagHelper { Title = hostile })).InnerHtml,
            (await _page.DrawAsync(new CardTagHelper { Title = hostile })).InnerHtml,
            (await _page.DrawAsync(new TableTagHelper { Caption = hostile, Columns = hostile })).InnerHtml,
            (await _page.DrawAsync(new RunoffTagHelper { First = hostile, FirstVotes = 1, Second = "B", SecondVotes = 1, Equal = 0 })).InnerHtml,
        ];

        Assert.All(drawn, html => Assert.DoesNotContain("<img", html, StringComparison.Ordinal));
    }

    private static Dictionary<Stage, DateTime> Reached(Stage last) =>
        Stages.Open.TakeWhile(s => s <= last).Select((stage, i) => (stage, i)).ToDictionary(s => s.stage, s => Day.AddDays(s.i));

    private sealed class Ballot
    {
        public int? Score { get; set; }
    }
}
