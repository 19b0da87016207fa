using System.Text.RegularExpressions;
using System.Xml.Linq;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Wording;

public sealed partial class WordsTests
{
    private static readonly string[] Forms = ["zero", "one", "two", "few", "many", "other"];

    [Fact]
    public void Every_sentence_has_its_Welsh()
    {
        var missing = SentencesInSources.All.Where(u => u.Key is not null)
            .Where(u => !Words.Welsh.ContainsKey(u.Function == nameof(Words.Count) ? $"{u.Key}|other" : u.Key!))
            .Select(u => $"{u.File}: {u.Key}").Distinct().ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} sentences have no Welsh:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void Every_Welsh_text_belongs_to_a_sentence_that_is_said()
    {
        var said = SentencesInSources.All.Select(u => u.Key).ToHashSet(StringComparer.Ordinal);
        var left = Words.Welsh.Keys.Where(k => !said.Contains(k) && !said.Contains(PluralForm().Replace(k, string.Empty))).Order(StringComparer.Ordinal).ToList();

        Assert.True(left.Count == 0, $"{left.Count} Welsh texts are said nowhere:\n{string.Join('\n', left)}");
    }

    [Fact]
    public void Every_Welsh_text_has_the_places_and_the_marks_of_its_sentence()
    {
        var wrong = Words.Welsh
            .Where(w => !w.Key.Contains('|', StringComparison.Ordinal) && (Is(Place(), w.Key) != Is(Place(), w.Value) || Is(Mark(), w.Key) != Is(Mark(), w.Value)))
            .Select(w => $"{w.Key} -> {w.Value}").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        static string Is(Regex pattern, string text) =>
            string.Join(' ', pattern.Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_plural_has_a_form_for_other_numbers_and_only_forms_that_Welsh_has() => Assert.All(
        Words.Welsh.Keys.Where(k => k.Contains('|', StringComparison.Ordinal)),
        key =>
        {
            var parts = key.Split('|');
            Assert.Contains(parts[1], Forms);
            Assert.Contains($"{parts[0]}|other", Words.Welsh.Keys);
        });

    [Fact]
    public void No_sentence_stands_in_two_files_and_no_Welsh_is_empty()
    {
        var entries = Words.Files.SelectMany(file => XDocument.Load(
                Path.Combine(Sources.Root, "src", "Harmony.Defection.Domain", "Wording", $"{file}.cy.resx"))
            .Root!.Elements("data").Select(d => (Key: d.Attribute("name")!.Value, Value: d.Element("value")!.Value))).ToList();

        Assert.Equal(entries.Count, Words.Welsh.Count);
        Assert.Empty(entries.GroupBy(e => e.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.DoesNotContain(entries, e => string.IsNullOrWhiteSpace(e.Value));
    }

    [Fact]
    public void A_sentence_with_marks_is_always_the_programs_own() =>
        Assert.DoesNotContain(SentencesInSources.All, u => u.Function == "H" && u.Key is null);

    [Fact]
    public void The_search_for_sentences_reads_code_and_pages()
    {
        const string Text = """
            <p>@H($"See <b>{Party.Name}</b> and {{this}} {x.Y("a")}")</p> <hd-input label="@T("Home phone")" />
            .WithMessage(_ => T("Say \"yes\"")) list.Count(x => x) Count(n, $"{n} file", $"{n} files") T(question.Text) Words.N("Kept") x.N("no") // T("no")
            """;

        Assert.Equal(
            ["See <b>{0}</b> and {{this}} {1}", "Home phone", "Say \"yes\"", "{0} files", "Kept", null],
            SentencesInSources.InText("x", Text).Select(u => u.Key).OrderBy(k => Array.IndexOf(["See", "Hom", "Say", "{0}", "Kep", null], k?[..3])));
    }

    [Fact]
    public void A_sentence_is_said_in_the_readers_language_with_its_values()
    {
        Assert.Equal("English", Words.T("English"));
        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal("Saesneg", Words.T("English"));
            Assert.Equal("A sentence without Welsh", Words.T(string.Concat("A sentence", " without Welsh")));
        }

        Assert.Equal("English", Words.T("English"));
    }

    [Fact]
    public void Days_and_times_are_said_in_the_readers_language()
    {
        var at = new DateTime(2026, 6, 5, 18, 30, 0, DateTimeKind.Utc);
        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal("Dydd Gwener 5 Mehefin 2026, 7:30yh", UkTime.SayWithWeekday(at));
            Assert.Equal("9yb", UkTime.SayClock(at.AddHours(-10.5)));
        }

        Assert.Equal("Friday 5 June 2026, 7:30pm", UkTime.SayWithWeekday(at));
    }

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(6, "many")]
    [InlineData(4, "other")]
    [InlineData(11, "other")]
    public void Welsh_has_six_forms_of_number(int number, string form) => Assert.Equal(form, Words.FormOf(number));

    [GeneratedRegex(@"\|(zero|one|two|few|many|other)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PluralForm();

    [GeneratedRegex(@"\{\d+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
