using System.Text.RegularExpressions;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing;
using Harmony.Defection.Testing.Site;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Security;

/// <summary>Every door of the running application, and everybody who may knock.</summary>
internal static partial class Doors
{
    private const string Committee = "Committee for Resolutions", Elections = "Society for Elections";

    /// <summary>The roles, each with somebody of the sample who has it and no other.</summary>
    public static IReadOnlyList<(string Role, string? Email)> Roles { get; } =
    [
        ("anonymous", null), ("applicant", null), ("Member of A", "member@harmony.example"), ("Member of B", "dene.member@harmony.example"),
        ("Participant of A", "participant@harmony.example"), ("secretary of A", "wexcombe@harmony.example"), ("Research", "research@harmony.example"),
        ("General Secretary", "secretary.general@harmony.example"), (Elections, "elections@harmony.example"),
        (Committee, "committee@harmony.example"), ("Operations", "operations@harmony.example"),
    ];

    /// <summary>Every route of a page, as the running application has them.</summary>
    public static IEnumerable<(string Method, string Route)> Routes(TestSite site) => site.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is { ControllerName: not "Errors" })
        .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            .Select(m => (m, "/" + e.RoutePattern.RawText!.TrimStart('/'))))
        .Distinct();

    /// <summary>Who is let in at each route, by the table of roles and routes.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> LetIn() =>
        File.ReadLines(Path.Combine(Sources.Root, "tests", "Harmony.Defection.Web.Tests", "Security", "role-matrix.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(
                words => $"{words[^2]} {words[^1]}",
                words => (IReadOnlyList<string>)[.. Roles.Where((_, i) => words[i] == "+").Select(r => r.Role)],
                StringComparer.Ordinal);

    /// <summary>A path of a route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="reference">The case it is about.</param>
    /// <param name="token">The token of an applicant's link.</param>
    public static string PathOf(string route, string reference, string token) => Parameter().Replace(route, parameter => parameter.Groups["name"].Value switch
    {
        "reference" => reference,
        "token" => token,
        "id" or "file" or "holding" or "membership" => Guid.Empty.ToString(),
        "number" => "1",
        "item" => nameof(Domain.Research.CheckItem.Name),
        _ => "x",
    });

    /// <summary>Makes cases to knock with: for each role one that it has to do with, wherever there can be one.</summary>
    /// <returns>The reference of a role's case, and the token of an applicant's link.</returns>
    public static async Task<(Func<string, string> Cases, string Token)> MakeCasesAsync(TestSite site)
    {
        var decided = await site.ApplicationAtAsync(Stage.Accepted, 1);
        var secretary = await site.Walk.PersonAsync("secretary.general@harmony.example");
        await site.UseAsync<Desk, DefectionApplication>(desk => desk.ActAsync(
            decided.Id, secretary, Role.GeneralSecretary, (a, act) => a.ProposeReopening("P11: the period was a day short.", act, site.Services.GetRequiredService<Domain.Privacy.IVault>())));
        var passedOn = await site.ApplicationAtAsync(Stage.Allocation, 2);
        foreach (var chair in (string[])["wexcombe@harmony.example", "saltshire@harmony.example"])
        {
            var person = await site.Walk.PersonAsync(chair);
            await site.UseAsync<Domain.Societies.AllocationDesk, bool>(async desk =>
            {
                await desk.DeclineAsync(passedOn.Id, null, person);
                return true;
            });
        }

        var running = await site.ApplicationAtAsync(Stage.Deliberation);
        return (CaseFor, running.Token);

        string CaseFor(string role) => role switch
        {
            Elections => passedOn.Reference,
            Committee => decided.Reference,
            _ => running.Reference,
        };
    }

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:[^}]*)?\??\}")]
    private static partial Regex Parameter();
}
