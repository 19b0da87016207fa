using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Harmony.Defection.Infrastructure.Sample;

namespace Harmony.Defection.Testing.Site;

/// <summary>What a browser shows after a request.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Location">Where a redirect leads.</param>
/// <param name="Document">The page.</param>
/// <param name="Text">The answer as it came.</param>
/// <param name="Headers">The answer's headers.</param>
public sealed record Page(HttpStatusCode Status, string? Location, IHtmlDocument Document, string Text, ILookup<string, string> Headers)
{
    /// <summary>The page's main title.</summary>
    public string Title => Squeeze(Document.QuerySelector("h1")?.TextContent);

    /// <summary>All that can be read on the page.</summary>
    public string Words => Squeeze(Document.Body?.TextContent);

    /// <summary>The messages of the summary of errors, in order.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => Squeeze(e.TextContent))];

    /// <summary>Whether a link or form on the page leads to a path.</summary>
    public bool LeadsTo(string path) => Document.QuerySelectorAll("a[href], form[action]")
        .Any(e => (e.GetAttribute("href") ?? e.GetAttribute("action"))?.Split('?')[0] == path);

    private static string Squeeze(string? text) => string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A browser without script: keeps cookies, fills in the forms it was shown, follows redirects when asked to.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private Page? shown;
    private string shownPath = "/";

    /// <summary>The page that is shown.</summary>
    public Page Shown => shown ?? throw new InvalidOperationException("Nothing is shown yet.");

    /// <summary>The path that the page's own form posts to: the first one outside its menu.</summary>
    public string Own => PathOf(Shown.Document.Forms.First(f =>
        f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && f.Closest("main") is not null));

    /// <summary>The client beneath.</summary>
    public HttpClient Client => client;

    /// <summary>Asks for a page; redirects are followed.</summary>
    public async Task<Page> GetAsync(string path)
    {
        for (var hops = 0; hops < 10; hops++)
        {
            var page = await LookAsync(path);
            if (page.Location is null)
            {
                return page;
            }

            path = page.Location;
        }

        throw new InvalidOperationException($"{path} redirects without end.");
    }

    /// <summary>Asks for a page; redirects are not followed.</summary>
    public async Task<Page> LookAsync(string path) => await ShowAsync(path, await client.GetAsync(path));

    /// <summary>
    /// Sends the form of the page shown that leads to a path (or the page's own), with its hidden and filled values, and with those
    /// given. Redirects are followed unless the answer itself is wanted.
    /// </summary>
    /// <param name="action">The form's path; nothing for the page's own: the first outside its head and menu.</param>
    /// <param name="values">Values by field name; a field may be given more than once.</param>
    public async Task<Page> SendAsync(string? action, params (string Name, string Value)[] values)
    {
        var page = await PostFormAsync(action, values);
        return page.Location is { } next ? await GetAsync(next) : page;
    }

    /// <summary>Sends a form of the page shown; redirects are not followed.</summary>
    public async Task<Page> PostFormAsync(string? action, params (string Name, string Value)[] values)
    {
        var form = Shown.Document.Forms.FirstOrDefault(f =>
            f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && (action is null ? f.Closest("main") is not null : PathOf(f) == action))
            ?? throw new InvalidOperationException($"No form on the page posts to {action ?? "anything"}.");
        if (form.QuerySelectorAll("input[name=__RequestVerificationToken]").Length != 1)
        {
            throw new InvalidOperationException($"The form to {action} does not have one antiforgery token.");
        }

        var given = values.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var filled = Filled(form).Where(f => !given.Contains(f.Name)).Concat(values)
            .Select(v => KeyValuePair.Create(v.Name, v.Value)).ToList();
        using HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(filled) : new FormUrlEncodedContent(filled);
        var path = PathOf(form);
        return await ShowAsync(path, await client.PostAsync(path, content));
    }

    /// <summary>Posts to a path as no page would: with the antiforgery token of the page shown if there is one, and nothing else but the values given.</summary>
    public async Task<Page> ForgeAsync(string path, params (string Name, string Value)[] values)
    {
        var token = shown?.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var all = values.Select(v => KeyValuePair.Create(v.Name, v.Value)).ToList();
        if (token is not null)
        {
            all.Add(KeyValuePair.Create("__RequestVerificationToken", token));
        }

        using var content = new FormUrlEncodedContent(all);
        return await ShowAsync(path, await client.PostAsync(path, content));
    }

    /// <summary>Posts content to a path as it stands, files for example; redirects are not followed.</summary>
    public async Task<Page> PostAsync(string path, HttpContent content) => await ShowAsync(path, await client.PostAsync(path, content));

    /// <summary>Signs a person of the sample in.</summary>
    public async Task SignInAsync(string email)
    {
        await GetAsync("/sign-in");
        var page = await PostFormAsync("/sign-in", ("Email", email), ("Password", SampleWorld.Password));
        if (page.Status != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{email} could not sign in: {string.Join("; ", page.Errors)}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IElement>())
        {
            var name = element.GetAttribute("name");
            var value = element switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "submit" or "button" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? string.Empty,
                _ => null,
            };
            if (!string.IsNullOrEmpty(name) && value is not null)
            {
                yield return (name, value);
            }
        }
    }

    private string PathOf(IHtmlFormElement form) => form.GetAttribute("action") is { Length: > 0 } action ? action : shownPath;

    private async Task<Page> ShowAsync(string path, HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            shownPath = path;
            var headers = answer.Headers.Concat(answer.Content.Headers)
                .SelectMany(h => h.Value.Select(v => (h.Key, v))).ToLookup(h => h.Key, h => h.v, StringComparer.OrdinalIgnoreCase);
            shown = new Page(answer.StatusCode, answer.Headers.Location?.OriginalString, Parser.ParseDocument(text), text, headers);
            return shown;
        }
    }
}
