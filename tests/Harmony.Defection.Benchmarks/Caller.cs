using System.Net;
using System.Text.RegularExpressions;

namespace Harmony.Defection.Benchmarks;

/// <summary>One browser's cookies and antiforgery token, to make requests as it would.</summary>
public sealed partial class Caller(Uri address)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private string token = string.Empty;

    /// <summary>A browser with the same cookies and token, to go on by itself.</summary>
    public Caller Copy()
    {
        var copy = new Caller(address) { token = token };
        foreach (var (name, value) in cookies)
        {
            copy.cookies[name] = value;
        }

        return copy;
    }

    /// <summary>A request for a page.</summary>
    public HttpRequestMessage Get(string path) => With(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A post of a form, with its antiforgery token.</summary>
    public HttpRequestMessage Post(string path, params IEnumerable<(string Name, string Value)> fields) => With(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
    });

    /// <summary>Sends a request, and keeps the cookies and the token of the answer.</summary>
    public async Task SendAsync(HttpRequestMessage request)
    {
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = address };
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Found))
        {
            throw new InvalidOperationException($"{request.RequestUri} was answered with {(int)answer.StatusCode}.");
        }

        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var parts in set.Select(c => c.Split(';')[0].Split('=', 2)))
            {
                cookies[parts[0]] = parts[1];
            }
        }

        if (Token().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } found)
        {
            token = found.Groups["value"].Value;
        }
    }

    private HttpRequestMessage With(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        return request;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]* value="(?<value>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();
}
