using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Who is who on a case: eleven kinds of people, and what takes a role away (Roles, rule 15).</summary>
public sealed class StandingTests
{
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly DateTime Since = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Society region = Society.Found("Region", SocietyKind.Regional);
    private readonly Society elections = Society.Found("Society for Elections", SocietyKind.Elections);
    private readonly Society a;
    private readonly Society b;
    private readonly Society[] all;
    private readonly CaseFacts open;

    public StandingTests()
    {
        a = Society.Found("A", SocietyKind.Constituency, region.Id);
        b = Society.Found("B", SocietyKind.Constituency, region.Id);
        all = [region, elections, a, b];
        open = new CaseFacts(Guid.NewGuid(), "HD-7K3M-Q2", Stage.Deliberation, a.Id, a.Id, true, false, false, false);
    }

    [Theory]
    [InlineData("somebody signed in", "")]
    [InlineData("Member of A", "Member")]
    [InlineData("Member of B", "")]
    [InlineData("Participant of A", "Participant")]
    [InlineData("secretary of A", "SocietySecretary")]
    [InlineData("secretary of B", "")]
    [InlineData("Research", "Research")]
    [InlineData("General Secretary", "GeneralSecretary")]
    [InlineData("Society for Elections", "")]
    [InlineData("Committee for Resolutions", "")]
    [InlineData("Operations", "")]
    public void Each_kind_of_person_has_these_roles_on_a_case_of_Society_A(string who, string roles) =>
        Assert.Equal(roles, string.Join(", ", Of(open, who).Roles.Order()));

    [Fact]
    public void The_assembly_knows_of_a_case_only_once_a_body_has_taken_responsibility()
    {
        Assert.Empty(Of(open with { HasResponsibleBody = false }, "Member of A").Roles);
        Assert.Empty(Of(open with { HasResponsibleBody = false }, "Participant of A").Roles);
    }

    [Fact]
    public void Whoever_opened_the_original_is_no_Member_on_that_case_and_keeps_their_office()
    {
        var person = Facts("Research", "Member of A");
        Assert.Equal([Role.Research, Role.Member], Standing.Of(open, person, all).Roles.Order());
        Assert.Equal([Role.Research], Standing.Of(open with { OpenedOriginal = true }, person, all).Roles);
    }

    [Theory]
    [InlineData("Member of A")]
    [InlineData("secretary of A")]
    [InlineData("Research")]
    [InlineData("General Secretary")]
    public void The_applicant_has_no_role_on_their_own_application(string who) =>
        Assert.Empty(Of(open with { IsApplicant = true }, who).Roles);

    [Fact]
    public void The_Society_for_Elections_comes_in_where_it_is_asked()
    {
        var carried = open with { AskedSocietyId = elections.Id };
        Assert.Equal([Role.SocietyForElections], Of(carried, "Society for Elections").Roles);
        Assert.Empty(Of(carried, "secretary of A").Roles);
        Assert.Equal([Role.Member], Of(carried, "Member of A").Roles);
    }

    [Fact]
    public void The_Committee_comes_in_where_a_reopening_is_proposed() =>
        Assert.Equal([Role.CommitteeForResolutions], Of(open with { IsReopeningProposed = true }, "Committee for Resolutions").Roles);

    [Fact]
    public void Members_of_a_Society_within_the_assembly_are_Members_of_it() =>
        Assert.Equal([Role.Member], Of(open with { AssemblySocietyId = region.Id }, "Member of B").Roles);

    [Fact]
    public void A_Member_who_is_a_Participant_elsewhere_in_the_assembly_counts_as_a_Member() =>
        Assert.Equal([Role.Member], Standing.Of(open, Facts("Participant of A", "Member of A"), all).Roles);

    [Fact]
    public void A_step_is_taken_in_the_role_whose_it_is()
    {
        var standing = Standing.Of(open, Facts("secretary of A", "Member of A"), all);
        Assert.Equal(Role.SocietySecretary, standing.RoleFor(Step.ProposeFinding));
        Assert.Equal(Role.Member, standing.RoleFor(Step.SecondFinding));
        Assert.Null(standing.RoleFor(Step.RecallCopy));
        Assert.Null(standing.RoleFor(Step.OfferNewDate));
        Assert.True(standing.Is(Role.Research, Role.Member));
        Assert.False(standing.Is(Role.Research));
    }

    private Standing Of(CaseFacts application, string who) => Standing.Of(application, Facts(who), all);

    private PersonFacts Facts(params string[] kinds)
    {
        var holdings = new List<RoleHolding>();
        var memberships = new List<Membership>();
        foreach (var kind in kinds)
        {
            switch (kind)
            {
                case "somebody signed in": break;
                case "Member of A": Join(a, MembershipKind.Member); break;
                case "Member of B": Join(b, MembershipKind.Member); break;
                case "Participant of A": Join(a, MembershipKind.Participant); break;
                case "secretary of A": Appoint(Role.SocietySecretary, a.Id); break;
                case "secretary of B": Appoint(Role.SocietySecretary, b.Id); break;
                case "Research": Appoint(Role.Research, null); break;
                case "General Secretary": Appoint(Role.GeneralSecretary, null); break;
                case "Society for Elections": Appoint(Role.SocietyForElections, null); break;
                case "Committee for Resolutions": Appoint(Role.CommitteeForResolutions, null); break;
                case "Operations": Appoint(Role.Operations, null); break;
                default: throw new ArgumentException(kind, nameof(kinds));
            }
        }

        return new PersonFacts(Person, holdings, memberships);

        void Join(Society society, MembershipKind kind) => memberships.Add(Membership.Join(Person, society.Id, kind, new DateOnly(2026, 1, 1)));

        void Appoint(Role role, Guid? society) => holdings.Add(RoleHolding.Appoint(Person, role, society, Since));
    }
}
