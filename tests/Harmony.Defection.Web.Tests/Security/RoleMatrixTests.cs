using System.Globalization;
using System.Net;
using System.Text;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Site;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Security;

/// <summary>
/// Who gets past the door of which page (AZ1, AZ2): one line a route in role-matrix.txt, one mark a role. The routes are those that the running
/// application has. With UPDATE_DOCS=1 the file is written anew, to be read line by line before it is committed.
/// </summary>
public sealed class RoleMatrixTests(RoleMatrixTests.DoorSite site) : IClassFixture<RoleMatrixTests.DoorSite>
{
    private const string LetIn = "+", Refused = "-", AskedToSignIn = "s";

    [Fact]
    public async Task Every_route_lets_in_the_roles_that_its_line_names_and_nobody_else()
    {
        var (cases, token) = await Doors.MakeCasesAsync(site);
        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, email) in Doors.Roles)
        {
            using var browser = email is null ? site.NewBrowser() : await site.SignedInAsync(email);
            foreach (var (method, route) in Doors.Routes(site))
            {
                var key = $"{method,-4} {route}";
                seen[key] = seen.GetValueOrDefault(key) + " " + await KnockAsync(browser, method, route, cases(role), role == "applicant" ? token : "x");
            }
        }

        var file = Path.Combine(Sources.Root, "tests", "Harmony.Defection.Web.Tests", "Security", "role-matrix.txt");
        var text = Write(seen);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.Equal((await File.ReadAllTextAsync(file)).Split('\n'), text.Split('\n'));
    }

    [Fact]
    public void Every_action_says_who_may_use_it()
    {
        var silent = Actions().Where(a => !a.EndpointMetadata.Any(m =>
            m is Microsoft.AspNetCore.Authorization.IAllowAnonymous or Microsoft.AspNetCore.Authorization.IAuthorizeData
            || m.GetType().Name.StartsWith("OnCase", StringComparison.Ordinal))).Select(a => a.DisplayName);
        Assert.Empty(silent);
    }

    private static string Write(SortedDictionary<string, string> seen)
    {
        var text = new StringBuilder();
        text.Append("# + let in, - told that there is no such page, s asked to sign in. The columns:\n");
        foreach (var (column, i) in Doors.Roles.Select((c, i) => (c.Role, i + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {i,2} {column}\n");
        }

        foreach (var (route, marks) in seen)
        {
            text.Append(CultureInfo.InvariantCulture, $"{marks.Trim()}  {route}\n");
        }

        return text.ToString();
    }

    private static async Task<string> KnockAsync(Browser browser, string method, string route, string reference, string token)
    {
        var path = Doors.PathOf(route, reference, token);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await browser.Client.SendAsync(request);
        return answer.StatusCode switch
        {
            // A post without its antiforgery token is refused behind the door: who may come in is what is asked here.
            HttpStatusCode.NoContent or HttpStatusCode.BadRequest or HttpStatusCode.OK => LetIn,
            HttpStatusCode.NotFound => Refused,
            HttpStatusCode.Redirect when answer.Headers.Location?.OriginalString.Contains("/sign-in", StringComparison.Ordinal) == true => AskedToSignIn,
            HttpStatusCode.Redirect when route == "/sign-in" => LetIn,
            _ => answer.StatusCode.ToString(),
        };
    }

    private IEnumerable<ControllerActionDescriptor> Actions() => site.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>();

    /// <summary>The application, whose pages answer with nothing to whoever has got past the door.</summary>
    public sealed class DoorSite : TestSite
    {
        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.Configure<MvcOptions>(options => options.Filters.Add(new StopBehindTheDoor())));
        }
    }

    private sealed class StopBehindTheDoor : IAsyncResourceFilter, IOrderedFilter
    {
        public int Order => int.MinValue;

        public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            // The page for whoever was refused, and the one where people sign in, answer as they do.
            if (context.HttpContext.Request.Path.Value is { } path && (path == "/sign-in" || path.StartsWith("/error", StringComparison.Ordinal)))
            {
                return next();
            }

            context.Result = new NoContentResult();
            return Task.CompletedTask;
        }
    }
}
