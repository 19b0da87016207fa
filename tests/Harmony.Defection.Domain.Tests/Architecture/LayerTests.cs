using ArchUnitNET.Fluent.Syntax.Elements.Types;
using ArchUnitNET.Loader;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Infrastructure;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Type = System.Type;

namespace Harmony.Defection.Domain.Tests.Architecture;

/// <summary>Three projects, one direction; and assemblies that can read nothing but their copy (P6).</summary>
public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Stage).Assembly;
    private static readonly Assembly Storage = typeof(StorageOptions).Assembly;
    private static readonly Assembly Web = Assembly.Load("Harmony.Defection.Web");

    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(Domain, Storage, Web).Build();

    // What only Research may see, and the General Secretary for post.
    private static readonly Type[] Originals =
    [
        typeof(ApplicationForm), typeof(FormAnswers), typeof(NameAnswer), typeof(ContactAnswer), typeof(EmploymentAnswer), typeof(AreaAnswer),
        typeof(AccountsAnswer), typeof(LookUpEntry), typeof(Draft), typeof(IDrafts), typeof(StoredFile), typeof(IFileStore), typeof(Check),
        typeof(ContactEntry), typeof(AdverseFinding), typeof(NotGenuineProposal), typeof(SanitisingWork), typeof(SanitisingState),
    ];

    [Fact]
    public void The_domain_needs_nothing_but_the_framework()
    {
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));
        var project = File.ReadAllText(Documents.Repository.PathOf("src", "Harmony.Defection.Domain", "Harmony.Defection.Domain.csproj"));
        Assert.DoesNotContain("Reference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void The_infrastructure_does_not_know_the_web() =>
        Assert.DoesNotContain(Storage.GetReferencedAssemblies(), a => a.Name == Web.GetName().Name);

    [Fact]
    public void Pages_of_an_assembly_and_of_its_secretaries_can_name_the_copy_and_no_original()
    {
        // The classes of compiled pages bear their folders in their names.
        var rooms = Types().That().HaveFullNameMatching(
            @"^(Harmony\.Defection\.Web\.|AspNetCoreGeneratedDocument\.)Features[._](Assembly|Balloting|Deliberation|Hustings|Allocation)[._]");
        var violations = Violations(rooms);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public void That_rule_sees_an_original_where_one_is_named() =>
        Assert.NotEmpty(Violations(Types().That().Are(typeof(Intake))));

    private static List<string> Violations(GivenTypesConjunction rooms) =>
    [
        .. rooms.Should().NotDependOnAny(Types().That().Are(Originals)).WithoutRequiringPositiveResults().Evaluate(Code)
            .Where(result => !result.Passed).Select(result => result.Description),
    ];
}
