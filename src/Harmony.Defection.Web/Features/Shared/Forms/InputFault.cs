namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>What is wrong with an answer that has several parts, and which part to mend.</summary>
/// <param name="Part">The name of the part's property, such as "Year".</param>
/// <param name="Message">How to mend it, as a sentence without a full stop.</param>
public sealed record InputFault(string Part, string Message);
