using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Web.Features.Shared.TagHelpers;

namespace Harmony.Defection.Web.Features.Shared;

/// <summary>The program's own words with the Party's names in them (rule 26).</summary>
public static class PartyWords
{
    /// <summary>What happened, in the Party's words; notes, which people wrote, stay as they are.</summary>
    public static IReadOnlyList<TimelineItem> InOurWords(this PartyNames party, IEnumerable<TimelineItem> items) =>
    [
        .. items.Select(i => i with { What = party.InOurWords(i.What), Who = i.Who is null ? null : party.InOurWords(i.Who) }),
    ];
}
