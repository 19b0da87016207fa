using Harmony.Defection.Domain.Applications;

namespace Harmony.Defection.Domain.Tests.Applications;

/// <summary>Asserts which rule refused, by the sentence that people read.</summary>
internal static class Refusal
{
    /// <summary>The act is refused with this very sentence.</summary>
    public static void Of(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<ProcessRuleException>(act).Message);
}
