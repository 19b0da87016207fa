using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Identity;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>A person of the sample, with the roles by which they are known there.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Does">What they are, in words.</param>
/// <param name="Role">Their appointment, if they have one.</param>
/// <param name="RoleIn">The Society of a Society's secretary.</param>
/// <param name="Belongs">Where they belong.</param>
/// <param name="Kind">As what they belong there.</param>
public sealed record SamplePerson(
    string Name, string Email, string Does, Role? Role = null, string? RoleIn = null, string? Belongs = null, MembershipKind Kind = MembershipKind.Member);

/// <summary>
/// An invented Party to try everything on: a form release with the sample Kernel, Societies of each kind, people of every role. All names
/// are made up; all share one password.
/// </summary>
public static class SampleWorld
{
    /// <summary>The password of everybody in the sample.</summary>
    public const string Password = "swallows over the weir";

    /// <summary>Names of the sample's Societies.</summary>
    public const string Wexcombe = "Wexcombe Constituency Society",
        DeneVale = "Dene Vale Constituency Society",
        PortAldric = "Port Aldric City Society",
        Saltshire = "Saltshire Regional Society",
        Elections = "Society for Elections";

    /// <summary>Everybody in the sample.</summary>
    public static IReadOnlyList<SamplePerson> People { get; } =
    [
        new("Hester Quill", "operations@harmony.example", "Operational Working Group", Role.Operations),
        new("Idris Pennant", "secretary.general@harmony.example", "General Secretary", Role.GeneralSecretary),
        new("Priya Nand", "research@harmony.example", "Research", Role.Research),
        new("Tomas Beel", "research.second@harmony.example", "Research, a second person", Role.Research),
        new("Mair Tudful", "committee@harmony.example", "Committee for Resolutions", Role.CommitteeForResolutions),
        new("Fergus Oyelaran", "elections@harmony.example", "Society for Elections", Role.SocietyForElections),
        new("Ottilie Marsh", "wexcombe@harmony.example", "Secretary and Member, Wexcombe", Role.SocietySecretary, Wexcombe, Wexcombe),
        new("Noor Castellan", "dene.vale@harmony.example", "Secretary and Member, Dene Vale", Role.SocietySecretary, DeneVale, DeneVale),
        new("Bram Hollis", "port.aldric@harmony.example", "Secretary and Member, Port Aldric", Role.SocietySecretary, PortAldric, DeneVale),
        new("Sunniva Blythe", "saltshire@harmony.example", "Secretary and Member, Saltshire", Role.SocietySecretary, Saltshire, Wexcombe),
        new("Anwen Stokes", "member@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Callum Reyes", "member.two@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Delyth Farrow", "member.three@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Ezra Whitlock", "member.four@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Farida Moss", "member.five@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Gethin Okoro", "member.six@harmony.example", "Member, Wexcombe", Belongs: Wexcombe),
        new("Hanne Prior", "participant@harmony.example", "Participant, Wexcombe", Belongs: Wexcombe, Kind: MembershipKind.Participant),
        new("Ines Calloway", "dene.member@harmony.example", "Member, Dene Vale", Belongs: DeneVale),
        new("Jago Linton", "dene.member.two@harmony.example", "Member, Dene Vale", Belongs: DeneVale),
        new("Kezia Thorne", "dene.participant@harmony.example", "Participant, Dene Vale", Belongs: DeneVale, Kind: MembershipKind.Participant),
    ];

    /// <summary>Whether the database holds no people yet.</summary>
    public static async Task<bool> IsMissingAsync(DefectionDbContext context, CancellationToken cancellation = default) =>
        !await context.Users.AnyAsync(cancellation);

    /// <summary>Makes form release, Societies and people, in a scope of the given services.</summary>
    /// <param name="services">A scope.</param>
    /// <param name="at">The moment at which everybody has joined, in UTC.</param>
    /// <param name="cancellation">Stops before anything is saved.</param>
    public static async Task MakeAsync(IServiceProvider services, DateTime at, CancellationToken cancellation = default)
    {
        var context = services.GetRequiredService<DefectionDbContext>();
        context.Add(FormRelease.Make(1, SampleTexts.Form, isSample: true, by: null, at));
        var societies = MakeSocieties();
        context.AddRange(societies.Values);
        await AddPeopleAsync(services, context, societies, at);
        await context.SaveChangesAsync(cancellation);
    }

    private static Dictionary<string, Society> MakeSocieties()
    {
        var region = Society.Found(Saltshire, SocietyKind.Regional);
        var city = Society.Found(PortAldric, SocietyKind.City, region.Id);
        var wexcombe = Society.Found(Wexcombe, SocietyKind.Constituency, region.Id);
        wexcombe.Set(12, "working, volunteering or having family in the constituency", offersDiscussion: true, participantsMayRead: false, participantsMayAttend: true);
        Society[] all =
        [
            region, city, wexcombe, Society.Found(DeneVale, SocietyKind.Constituency, city.Id), Society.Found(Elections, SocietyKind.Elections),
        ];
        return all.ToDictionary(s => s.Name, StringComparer.Ordinal);
    }

    private static async Task AddPeopleAsync(
        IServiceProvider services, DefectionDbContext context, Dictionary<string, Society> societies, DateTime at)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var vault = services.GetRequiredService<IVault>();
        string? hash = null;
        foreach (var sample in People)
        {
            var person = new Person(vault, sample.Name, sample.Email, at) { SecurityStamp = Guid.NewGuid().ToString("N"), EmailConfirmed = true };
            person.PasswordHash = hash ??= people.PasswordHasher.HashPassword(person, Password);
            await people.UpdateNormalizedUserNameAsync(person);
            await people.UpdateNormalizedEmailAsync(person);
            context.Add(person);
            if (sample.Role is { } role)
            {
                context.Add(RoleHolding.Appoint(person.Id, role, sample.RoleIn is null ? null : societies[sample.RoleIn].Id, at));
            }

            if (sample.Belongs is { } society)
            {
                context.Add(Membership.Join(person.Id, societies[society].Id, sample.Kind, UkTime.Day(at)));
            }
        }
    }
}
