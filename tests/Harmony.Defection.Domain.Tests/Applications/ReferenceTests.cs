using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Domain.Tests.Applications;

public sealed class ReferenceTests
{
    [Fact]
    public void A_reference_has_one_shape_and_no_characters_that_look_alike()
    {
        var references = Enumerable.Range(0, 500).Select(_ => Reference.New()).ToList();
        Assert.All(references, r => Assert.Matches("^HD-[2-9CDFGHJKMNPQRTVWX]{4}-[2-9CDFGHJKMNPQRTVWX]{2}$", r));
        Assert.All(references, r => Assert.Equal(Reference.Length, r.Length));
        Assert.True(references.Distinct().Count() > 490);
    }
}
