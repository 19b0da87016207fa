using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Harmony.Defection.Domain.Tests.Documents;

public sealed partial class DependenciesPageTests
{
    [Fact]
    public void Every_package_is_listed_once_with_a_reason_and_a_licence()
    {
        var named = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var listed = Row().Matches(Repository.ReadPage("dependencies.md")).Select(m => m.Groups["package"].Value).ToList();
        Assert.Equal(named.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| (?<package>[A-Za-z][A-Za-z0-9.\-]+) \| [^|]{4,} \| [A-Z][A-Za-z0-9.\- ]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
