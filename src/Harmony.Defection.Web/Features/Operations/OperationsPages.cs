using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Infrastructure.Correspondence;

namespace Harmony.Defection.Web.Features.Operations;

/// <summary>What the Operational Working Group sees first.</summary>
/// <param name="Release">The form release in force; nothing before the first.</param>
/// <param name="Societies">How many Societies there are.</param>
/// <param name="People">How many open accounts there are.</param>
/// <param name="Outbox">How the outbox stands.</param>
/// <param name="InProduction">Whether the sample keeps the public form closed.</param>
public sealed record OverviewPage(ReleaseRow? Release, int Societies, int People, OutboxCounts Outbox, bool InProduction);

/// <summary>One Society in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Within">The next larger Society.</param>
/// <param name="Members">How many Members it has today, by their own memberships in it.</param>
/// <param name="Participants">How many Participants, likewise.</param>
/// <param name="Secretaries">Its secretaries and deputies.</param>
public sealed record SocietyRow(
    Guid Id, string Name, SocietyKind Kind, string? Within, int Members, int Participants, IReadOnlyList<string> Secretaries);

/// <summary>What the outbox holds.</summary>
public sealed record MailPage(OutboxCounts Counts, IReadOnlyList<GivenUpLetter> GivenUp);

/// <summary>A grave step, with what it comes to, before it is done.</summary>
/// <param name="Title">The page's title, a question.</param>
/// <param name="Text">What it comes to.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Path">Where it is posted.</param>
/// <param name="Back">Where the reader goes instead.</param>
public sealed record ConfirmPage(string Title, string Text, string Button, string Path, string Back);
