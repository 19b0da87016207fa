using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Hustings;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Infrastructure.Appearance;
using Harmony.Defection.Infrastructure.Correspondence;
using Harmony.Defection.Testing;
using Ical.Net;

namespace Harmony.Defection.Infrastructure.Tests.Correspondence;

public sealed partial class LetterTests
{
    private static readonly DateTime Evening = new(2026, 9, 8, 18, 0, 0, DateTimeKind.Utc);

    private static readonly MailOptions Mail = new()
    {
        SiteAddress = "https://party.example",
        MessageIdDomain = "party.example",
        FromAddress = "messages@party.example",
    };

    private readonly LetterRenderer renderer = new(Mail, new PartyAppearance(new PartyNames(), PartyColours.Usual, null), TimeProvider.System);

    public static TheoryData<string> EveryKind => new(
        typeof(Letter).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Letter))).Select(type => type.FullName!));

    public static TheoryData<LetterKind> EveryLetterKind => new(Enum.GetValues<LetterKind>());

    /// <summary>The English templates of all that goes to applicants, from the folder of correspondence.</summary>
    public static TheoryData<string> TextsToApplicants => new(Directory.EnumerateFiles(Path.Combine(Folder, "ApplicantLetters"))
        .Select(f => $"ApplicantLetters/{Path.GetFileName(f)}").Where(f => !f.Contains(".cy.", StringComparison.Ordinal))
        .Concat(new[] { nameof(MessageWaiting), nameof(OneTimeCode) }.SelectMany(k => new[] { $"Letters/{k}.txt.liquid", $"Letters/{k}.html.liquid" })));

    private static string Folder => Path.Combine(Sources.Root, "src", "Harmony.Defection.Infrastructure", "Correspondence");

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_kind_of_letter_has_its_templates_and_they_print_every_value(string kind)
    {
        var letter = Sample(kind);
        var rendered = renderer.Render(letter);

        foreach (var property in letter.GetType().GetProperties().Where(p => p.DeclaringType != typeof(Letter)))
        {
            var printed = property.GetValue(letter) switch
            {
                SitePath path => "https://party.example" + path.Value,
                DateTime => "Tuesday 8 September 2026, 7pm, UK time",
                GatheringKind => "In person and online",
                var other => other!.ToString()!,
            };
            Assert.Contains(printed, rendered.Text, StringComparison.Ordinal);
            Assert.Contains(printed, new HtmlParser().ParseDocument(rendered.Html).Body!.InnerHtml, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{{", rendered.Text + rendered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('!', rendered.Text);
        Assert.NotEmpty(rendered.Subject);
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void A_letter_says_the_same_in_text_and_in_HTML_and_fetches_nothing_from_anywhere(string kind) => SaysTheSameInBothParts(Sample(kind));

    private void SaysTheSameInBothParts(Letter letter)
    {
        var rendered = renderer.Render(letter);
        var page = new HtmlParser().ParseDocument(rendered.Html);

        Assert.Equal(rendered.Subject, page.Title);
        Assert.Equal(rendered.Subject, page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("img, script, link, iframe, form, object"));
        Assert.DoesNotContain("url(", rendered.Html, StringComparison.Ordinal);
        var words = Squeeze(page.Body!.TextContent);
        foreach (var line in rendered.Text.Split('\n').Select(line => Squeeze(line.TrimStart('-', ' ').TrimEnd(':'))).Where(line => line.Length > 0))
        {
            Assert.Contains(line, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_message_to_an_applicant_is_the_same_but_for_its_link()
    {
        var one = renderer.Render(new MessageWaiting("ann@example.org", new SitePath("/application/aaaa")) { About = Guid.NewGuid() });
        var other = renderer.Render(new MessageWaiting("bea@example.org", new SitePath("/application/bbbb")));

        Assert.Equal("You have a new message", one.Subject);
        Assert.Equal(one.Text.Replace("aaaa", "bbbb", StringComparison.Ordinal), other.Text);
        Assert.Equal(one.Html.Replace("aaaa", "bbbb", StringComparison.Ordinal), other.Html);
    }

    [Theory]
    [InlineData(typeof(MessageWaiting))]
    [InlineData(typeof(AccountInvitation))]
    [InlineData(typeof(PasswordReset))]
    [InlineData(typeof(OneTimeCode))]
    public void What_may_go_to_an_applicant_gives_nothing_away_to_whoever_looks_over_their_shoulder(Type kind)
    {
        var rendered = renderer.Render(Sample(kind.FullName!));
        foreach (var word in (string[])["Harmony", "Party", "defect", "application form", "Member", "hustings", "ballot", "accept", "reject"])
        {
            Assert.DoesNotContain(word, $"{PartyNames.InPolicy.SenderName} {rendered.Subject} {rendered.Text.Replace("party.example", string.Empty, StringComparison.Ordinal)}", StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData(typeof(MessageWaiting))]
    [InlineData(typeof(OneTimeCode))]
    public void A_message_to_an_applicant_is_in_their_language_whoever_causes_it_and_says_as_little_in_Welsh(Type kind)
    {
        var letter = Sample(kind.FullName!) with { Language = Languages.Welsh };
        var rendered = renderer.Render(letter);
        var page = new HtmlParser().ParseDocument(rendered.Html);

        Assert.Equal("cy", page.DocumentElement.GetAttribute("lang"));
        SaysTheSameInBothParts(letter);
        Assert.Contains("Anfonwyd y neges hon yn awtomatig.", rendered.Text, StringComparison.Ordinal);
        Assert.Contains("copïwch y cyfeiriad hwn", page.Body!.TextContent, StringComparison.Ordinal);
        if (letter is OneTimeCode)
        {
            Assert.Contains("Dydd Mawrth 8 Medi 2026, 7yh, amser y DU", rendered.Text, StringComparison.Ordinal);
        }

        foreach (var word in (string[])["Harmony", "plaid", "blaid", "ffurflen", "cais", "Aelod", "hustyngau", "pleidlais", "derbyn", "gwrthod"])
        {
            Assert.DoesNotContain(word, rendered.Subject + rendered.Text.Replace("party.example", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }

        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Contains("lang=\"en-GB\"", renderer.Render(Sample(kind.FullName!)).Html, StringComparison.Ordinal);
            Assert.Contains("sent automatically", renderer.Render(Sample(typeof(StaffNotice).FullName!)).Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(TextsToApplicants))]
    public void Every_text_to_an_applicant_is_there_in_Welsh_and_names_the_same_values(string english)
    {
        var welsh = english.Insert(english.IndexOf('.', StringComparison.Ordinal), ".cy");

        Assert.True(File.Exists(Path.Combine(Folder, welsh)), $"There is no {welsh}.");
        Assert.Equal(NamedIn(english), NamedIn(welsh));

        static IEnumerable<string> NamedIn(string file) => Place().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(m => m.Value).Distinct().Order();
    }

    [Theory]
    [MemberData(nameof(EveryLetterKind))]
    public void Every_letter_to_an_applicant_has_its_Welsh_text(LetterKind kind)
    {
        var text = new LetterTexts(new PartyNames()).Write(kind, Languages.Welsh, ApplicantValues);

        Assert.StartsWith("Annwyl Marged Okafor,", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("the person", $"{text.Heading} {text.Text}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_invitation_reminds_of_conduct()
    {
        var text = renderer.Render(Sample(typeof(HustingsInvitation).FullName!)).Text;
        foreach (var point in (string[])["hate speech", "inciteful or aggressive", "negative discrimination", "stereotypes", "Committee for Resolutions"])
        {
            Assert.Contains(point, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_calendar_entry_is_in_UK_time_names_nobody_and_moves_under_one_id()
    {
        var entry = new CalendarEntry(Guid.NewGuid(), 1, Evening, Evening.AddHours(2), new SitePath("/assembly/HD-7K3M-Q2/hustings"));
        var text = renderer.Render(Sample(typeof(HustingsInvitation).FullName!) with { Calendar = entry }).Calendar!;
        var calendar = Calendar.Load(text)!;
        var found = calendar.Events.Single();

        Assert.Equal("REQUEST", calendar.Method);
        Assert.Equal($"{entry.Id:N}@party.example", found.Uid);
        Assert.Equal(1, found.Sequence);
        Assert.Equal("Meeting", found.Summary);
        Assert.Equal("Europe/London", found.Start!.TzId);
        Assert.Equal((19, 0), (found.Start.Value.Hour, found.Start.Value.Minute));
        Assert.Equal(Evening, found.Start.AsUtc);
        Assert.Equal(Evening.AddHours(2), found.End!.AsUtc);
        Assert.Contains("BEGIN:VTIMEZONE", text, StringComparison.Ordinal);
        Assert.Equal("https://party.example/assembly/HD-7K3M-Q2/hustings", found.Url!.ToString());
        Assert.DoesNotContain("hustings of", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("defect", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_calendar_entry_that_falls_away_is_cancelled()
    {
        var entry = new CalendarEntry(Guid.NewGuid(), 2, Evening, Evening.AddHours(2), new SitePath("/assembly/HD-7K3M-Q2/hustings"), Cancelled: true);
        var calendar = Calendar.Load(renderer.Render(Sample(typeof(HustingsCancelled).FullName!) with { Calendar = entry }).Calendar!)!;

        Assert.Equal("CANCEL", calendar.Method);
        Assert.Equal("CANCELLED", calendar.Events.Single().Status);
        Assert.Equal(2, calendar.Events.Single().Sequence);
    }

    [Theory]
    [MemberData(nameof(EveryLetterKind))]
    public void Every_letter_to_an_applicant_has_its_text(LetterKind kind)
    {
        var text = new LetterTexts(new PartyNames()).Write(kind, Languages.English, ApplicantValues);

        Assert.NotEmpty(text.Heading);
        Assert.StartsWith("Dear Marged Okafor,", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{%", text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_to_an_applicant_that_lacks_a_value_is_refused() => Assert.Throws<LetterException>(
        () => new LetterTexts(new PartyNames()).Write(LetterKind.Acceptance, Languages.English, new Dictionary<string, string> { ["Name"] = "Marged Okafor" }));

    [Fact]
    public void What_somebody_typed_cannot_become_part_of_a_letters_form()
    {
        var values = new Dictionary<string, string>(ApplicantValues) { ["Statement"] = "[click](https://evil.example) <b>**now**</b>" };
        var text = new LetterTexts(new PartyNames()).Write(LetterKind.Finding, Languages.English, values).Text;
        Assert.Contains(@"\[click\](https://evil.example) \<b\>\*\*now\*\*\</b\>", text, StringComparison.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> ApplicantValues { get; } = new[]
    {
        "ReceivedOn", "Item", "Statement", "DueAt", "Society", "When", "How", "Place", "EndsAt", "ClosesAt", "Membership", "Ground", "Answers", "Missing",
    }.ToDictionary(name => name, name => $"the {name}", StringComparer.Ordinal)
        .Append(KeyValuePair.Create("Name", "Marged Okafor")).Append(KeyValuePair.Create("Reference", "HD-7K3M-Q2"))
        .ToDictionary(StringComparer.Ordinal);

    private static Letter Sample(string kind)
    {
        var constructor = typeof(Letter).Assembly.GetType(kind, throwOnError: true)!.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
            .OrderByDescending(c => c.GetParameters().Length).First();
        return (Letter)constructor.Invoke([.. constructor.GetParameters().Select(p => ValueFor(p.ParameterType))]);
    }

    private static object ValueFor(Type type) => type switch
    {
        _ when type == typeof(string) => "ann@example.org",
        _ when type == typeof(DateTime) => Evening,
        _ when type == typeof(SitePath) => new SitePath("/page?a=1"),
        _ when type == typeof(GatheringKind) => GatheringKind.Both,
        _ => throw new NotSupportedException($"A letter has a value of type {type.Name}, of which there is no example."),
    };

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\{[{%][^}]*[}%]\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
