using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Harmony.Defection.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Tests.Persistence;

/// <summary>Rule 15 and P16: who is on a roll, who is invited, and how an accepted applicant becomes a Member.</summary>
public sealed class SocietiesTests : IAsyncLifetime
{
    private static readonly DateOnly Announced = new(2026, 6, 7);
    private static readonly DateOnly Today = new(2026, 7, 1);

    private readonly Society region = Society.Found("Region", SocietyKind.Regional);
    private Society home = null!;
    private Storehouse house = null!;
    private DefectionApplication application = null!;

    public async Task InitializeAsync()
    {
        house = await Storehouse.CreateAsync();
        home = Society.Found("Home", SocietyKind.Constituency, region.Id);
        application = house.Data.Received();
        await house.AddAsync(region, home, application, ApplicationForm.Of(application.Id, TestData.Answers(), house.Vault));
        await house.AddAsync([.. LookUps.Of(application.Id, TestData.Answers(), house.Vault)]);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task On_the_roll_are_Members_who_had_joined_by_the_announcement_and_are_not_suspended()
    {
        var (old, onTheDay, late, left, suspended, back, participant) =
            (Id(), Id(), Id(), Id(), Id(), Id(), Id());
        await house.AddAsync(
            Join(old, Announced.AddYears(-2)),
            Join(onTheDay, Announced),
            Join(late, Announced.AddDays(1)),
            With(Join(left, Announced.AddDays(-9)), m => m.Leave(Today)),
            With(Join(suspended, Announced.AddDays(-9)), m => m.Suspend(Today, null)),
            With(Join(back, Announced.AddDays(-9)), m => m.Suspend(Announced, Today.AddDays(-1))),
            Join(participant, Announced.AddDays(-9), MembershipKind.Participant));
        Assert.Equal(new[] { old, onTheDay, back }.Order(), (await EligibleAsync(home.Id)).Order());
    }

    [Fact]
    public async Task Members_of_a_Society_within_it_are_on_its_roll_once_each_and_those_of_a_larger_one_are_not()
    {
        var (inside, outside) = (Id(), Id());
        await house.AddAsync(
            Join(inside, Announced), Membership.Join(inside, region.Id, MembershipKind.Member, Announced), Membership.Join(outside, region.Id, MembershipKind.Member, Announced));
        Assert.Equal([inside], await EligibleAsync(home.Id));
        Assert.Equal(new[] { inside, outside }.Order(), (await EligibleAsync(region.Id)).Order());
    }

    [Fact]
    public async Task Whoever_opened_the_original_is_off_that_roll_and_so_is_the_applicant()
    {
        var (reader, applicant, other) = (Id(), await house.AddPersonAsync("Marged@Okafor.example"), Id());
        await house.AddAsync(Join(reader, Announced), Join(applicant.Id, Announced), Join(other, Announced));
        await house.AddAsync(OriginalOpening.By(reader, application.Id, TestData.Start));
        Assert.Equal([other], await EligibleAsync(home.Id));
    }

    [Fact]
    public async Task Participants_are_invited_where_the_Society_lets_them_in()
    {
        var (member, guest) = (await house.AddPersonAsync("member@example.org"), await house.AddPersonAsync("guest@example.org"));
        await house.AddAsync(Join(member.Id, Announced), Join(guest.Id, Announced, MembershipKind.Participant));
        Assert.Equal(["guest@example.org", "member@example.org"], await InvitedAsync(withParticipants: true));
        Assert.Equal(["member@example.org"], await InvitedAsync(withParticipants: false));
        await house.InScopeAsync<DefectionDbContext, int>(async context =>
        {
            (await context.Set<Society>().SingleAsync(s => s.Id == home.Id)).Set(12, string.Empty, false, false, participantsMayAttend: false);
            return await context.SaveChangesAsync();
        });
        Assert.Equal(["member@example.org"], await InvitedAsync(withParticipants: true));
    }

    [Fact]
    public async Task An_accepted_applicant_becomes_a_Member_with_an_account_and_an_invitation_once()
    {
        Assert.True(await EnrolAsync("marged@okafor.example"));
        Assert.False(await EnrolAsync("marged@okafor.example"));
        Assert.IsType<AccountInvitation>(Assert.Single(house.Outbox.Letters));
        var (person, membership) = await house.InScopeAsync<DefectionDbContext, (Infrastructure.Identity.Person, Membership)>(
            async context => (await context.Users.SingleAsync(), await context.Set<Membership>().SingleAsync()));
        Assert.Equal((person.Id, home.Id, MembershipKind.Member, Today), (membership.PersonId, membership.SocietyId, membership.Kind, membership.JoinedOn));
        Assert.Equal("Marged Okafor", house.Vault.Open(new("Person", person.Id, "Name"), person.Name));
    }

    [Fact]
    public async Task Who_has_an_account_and_no_membership_gets_the_membership_alone()
    {
        var known = await house.AddPersonAsync("marged@okafor.example");
        Assert.True(await EnrolAsync("marged@okafor.example"));
        Assert.Empty(house.Outbox.Letters);
        Assert.Equal(known.Id, await house.InScopeAsync<DefectionDbContext, Guid>(context => context.Set<Membership>().Select(m => m.PersonId).SingleAsync()));
    }

    [Fact]
    public async Task An_applicant_who_is_a_Member_has_no_role_on_their_own_application()
    {
        var (applicant, researcher) = (await house.AddPersonAsync("Marged@Okafor.example"), await house.AddPersonAsync("research@example.org"));
        await house.AddAsync(
            RoleHolding.Appoint(applicant.Id, Role.Research, null, TestData.Start), RoleHolding.Appoint(researcher.Id, Role.Research, null, TestData.Start));
        Assert.Null(await StandingAsync(applicant.Id));
        Assert.Equal([Role.Research], (await StandingAsync(researcher.Id))!.Roles);

        Task<Standing?> StandingAsync(Guid person) =>
            house.InScopeAsync<Standings, Standing?>(standings => standings.OfCaseAsync(application.Reference, person));
    }

    private static Guid Id() => Guid.NewGuid();

    private static Membership With(Membership membership, Action<Membership> change)
    {
        change(membership);
        return membership;
    }

    private Membership Join(Guid person, DateOnly on, MembershipKind kind = MembershipKind.Member) => Membership.Join(person, home.Id, kind, on);

    private Task<IReadOnlyList<Guid>> EligibleAsync(Guid society) => house.InScopeAsync<ISocieties, IReadOnlyList<Guid>>(
        societies => societies.EligibleMembersAsync(society, application.Id, Today, Announced));

    private async Task<IEnumerable<string>> InvitedAsync(bool withParticipants) => (await house.InScopeAsync<ISocieties, IReadOnlyList<Addressee>>(
        societies => societies.AssemblyAsync(home.Id, Today, withParticipants))).Select(a => a.Email).Order(StringComparer.Ordinal);

    private async Task<bool> EnrolAsync(string email)
    {
        await using var scope = house.NewScope();
        var made = await scope.ServiceProvider.GetRequiredService<ISocieties>().EnrolAsync(application.Id, home.Id, "Marged Okafor", email, Today);
        await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().SaveChangesAsync();
        return made;
    }
}
