using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>Phones, e-mail and address as people type them: read with patience, asked about where unknown, refused only where useless (F11, rule 29).</summary>
public sealed class ContactTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Path = "/apply/contact";

    [Theory]
    [InlineData("01632 960001")]
    [InlineData("0163 296 0001")]
    [InlineData("+44 1632 960001")]
    [InlineData("+44 (0)1632 960001")]
    [InlineData("0044 7700 900001")]
    [InlineData("(01632) 960-001 ext. 23")]
    [InlineData("01632 960001 x23")]
    [InlineData("07700900001")]
    [InlineData("18001 01632 960001")]
    [InlineData("+353 1 555 0100")]
    [InlineData("+1 (202) 555-0123")]
    [InlineData("٠١٦٣٢ ٩٦٠٠٠١")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_number_that_could_be_one_is_taken_as_it_is(string? typed) => Assert.Equal(PhoneReading.Fine, Phones.Read(typed));

    [Theory]
    [InlineData("960001", PhoneReading.NoAreaCode)]
    [InlineData("+999 1234567", PhoneReading.Unknown)]
    [InlineData("01632 960001 234567 890", PhoneReading.Unknown)]
    [InlineData("01632 960001 or 01632 960002", PhoneReading.Unknown)]
    [InlineData("12", PhoneReading.NoNumber)]
    [InlineData("ring the bell", PhoneReading.NoNumber)]
    [InlineData("<script>alert(1)</script>", PhoneReading.NoNumber)]
    public void A_number_of_no_known_form_is_told_from_none(string typed, PhoneReading reading) => Assert.Equal(reading, Phones.Read(typed));

    [Theory]
    [InlineData("960001", "This number has no area code. Put it first, like 01632 960001")]
    [InlineData("+999 1234567", "We do not know numbers of this form. Check it, or tick the box to keep it as it is")]
    public async Task A_number_that_nobody_knows_is_kept_on_the_applicants_word(string phone, string question)
    {
        using var browser = await site.BeginAsync();
        var page = await SendAsync(browser, ("MobilePhone", phone));
        Assert.Equal(question, Assert.Single(page.Errors));
        Assert.NotNull((await browser.PostFormAsync(Path, ("UsePhonesAllTheSame", "true"))).Location);
        Assert.Equal(phone, (await site.LastAnswersAsync()).Contact!.MobilePhone);

        // The word stands when the page is opened again, and not for another number.
        await browser.GetAsync(Path);
        Assert.NotNull((await browser.PostFormAsync(Path)).Location);
        await browser.GetAsync(Path);
        Assert.Equal("Enter a mobile number, like 07700 900001. Put the country’s code first if it is not a UK number", Assert.Single((await browser.PostFormAsync(Path, ("MobilePhone", "7"))).Errors));
    }

    [Fact]
    public async Task A_phone_is_enough_and_without_one_the_page_asks_for_it()
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync(Path);
        var page = await browser.PostFormAsync(Path, ("AddressLine1", "9 Chandlers Row"), ("Town", "Wexcombe"), ("Postcode", "WX4 7PD"));
        Assert.Equal("Enter at least one phone number", Assert.Single(page.Errors));
        Assert.Equal("/apply/office", (await browser.PostFormAsync(Path, ("HomePhone", "+353 1 555 0100"))).Location);
        Assert.Null((await site.LastAnswersAsync()).Contact!.Email);
    }

    [Fact]
    public async Task Whoever_cannot_be_called_says_so_and_the_form_shows_it_back()
    {
        using var browser = await site.BeginAsync();
        await SendAsync(browser, ("TextRelay", "true"), ("NoVoiceCalls", "true"));
        Assert.True((await site.LastAnswersAsync()).Contact is { TextRelay: true, NoVoiceCalls: true });
        var page = await browser.GetAsync(Path);
        Assert.True(page.Document.QuerySelector("[name=TextRelay]")!.HasAttribute("checked"));
    }

    [Theory]
    [InlineData("wx47pd", "WX4 7PD")]
    [InlineData(" W X 4 7-p d ", "WX4 7PD")]
    [InlineData("SW1A OAA", "SW1A 0AA")]
    [InlineData("E1O 7AB", "E10 7AB")]
    [InlineData("0X4 1AA", "OX4 1AA")]
    [InlineData("m1 1ae", "M1 1AE")]
    [InlineData("WX4 IPD", "WX4 1PD")]
    [InlineData("ec1a1bb", "EC1A 1BB")]
    [InlineData("ＷＸ４　７ＰＤ", "WX4 7PD")]
    [InlineData("gir0aa", "GIR 0AA")]
    [InlineData("je2 3ab", "JE2 3AB")]
    [InlineData("im11aa", "IM1 1AA")]
    [InlineData("GX11 1AA", "GX11 1AA")]
    [InlineData("fiqq1zz", "FIQQ 1ZZ")]
    [InlineData("bfpo 57", "BFPO 57")]
    [InlineData("bf1 1aa", "BF1 1AA")]
    [InlineData("WX4", null)]
    [InlineData("90210", null)]
    [InlineData("1234 AB", null)]
    [InlineData("000 0000", null)]
    [InlineData("WX4 7P0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_postcode_is_put_in_its_one_form(string? typed, string? postcode) => Assert.Equal(postcode, Postcodes.Read(typed));

    [Fact]
    public async Task A_postcode_is_shown_back_tidied()
    {
        using var browser = await site.BeginAsync();
        await SendAsync(browser, ("Postcode", "wx4 opd"));
        Assert.Equal("WX4 0PD", (await browser.GetAsync(Path)).Document.QuerySelector("[name=Postcode]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_address_abroad_needs_no_postcode_and_stands_with_its_country()
    {
        using var browser = await site.BeginAsync();
        Assert.NotNull((await SendAsync(browser, ("Postcode", ""), ("County", ""), ("AddressLine2", ""), ("Country", "Ireland"))).Location);
        Assert.Equal(["9 Chandlers Row", "Wexcombe", "Ireland"], (await site.LastAnswersAsync()).Contact!.AddressLines());
        Assert.NotNull((await SendAsync(browser, ("Postcode", "D02 AF30"), ("Country", "Ireland"))).Location);
        Assert.Equal("D02 AF30", (await site.LastAnswersAsync()).Contact!.Postcode);

        var page = await SendAsync(browser, ("Postcode", ""), ("Country", "united kingdom"));
        Assert.Equal("Enter your postcode", Assert.Single(page.Errors));
        await SendAsync(browser, ("Country", "Wales"));
        Assert.Null((await site.LastAnswersAsync()).Contact!.Country);
    }

    [Theory]
    [InlineData("cllr.okafor@wexcombe.gov.uk", true)]
    [InlineData("m.okafor@PARLIAMENT.uk", true)]
    [InlineData("m@senedd.wales", true)]
    [InlineData("m@niassembly.gov.uk", true)]
    [InlineData("m@parliament.scot", true)]
    [InlineData("marged@labour.org.uk", true)]
    [InlineData("marged@mail.libdems.org.uk.", true)]
    [InlineData("clerk@wexcombe-pc.org.uk", true)]
    [InlineData("clerk@wexcombetowncouncil.org", true)]
    [InlineData("clerc@cyngorcymunedwexcombe.cymru", true)]
    [InlineData("marged@okafor.example", false)]
    [InlineData("marged@notlabour.org.uk", false)]
    [InlineData("gov.uk@okafor.example", false)]
    [InlineData("marged@council", false)]
    [InlineData(null, false)]
    public void A_mailbox_that_others_may_read_is_known(string? email, bool isShared) => Assert.Equal(isShared, SharedMailboxes.Has(email));

    [Theory]
    [InlineData("cllr.okafor@wexcombe.gov.uk")]
    [InlineData("clerk@wexcombe-pc.org.uk")]
    public async Task An_address_that_others_may_read_is_warned_of_and_used_all_the_same_if_the_applicant_wants(string email)
    {
        using var browser = await site.BeginAsync();
        var page = await SendAsync(browser, ("Email", email));
        Assert.StartsWith("People at your council, parliament or party may read this mailbox", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.NotNull((await browser.PostFormAsync(Path, ("UseEmailAllTheSame", "true"))).Location);
        Assert.Equal(email, (await site.LastAnswersAsync()).Contact!.Email);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("marged@okafor.example, second@okafor.example")]
    [InlineData("a@b.example,c@d.example")]
    [InlineData("Marged <marged@okafor.example>")]
    [InlineData("marged@okafor.example\r\nBcc: everybody@okafor.example")]
    [InlineData("marged@localhost")]
    [InlineData("<script>alert(1)</script>@okafor.example")]
    public async Task What_is_no_one_address_is_refused_and_kept_on_the_page(string email)
    {
        using var browser = await site.BeginAsync();
        var page = await SendAsync(browser, ("Email", email));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Enter an e-mail address, like name@example.org, or leave it empty", Assert.Single(page.Errors));
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("  Marged \t Okafor\u0007 ", "Marged Okafor")]
    [InlineData("Marged\u202eroFako\u200b", "MargedroFako")]
    [InlineData("Zoë O’Neill-Łukasz", "Zoë O’Neill-Łukasz")]
    [InlineData("X", "X")]
    [InlineData("=HYPERLINK(\"//a.b\")", "=HYPERLINK(\"//a.b\")")]
    public async Task A_name_is_kept_as_it_is_used_without_what_nobody_sees(string typed, string kept)
    {
        using var browser = await site.BeginAsync();
        await browser.AnswerAsync("/apply/name", ("NameUsed", typed), ("LegalName", kept));
        Assert.Equal(new NameAnswer(kept, null, null), (await site.LastAnswersAsync()).Name);
    }

    [Theory]
    [InlineData("", "February", "1983", "Day", "Your date of birth must include a day")]
    [InlineData("14", "", "1983", "Month", "Your date of birth must include a month")]
    [InlineData("14", "2", "", "Year", "Your date of birth must include a year")]
    [InlineData("29", "2", "1983", "Day", "February 1983 has only 28 days")]
    [InlineData("2", "6", "2008", "Year", "You must be 18 or over to apply. Check the year")]
    [InlineData("1", "6", "2008", null, null)]
    [InlineData("1", "1", "1890", "Year", "Check the year of your date of birth")]
    [InlineData("2", "6", "2026", "Year", "Your date of birth must be in the past")]
    [InlineData("<b>1</b>", "2", "1983", "Day", "The day must be a number between 1 and 31")]
    public async Task A_date_of_birth_names_the_part_at_fault(string day, string month, string year, string? part, string? message)
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/date-of-birth");
        var page = await browser.PostFormAsync("/apply/date-of-birth", ("Born.Day", day), ("Born.Month", month), ("Born.Year", year));
        Assert.Equal(part is null ? "/apply/contact" : null, page.Location);
        if (part is not null)
        {
            Assert.Equal(message, Assert.Single(page.Errors));
            Assert.NotNull(page.Document.QuerySelector($"[name='Born.{part}'].govuk-input--error"));
            Assert.Equal(day, page.Document.QuerySelector("[name='Born.Day']")!.GetAttribute("value"));
        }

        Assert.Equal("bday-month", page.Document.QuerySelector("[name='Born.Month']")?.GetAttribute("autocomplete") ?? "bday-month");
    }

    private async Task<Page> SendAsync(Browser browser, params (string Name, string Value)[] changed)
    {
        var values = (await site.PartsAsync()).Single(p => p.Path == Path).Values.Where(v => changed.All(c => c.Name != v.Name)).Concat(changed);
        await browser.GetAsync(Path);
        return await browser.PostFormAsync(Path, [.. values]);
    }
}
