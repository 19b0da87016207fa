using System.Net;
using System.Security.Cryptography;
using System.Text;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Security;

/// <summary>
/// What every answer of the running application holds to: no deed without its token (IN1), looking changes nothing (IN1), and the headers that
/// each answer bears, errors and files included (OU1, OU3).
/// </summary>
public sealed class SweepTests(SweepTests.SweptSite site) : IClassFixture<SweepTests.SweptSite>
{
    /// <summary>What looking may add to: the audit trail, with its sources and its head, and who opened an original.</summary>
    private static readonly string[] LookingMayWrite = ["AuditEntries", "AuditHead", "AuditSources", "OriginalOpenings"];

    [Fact]
    public async Task Every_post_without_its_token_is_refused()
    {
        var swept = await site.SweepAsync();
        var posts = swept.Where(a => a.Method == "POST").ToList();
        Assert.True(posts.Count > 80, $"Only {posts.Count} posts were tried.");
        Assert.Empty(posts.Where(a => a.Status != HttpStatusCode.BadRequest).Select(a => a.Say()));
        Assert.Equal(Doors.Routes(site).Count(r => r.Method != "GET"), posts.Count);
    }

    [Fact]
    public async Task Looking_changes_nothing_but_what_records_the_look()
    {
        await site.SweepAsync();
        Assert.Empty(site.Changed.Except(LookingMayWrite));
    }

    [Fact]
    public async Task Every_answer_bears_a_strict_policy_for_its_content()
    {
        foreach (var answer in await site.SweepAsync())
        {
            var policy = Assert.Single(answer.Headers["Content-Security-Policy"]);
            foreach (var part in (string[])["default-src 'none'", "base-uri 'none'", "form-action", "frame-ancestors"])
            {
                Assert.True(policy.Contains(part, StringComparison.Ordinal), $"{answer.Say()}: {policy}");
            }

            // The HTML of an e-mail is shown in Development alone, with its own styles; nothing else has anything inline.
            var isMail = answer.Path.StartsWith("/development/mail/", StringComparison.Ordinal) && answer.Path.EndsWith("/html", StringComparison.Ordinal);
            Assert.True(isMail || !policy.Contains("unsafe", StringComparison.Ordinal), $"{answer.Say()}: {policy}");
        }
    }

    [Fact]
    public async Task Every_answer_bears_the_headers_that_keep_it_to_itself()
    {
        foreach (var answer in await site.SweepAsync())
        {
            Assert.True(answer.Headers["X-Content-Type-Options"].Contains("nosniff"), answer.Say());
            Assert.True(answer.Headers["Referrer-Policy"].Contains("no-referrer"), answer.Say());
            Assert.True(answer.Headers["Strict-Transport-Security"].Any(h => h.StartsWith("max-age=31536000", StringComparison.Ordinal)), answer.Say());
            Assert.True(answer.IsStatic || answer.Headers["Cache-Control"].Any(h => h.Contains("no-store", StringComparison.Ordinal)), answer.Say());
            foreach (var unwanted in (string[])["Server", "X-Powered-By", "X-AspNetMvc-Version", "Access-Control-Allow-Origin"])
            {
                Assert.False(answer.Headers.Contains(unwanted), $"{answer.Say()}: {unwanted}");
            }
        }
    }

    [Fact]
    public async Task A_request_is_never_sent_back_as_it_came()
    {
        using var browser = site.NewBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/?planted=echo");
        request.Headers.Add("X-Planted", "echo");
        using var answer = await browser.Client.SendAsync(request);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound]);
        Assert.DoesNotContain("echo", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>An answer of the sweep.</summary>
    public sealed record Swept(string Role, string Method, string Path, HttpStatusCode Status, ILookup<string, string> Headers)
    {
        /// <summary>Whether it is a file that ships with the site.</summary>
        public bool IsStatic => Path.StartsWith("/assets/", StringComparison.Ordinal) || Path.EndsWith(".css", StringComparison.Ordinal) || Path.EndsWith(".js", StringComparison.Ordinal);

        /// <summary>Which it is.</summary>
        public string Say() => $"{Role}: {Method} {Path} answers {(int)Status}";
    }

    /// <summary>The application over https, swept once: every page that each role is let in at, every post without its token, and what goes wrong.</summary>
    public sealed class SweptSite : TestSite
    {
        private List<Swept>? swept;

        /// <summary>The tables that the looking changed.</summary>
        public IReadOnlyList<string> Changed { get; private set; } = [];

        /// <inheritdoc />
        public override Browser NewBrowser() => new(CreateClient(new()
        {
            AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("https://form.harmony.example"),
        }));

        /// <summary>The answers.</summary>
        public async Task<IReadOnlyList<Swept>> SweepAsync()
        {
            if (swept is not null)
            {
                return swept;
            }

            var answers = new List<Swept>();
            var (cases, token) = await Doors.MakeCasesAsync(this);
            var known = Doors.LetIn();
            var browsers = new Dictionary<string, Browser>(StringComparer.Ordinal);
            foreach (var (role, email) in Doors.Roles)
            {
                browsers[role] = email is null ? NewBrowser() : await SignedInAsync(email);
            }

            await browsers["anonymous"].GetAsync("/");
            await browsers["anonymous"].SendAsync("/apply");
            var before = await PrintsAsync();
            foreach (var (method, route) in Doors.Routes(this).Where(r => r.Method == "GET"))
            {
                foreach (var role in LetIn(method, route))
                {
                    answers.Add(await KnockAsync(role, method, Doors.PathOf(route, cases(role), role == "applicant" ? token : "x")));
                }

                answers.Add(await KnockAsync("anonymous", "HEAD", Doors.PathOf(route, cases("anonymous"), token)));
            }

            foreach (var path in (string[])["/nowhere", "/css/app.css", "/error/500", $"/application/{token}/nowhere"])
            {
                answers.Add(await KnockAsync("anonymous", "GET", path));
            }

            var after = await PrintsAsync();
            Changed = [.. before.Keys.Union(after.Keys).Where(t => before.GetValueOrDefault(t) != after.GetValueOrDefault(t))];
            foreach (var (method, route) in Doors.Routes(this).Where(r => r.Method != "GET"))
            {
                var role = LetIn(method, route)[0];
                answers.Add(await KnockAsync(role, method, Doors.PathOf(route, cases(role), role == "applicant" ? token : "x")));
            }

            foreach (var browser in browsers.Values)
            {
                browser.Dispose();
            }

            return swept = answers;

            IReadOnlyList<string> LetIn(string method, string route) => known.GetValueOrDefault($"{method} {route}") ?? ["anonymous"];

            async Task<Swept> KnockAsync(string role, string method, string path)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                request.Headers.Add("Origin", "https://elsewhere.example");
                if (method == "POST")
                {
                    request.Content = new FormUrlEncodedContent([]);
                }

                using var answer = await browsers[role].Client.SendAsync(request);
                var headers = answer.Headers.Concat(answer.Content.Headers)
                    .SelectMany(h => h.Value.Select(v => (h.Key, v))).ToLookup(h => h.Key, h => h.v, StringComparer.OrdinalIgnoreCase);
                return new Swept(role, method, path, answer.StatusCode, headers);
            }
        }

        /// <summary>A print of each table, and of the names and sizes of the files beside them.</summary>
        private Task<Dictionary<string, string>> PrintsAsync() => InDatabaseAsync(async database =>
        {
            var prints = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["files"] = string.Join('\n', Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                    .Where(f => !f.Contains(".db", StringComparison.Ordinal)).Order().Select(f => $"{f} {new FileInfo(f).Length}")),
            };
            var connection = database.Database.GetDbConnection();
            await connection.OpenAsync();
            foreach (var table in await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"))
            {
                var rows = string.Join('\n', (await ReadAsync($"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal));
                prints[table] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(rows)));
            }

            return prints;

            async Task<List<string>> ReadAsync(string query)
            {
                await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names of tables come from the database itself.
                command.CommandText = query;
#pragma warning restore CA2100
                await using var reader = await command.ExecuteReaderAsync();
                var lines = new List<string>();
                while (await reader.ReadAsync())
                {
                    lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                        .Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
                }

                return lines;
            }
        });
    }
}
