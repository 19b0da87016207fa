using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Testing;

namespace Harmony.Defection.Domain.Tests.Sanitisation;

public class SanitiserTests
{
    private static string Redact(string text) => Sanitiser.General.Redact(text);

    [Fact]
    public void The_labelled_texts_lose_their_contact_data_and_little_else()
    {
        var score = RedactionScore.Of(Labelled.Corpus(), Redact);

        Assert.True(
            score is { Recall: >= 0.97, LeakyTexts: <= 0.05, Kept: >= 0.99, OverRedacted: <= 0.015 },
            $"{score with { Faults = [] }}\n{string.Join('\n', score.Faults)}");
    }

    [Theory]
    [InlineData("Ring 07700 900123 after six.", "Ring [phone removed] after six.")]
    [InlineData("Tel: (0113) 496-0123 ext. 12.", "Tel: [phone removed].")]
    [InlineData("Tel 0113/4960123, fax 0113/4960124", "Tel [phone removed], fax [phone removed]")]
    [InlineData("+44 (0) 7700 900123 is mine", "[phone removed] is mine")]
    [InlineData("0044.7700.900.123", "[phone removed]")]
    [InlineData("Dial 07700 9OO 1l1 for me", "Dial [phone removed] for me")]
    [InlineData("zero double seven double zero nine hundred one two three", "[phone removed]")]
    [InlineData("It is oh one six three two, ninety-six, oh one twenty-three.", "It is [phone removed].")]
    [InlineData("plus four four seven seven hundred nine hundred one two three", "[phone removed]")]
    [InlineData("０７７００ ９００１２３", "[phone removed]")]
    [InlineData("07\u200B700\u00A0900\u2011123", "[phone removed]")]
    [InlineData("0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣!", "[phone removed]!")]
    [InlineData("in Paris 01 99 00 12 34, in New York (212) 555-0142", "in Paris [phone removed], in New York [phone removed]")]
    [InlineData("My landline is 496 0123 locally.", "My landline is [phone removed] locally.")]
    [InlineData("07700 900 123 / 07700 900 124", "[phone removed] / [phone removed]")]
    public void Phone_numbers_go(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Theory]
    [InlineData("I won 4,096 votes on 07.05.2015 and 3,970 on 02/05/2019.")]
    [InlineData("A grant of £07,700,900 and a loan of £1632960123.")]
    [InlineData("Company number 01632960, charity 1163296, VAT GB 123 4567 89.")]
    [InlineData("Planning refs 21/01234/OUT, P/2022/00456 and PL-07700-90.")]
    [InlineData("ISBN 978-0-14-103614-4 or 0-14-103614-X; ISSN 0140-0460.")]
    [InlineData("Meetings ran 0900-1200, 18:30 to 20:00, 2015-2019 and 2001 2005 2009.")]
    [InlineData("Membership no. 0113 496 012, case 01632-960-1, reference 0161/496/2019.")]
    [InlineData("Call between 0900 and 1700 on 14.09.2024.")]
    [InlineData("We reached 123 456 people with 2 leaflets each.")]
    public void Numbers_that_cannot_be_rung_stay(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("jo@example.org, please", "[e-mail removed], please")]
    [InlineData("(jo@example.org)", "([e-mail removed])")]
    [InlineData("jo.bloggs [at] example [dot] co [dot] uk.", "[e-mail removed].")]
    [InlineData("write to jo underscore b at example dot org now", "write to [e-mail removed] now")]
    [InlineData("j o @ example . org", "[e-mail removed]")]
    [InlineData("jo＠example．org", "[e-mail removed]")]
    [InlineData("jо@exаmple.org", "[e-mail removed]")]
    [InlineData("jo&#64;example.org", "[e-mail removed]")]
    [InlineData("jo.b99 at gmail", "[e-mail removed]")]
    [InlineData("reachable at jo@example.org", "reachable at [e-mail removed]")]
    public void Mailboxes_go(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Theory]
    [InlineData("We met at noon, and at 6.30 at St. Mary’s.")]
    [InlineData("I work at example.org and look at the stars.")]
    [InlineData("Bluesky @garstang.example.com, Mastodon @prynne@social.example")]
    public void What_only_looks_like_a_mailbox_stays(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("LS38 4QX, ls384qx and L S 3 8 4 Q X", "[postcode removed], [postcode removed] and [postcode removed]")]
    [InlineData("BFPO 58; B.F.P.O. No 58; GIR 0AA; FIQQ 1ZZ", "[postcode removed]; [postcode removed]; [postcode removed]; [postcode removed]")]
    [InlineData("12 Bóthar na Trá, Galway, H91 E2K3", "[address removed], Galway, [postcode removed]")]
    [InlineData("Hauptstrasse 12, 10115 Berlin", "[address removed], [postcode removed] Berlin")]
    public void Postcodes_go(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Theory]
    [InlineData("I moved from LS9 to SE15, by the A1 4th exit, at B12 3am.")]
    [InlineData("Form P45 2NG was lost.")]
    public void Areas_and_roads_stay(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("I live at 5, High Street, Millbeck.", "I live at [address removed], Millbeck.")]
    [InlineData("17 tansy lane, millbeck, ls38 4qx", "[address removed], millbeck, [postcode removed]")]
    [InlineData("17 TANSY LANE, MILLBECK, LS38 4QX", "[address removed], MILLBECK, [postcode removed]")]
    [InlineData("Flat 2/1, 14 Byres Wynd, Glasgow", "[address removed], Glasgow")]
    [InlineData("Apt 12, The Maltings, Brewery Lane, Thorpe, LS38 4QX", "[address removed], Thorpe, [postcode removed]")]
    [InlineData("Jane Smith\nHollybank\nUpper Thorpe\nDerbyshire\nDE45 9ZZ", "Jane Smith\n[address removed]\nUpper Thorpe\nDerbyshire\n[postcode removed]")]
    [InlineData("Tyn-y-Coed, Ffordd Pen-y-Bryn, Llanbedr LL99 2ZZ", "[address removed], Llanbedr [postcode removed]")]
    [InlineData("8 Cnoc na Greine, Portree IV67 9YE", "[address removed], Portree [postcode removed]")]
    [InlineData("Narrowboat Kestrel, Mooring 14, Canal Wharf, Skipford BD98 7QQ", "[address removed], Skipford [postcode removed]")]
    [InlineData("We live at Rose Cottage in Nettlefold.", "We live at [address removed] in Nettlefold.")]
    [InlineData("I live at number 6 in that street.", "I live at number [address removed] in that street.")]
    [InlineData("P.O. Box 99, Thorpe", "[address removed], Thorpe")]
    [InlineData("14 Rue du Moulin, 75011 Paris", "[address removed], [postcode removed] Paris")]
    [InlineData("Employer: Dent & Sons, Unit 4b, Ropewalk Estate, Thorpe, LS38 9AA.", "Employer: Dent & Sons, [address removed], Thorpe, [postcode removed].")]
    public void Addresses_go_up_to_the_town(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Theory]
    [InlineData("I led the campaign to save the High Street post office.")]
    [InlineData("In 2019 Station Road was resurfaced for £1.2m.")]
    [InlineData("The council meets at the Civic Centre on Station Road.")]
    [InlineData("I represent Park Hill and Castle Green wards, and took the 44 Mill Lane bus.")]
    [InlineData("My surgery is held at Thorpe Library, Mill Lane, on Saturdays.")]
    [InlineData("I was born in Rose Street, Thorpe and went to Mill Lane Primary.")]
    [InlineData("Ask for Room 2, Platform 7 or item 9.")]
    public void Places_spoken_of_as_places_stay(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("Signal: pip.44, or Telegram @pip_g", "Signal: [account removed], or Telegram [account removed]")]
    [InlineData("My Telegram is philippagarstang", "My Telegram is [account removed]")]
    [InlineData("DM me on Instagram at @rowan.private", "DM me on Instagram at [account removed]")]
    [InlineData("Discord rowan#4471, Skype live:rowan.w, Matrix @rowan:example.org", "Discord [account removed], Skype [account removed], Matrix [account removed]")]
    [InlineData("https://t.me/rowan_w", "[account removed]")]
    [InlineData("@pip_tips for DMs, @PipGarstang for everything public.", "[account removed] for DMs, @PipGarstang for everything public.")]
    public void Accounts_offered_as_a_route_go(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Theory]
    [InlineData("I post on X as @CllrGarstang and on Facebook as Philippa for Nettlefold.")]
    [InlineData("Public Telegram channel: @NettlefoldNews")]
    [InlineData("My Signal box campaign won in 2019; the Telegram & Argus wrote of it in 2011.")]
    [InlineData("WhatsApp is encrypted. Signal is best. Our Discord has 257 members.")]
    public void Public_accounts_and_plain_words_stay(string text) => Assert.Equal(text, Redact(text));

    [Theory]
    [InlineData("///pebble.orchard.violin is the gate", "[place removed] is the gate")]
    [InlineData("what3words: pebble.orchard.violin", "what3words: [place removed]")]
    [InlineData("grid reference SJ 123 456", "grid reference [place removed]")]
    [InlineData("53.80912, -1.54713", "[place removed]")]
    [InlineData("53°48'33\"N 1°32'49\"W", "[place removed]")]
    [InlineData("RF2X+GH Leeds", "[place removed] Leeds")]
    public void What_pins_a_home_on_a_map_goes(string text, string expected) => Assert.Equal(expected, Redact(text));

    [Fact]
    public void Nothing_but_what_is_removed_is_touched()
    {
        const string text = "“Ünïcode”\t👩‍👩‍👧 ﬁve…\r\n  07700 900123\u00A0\u200Bend ①";

        Assert.Equal("“Ünïcode”\t👩‍👩‍👧 ﬁve…\r\n  [phone removed]\u00A0\u200Bend ①", Redact(text));
    }

    [Fact]
    public void Finds_do_not_overlap_and_lie_within_the_text()
    {
        foreach (var labelled in Labelled.Corpus())
        {
            var end = 0;
            foreach (var finding in Sanitiser.General.Search(labelled.Text))
            {
                Assert.True(finding.Start >= end && finding.Length > 0 && finding.End <= labelled.Text.Length);
                end = finding.End;
            }
        }
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("(((")]
    [InlineData("0 7")]
    [InlineData("a@")]
    [InlineData("Aa ")]
    [InlineData("LS1 ")]
    [InlineData("12 Aa Bb ")]
    [InlineData("Signal @a ")]
    [InlineData("double oh ")]
    [InlineData("The Old House, ")]
    public async Task A_hostile_text_is_done_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        await Task.Run(() => Redact(text)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("They ring 01632960346 or 1632 960 346.", "They ring [phone removed] or [phone removed].")]
    [InlineData("At 9, chandlers  row I was Margaret OKAFOR-LLOYD.", "At [address removed] I was [detail removed] OKAFOR-[detail removed].")]
    [InlineData("WX47PD, born 14 Feb 1983, 14.2.83 or 1983-02-14", "[postcode removed], born [detail removed], [detail removed] or [detail removed]")]
    [InlineData("marged okafor example", "[e-mail removed]")]
    public void The_applicants_own_values_are_found_in_any_spelling(string text, string expected)
    {
        var found = Sanitiser.For(TestData.Answers()).Redact(text);

        Assert.Equal(expected, found);
    }

    [Fact]
    public void What_the_form_does_not_hold_is_not_looked_for()
    {
        const string text = "I have lived in Wexcombe since June 2024.";

        Assert.Equal(text, Sanitiser.For(new FormAnswers()).Redact(text));
        Assert.Equal(text, Sanitiser.For(TestData.Answers()).Redact(text));
    }
}
