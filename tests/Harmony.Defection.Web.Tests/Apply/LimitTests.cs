using System.Net;
using System.Text.RegularExpressions;
using Harmony.Defection.Testing.Site;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>How much the form takes, in fields, in keys and in bytes, and that it says so in words (IN2).</summary>
public sealed partial class LimitTests(LimitTests.RealSite site) : IClassFixture<LimitTests.RealSite>
{
    [Fact]
    public async Task Every_field_of_the_form_says_beside_it_when_it_has_too_much()
    {
        var parts = await site.PartsAsync();
        using var browser = await site.BeginAsync();
        var (wrong, limits) = (new List<string>(), 0);
        foreach (var (path, values) in parts)
        {
            var fields = (await browser.GetAsync(path)).Document
                .QuerySelectorAll("main form input[name], main form textarea[name]")
                .Where(e => e.GetAttribute("type") is null or "text" or "tel" or "email" or "url")
                .Select(e => e.GetAttribute("name")!).Distinct().Where(n => values.Any(v => v.Name == n)).ToList();
            foreach (var field in fields)
            {
                var error = await ErrorAtAsync(field, new string('7', 20_000));
                if (error is null)
                {
                    wrong.Add($"{path}: {field} takes 20,000 characters");
                }
                else if (Limit().Match(error) is { Success: true } limit)
                {
                    limits++;
                    var most = int.Parse(limit.Groups[1].Value.Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
                    wrong.AddRange(await ErrorAtAsync(field, new string('7', most + 1)) == error ? [] : [$"{path}: {field} takes more than it says"]);
                    wrong.AddRange(await ErrorAtAsync(field, new string('7', most)) != error ? [] : [$"{path}: {field} takes less than it says"]);
                }
            }

            await browser.AnswerAsync(path, values);

            async Task<string?> ErrorAtAsync(string field, string typed)
            {
                await browser.GetAsync(path);
                var page = await browser.PostFormAsync(path, [.. values.Select(v => v.Name == field ? (field, typed) : v)]);
                var at = page.Document.QuerySelector($"[name='{field}']");
                var kept = at is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value : at?.GetAttribute("value");
                var beside = at?.GetAttribute("aria-describedby")?.Split(' ').Select(id => page.Document.GetElementById(id)).FirstOrDefault(e => e?.ClassList.Contains("govuk-error-message") == true)
                    ?? at?.Closest(".govuk-form-group--error")?.QuerySelector(".govuk-error-message");
                if (page.Location is not null || beside is null)
                {
                    return null;
                }

                Assert.Equal(typed, kept);
                var message = beside.TextContent.Trim();
                Assert.Contains(page.Errors, e => message.EndsWith(e, StringComparison.Ordinal));
                return message;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(limits > 10, $"Only {limits} limits were found.");
    }

    [Theory]
    [InlineData(1025, "x")]
    [InlineData(1, "\0")]
    public async Task A_form_that_cannot_be_read_is_refused_in_words(int fields, string typed)
    {
        using var browser = await site.BeginAsync();
        await browser.GetAsync("/apply/name");
        var page = await browser.ForgeAsync("/apply/name", [.. Enumerable.Range(0, fields).Select(i => ($"Field{i}", typed)), ("status", "200")]);
        Assert.Equal((HttpStatusCode.BadRequest, "We could not read that form"), (page.Status, page.Title));
    }

    [Theory]
    [InlineData("/apply/area/proof", 60_000_000, true)]
    [InlineData("/apply/area/proof", 60_000_000, false)]
    [InlineData("/apply/name", 2_000_001, false)]
    [InlineData("/nowhere", 60_000_000, true)]
    public async Task A_body_that_is_too_large_is_refused_in_words_and_kept_nowhere(string path, int bytes, bool asksFirst)
    {
        using var browser = await site.BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[bytes]) };
        request.Headers.ExpectContinue = asksFirst;
        using var answer = await browser.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("That is too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [GeneratedRegex("Use ([0-9,]+) characters or fewer")]
    private static partial Regex Limit();

    /// <summary>The application behind a real server, whose limits are its own.</summary>
    public sealed class RealSite : TestSite
    {
        /// <summary>A site that starts with its first use.</summary>
        public RealSite()
        {
            UseKestrel(0);
            StartServer();
        }

        /// <inheritdoc />
        public override Browser NewBrowser() => new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromSeconds(20) })
        {
            BaseAddress = ClientOptions.BaseAddress,
        });
    }
}
