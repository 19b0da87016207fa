using System.Globalization;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>
/// Everything that a question can refuse or point at, asked for in English and in Welsh: the same answers are named, and none of them in English
/// to a reader of Welsh.
/// </summary>
public sealed class WelshErrorTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly Dictionary<string, string[]> Wrong = new(StringComparer.Ordinal)
    {
        ["/apply/name"] = ["NameUsed=", $"NameUsed={Long(151)}", $"LegalName={Long(151)}", $"PreviousNames={Long(301)}"],
        ["/apply/date-of-birth"] =
        [
            "Born.Day= Born.Month= Born.Year=", "Born.Day=", "Born.Month=", "Born.Year=", "Born.Day=44", "Born.Month=Smarch", "Born.Year=83",
            "Born.Day=30", "Born.Year=2090", "Born.Year=2012", "Born.Year=1850",
        ],
        ["/apply/contact"] =
        [
            "HomePhone= MobilePhone= Email= AddressLine1= Town= Postcode=", "HomePhone=12 MobilePhone=12", "HomePhone=960118", "MobilePhone=016329601189601",
            $"HomePhone={Figures(41)} MobilePhone={Figures(41)}", "Email=nowhere", "Email=me@wexcombe.gov.uk", "Postcode=WX4", $"AddressLine1={Long(151)}",
            $"AddressLine2={Long(151)}", $"Town={Long(101)}", $"County={Long(101)}", $"Postcode={Long(21)}", $"Country={Long(61)}",
        ],
        ["/apply/office/new"] =
        [
            "Kind= Body= SocietyId= Since.Month= Since.Year=", "Kind=none", "Kind=00000000-0000-0000-0000-000000000001",
            "SocietyId=00000000-0000-0000-0000-000000000001", $"Kind={DefaultOfficeKinds.Named("Another elected office").Id}", "Since.Month=", "Since.Year=",
            "Since.Month=13", "Since.Year=23", "Since.Year=2090", "Since.Year=1900", "TermEnds.Month=", "TermEnds.Year=", "TermEnds.Year=2020",
            "TermEnds.Year=2090", "PublicPage=nowhere", $"Body={Long(201)}", $"Area={Long(201)}", $"NamedAs={Long(151)}", $"SitsAs={Long(151)}",
            $"PublicPage=a.example/{Long(500)}",
        ],
        ["/apply/office"] = ["SitsAs=", "Party=", $"Party={Long(151)}"],
        ["/apply/area"] =
        [
            "Basis= Statement=", "LivedSince.Month= LivedSince.Year=", "LivedSince.Month=", "LivedSince.Year=", "LivedSince.Year=2090",
            $"Statement={Long(2001)}", "RuleShown=another",
        ],
        ["/apply/employment"] =
        [
            "Title= Employer= Started.Month= Started.Year=", "NoJobs=true", "Title=", "Employer=", "Started.Month= Started.Year=", "Started.Month=",
            "Started.Year=", "Started.Year=2090", "Started.Year=1900", "Left.Month=5", "Left.Year=2020", "Left.Month=5 Left.Year=2090",
            "Left.Month=5 Left.Year=2018", "Left.Month=5 Left.Year=2019", $"Title={Long(151)}", $"Employer={Long(151)}", $"Gaps={Long(1001)}",
        ],
        ["/apply/accounts"] =
        [
            "Platform= Name= HasPrivateAccounts=", "Platform=", "Platform=Pigeon", "Platform=another", "Name=", "Name=https://www.facebook.com/marged",
            "Name=javascript:alert(1)", $"Name={Long(301)}", $"Platform=another OtherPlatform={Long(101)}",
        ],
        ["/apply/reasons"] = [$"Why={Long(4001)}"],
        ["/apply/undertakings"] = ["FourPrinciples= Consensus= PrivateAccounts= PrivacyConsent="],
        ["/apply/contact/confirm"] = ["Code=", "Code=12", "Code=000000"],
        ["/apply/return"] = ["Code=", "Code=48RK", "Code=48RK-T6WD-0JQN-7YHC"],
        ["/apply/return/email"] = ["Email=", "Email=nowhere"],
    };

    private static readonly Dictionary<string, string[]> Looks = new(StringComparer.Ordinal)
    {
        ["/apply/area"] = ["Statement=01632_960118", "Statement=marged@okafor.example", "Statement=WX4_7PD", "Statement=Margaret_Lloyd", "Statement=14_February_1983"],
        ["/apply/reasons"] = ["Why=My_private_account_is_@marged", "Why=Fy_nghyfrif_preifat_yw_@marged", "Why=Call_07700_900346"],
        ["/apply/employment"] = ["Started.Year=2010 Left.Month=5 Left.Year=2012 Gaps="],
        ["/apply/accounts"] = ["Platform=another OtherPlatform=Signal", "Name=private_@marged", "Name=@marged_(preifat)", "Name=marged@okafor.example"],
    };

    public static TheoryData<string> Questions => [.. Wrong.Keys];

    public static TheoryData<string> Answered => [.. Looks.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_refuses_the_same_in_both_languages_and_nothing_in_English_to_a_reader_of_Welsh(string path) =>
        await CompareAsync(path, Wrong[path], page => page.Errors);

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task A_question_points_at_the_same_in_both_languages(string path) => await CompareAsync(
        path, Looks[path], page => [.. page.Document.QuerySelectorAll(".hd-second li").Select(e => e.TextContent.Trim())]);

    [Fact]
    public async Task A_file_that_cannot_be_taken_is_refused_in_Welsh_and_what_is_done_is_told_in_Welsh()
    {
        using var browser = await BeginAsync("cy");
        await site.AnswerOfficeAsync(browser);
        Assert.Equal("Dewiswch ffeil yn gyntaf", Assert.Single((await browser.UploadAsync()).Errors));
        Assert.Equal(
            [
                "Mae “gwag.pdf” yn wag. Dewiswch ffeil arall",
                "Nid yw “llun.svg” yn PDF, yn llun (JPEG, PNG, HEIC) nac yn ddogfen Word. Cadwch ef fel un o’r rhain, neu tynnwch lun",
            ],
            (await browser.UploadAsync(("gwag.pdf", []), ("llun.svg", "<svg/>"u8.ToArray()))).Errors);

        var office = (await site.LastAnswersAsync()).MainOffice!;
        await browser.GetAsync($"/apply/office/{office.Id}/remove");
        Assert.Contains("Mae’r swydd wedi’i thynnu.", (await browser.SendAsync($"/apply/office/{office.Id}/remove")).Words, StringComparison.Ordinal);
        await browser.GetAsync("/apply/discard");
        Assert.Contains("Mae eich ffurflen wedi’i thaflu.", (await browser.SendAsync("/apply/discard")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_filled_in_in_Welsh_keeps_what_others_read_in_English()
    {
        using var browser = await BeginAsync("cy");
        foreach (var (path, values) in await site.PartsAsync())
        {
            await browser.AnswerAsync(path, values);
        }

        var society = await site.SocietyAsync(Infrastructure.Sample.SampleWorld.Wexcombe);
        var answers = await site.LastAnswersAsync();
        Assert.Equal(
            (society.AreaRule(), "Borough councillor", "Borough councillor, Saltmarket ward, Wexcombe Borough Council"),
            (answers.Area!.RuleShown, answers.MainOffice!.Kind.Name, answers.MainOffice.SayInEnglish()));
    }

    private async Task CompareAsync(string path, string[] cases, Func<Page, IReadOnlyList<string>> read)
    {
        using var english = await BeginAsync("en");
        using var welsh = await BeginAsync("cy");
        foreach (var browser in new[] { english, welsh })
        {
            await site.AnswerOfficeAsync(browser);
            await browser.AnswerAsync("/apply/name", ("NameUsed", "Marged Okafor"), ("PreviousNames", "Margaret Lloyd"));
            await browser.AnswerAsync("/apply/date-of-birth", ("Born.Day", "14"), ("Born.Month", "2"), ("Born.Year", "1983"));
            if (path == "/apply/contact/confirm")
            {
                await site.GiveEmailAsync(browser, $"{Guid.NewGuid():N}@okafor.example", confirm: false);
            }
        }

        var right = (await site.PartsAsync()).FirstOrDefault(p => p.Path == path).Values ?? [];
        foreach (var changed in cases)
        {
            var typed = changed.Split(' ').Select(c => c.Split('=', 2)).Select(c => (Name: c[0], Value: c[1].Replace('_', ' '))).ToList();
            var values = right.Where(v => typed.TrueForAll(t => t.Name != v.Name)).Concat(typed).ToArray();
            var (said, inWelsh) = (read(await PostAsync(english, path, values)), read(await PostAsync(welsh, path, values)));

            Assert.True(said.Count > 0, $"{path} with {changed} says nothing.");
            Assert.True(said.Count == inWelsh.Count, $"{path} with {changed} says {string.Join(" | ", said)} and {string.Join(" | ", inWelsh)}");
            Assert.All(said.Zip(inWelsh), pair => Assert.True(pair.First != pair.Second, $"{path} with {changed} says in English: {pair.Second}"));
        }
    }

    private static async Task<Page> PostAsync(Browser browser, string path, (string Name, string Value)[] values)
    {
        await browser.GetAsync(path);
        return await browser.PostFormAsync(path, values);
    }

    private async Task<Browser> BeginAsync(string language)
    {
        var browser = site.NewBrowser();
        browser.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await browser.GetAsync("/");
        await browser.SendAsync("/apply");
        return browser;
    }

    private static string Long(int length) => new('a', length);

    private static string Figures(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (i % 10).ToString(CultureInfo.InvariantCulture)));
}
