namespace Harmony.Defection.Domain.Correspondence.Letters;

/// <summary>
/// To whoever fills in a form and has asked for it: a code of six figures. Its subject is the one of every message to applicants, and its text
/// says nothing of what the code is for (rule 29).
/// </summary>
/// <param name="Recipient">The address on the form.</param>
/// <param name="Code">The six figures.</param>
/// <param name="UsableUntil">When the code stops being of use, in UTC.</param>
/// <param name="Link">The page on which it is typed in.</param>
public sealed record OneTimeCode(string Recipient, string Code, DateTime UsableUntil, SitePath Link) : Letter(Recipient);
