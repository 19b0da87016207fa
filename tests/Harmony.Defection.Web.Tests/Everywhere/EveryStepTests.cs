using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Casework;
using Harmony.Defection.Web.Features.Shared.Forms;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Everywhere;

/// <summary>The process table, held against the endpoints that the running application has.</summary>
public sealed class EveryStepTests(TestSite site) : IClassFixture<TestSite>
{
    // Steps that are taken elsewhere than on a page of their own name: on a form that is no case yet, on the page of one check, and
    // on the applicant's own page.
    private static readonly Dictionary<(Step, Role), (string Page, string Deed)> Elsewhere = new()
    {
        [(Step.Submit, Role.Applicant)] = ("/apply/check", "/apply/send"),
        [(Step.ConfirmKeyedForm, Role.Research)] = ("/keying/{id:guid}/confirm", "/keying/{id:guid}/confirm"),
        [(Step.ConfirmKeyedForm, Role.GeneralSecretary)] = ("/keying/{id:guid}/confirm", "/keying/{id:guid}/confirm"),
        [(Step.RecordCheck, Role.Research)] = ("/cases/{reference}/record-check", "/cases/{reference}/checks/{item}"),
        [(Step.AnswerFinding, Role.Applicant)] = ("/application/{token}/answer-finding/{id:guid}", "/application/{token}/answer-finding/{id:guid}"),
        [(Step.CorrectForm, Role.Applicant)] = ("/application/{token}/correct-form", "/application/{token}/correct-form/{answer}"),
        [(Step.AnswerInvitation, Role.Applicant)] = ("/application/{token}", "/application/{token}/answer-invitation"),
    };

    public static IEnumerable<object[]> PeoplesSteps { get; } =
    [
        .. ApplicationProcess.Transitions.SelectMany(t => t.Whose.Select(role => (t.Step, Role: role))).Where(s => s.Role != Role.Clock).Distinct()
            .Select(s => (object[])[s.Step, s.Role]),
    ];

    [Theory]
    [MemberData(nameof(PeoplesSteps))]
    public void A_step_of_the_table_has_its_page_and_its_post_open_to_the_role_whose_it_is(Step step, Role role)
    {
        var (page, deed) = Elsewhere.TryGetValue((step, role), out var place) ? place
            : role == Role.Applicant ? ($"/application/{{token}}/{Kebab.Of(step)}", $"/application/{{token}}/{Kebab.Of(step)}")
            : (CaseSteps.PathOf(step, role, "{reference}"), CaseSteps.PathOf(step, role, "{reference}"));

        Assert.All([("GET", page), ("POST", deed)], wanted =>
        {
            var door = Assert.Single(Endpoints(), e => e.Route == wanted.Item2 && e.Methods.Contains(wanted.Item1)).Endpoint;
            Assert.All(door.Metadata.OfType<OnCaseAttribute>(), on => Assert.Contains(role, on.AnyOf));
        });
    }

    private IEnumerable<(string Route, IReadOnlyList<string> Methods, RouteEndpoint Endpoint)> Endpoints() =>
        site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], e));
}
