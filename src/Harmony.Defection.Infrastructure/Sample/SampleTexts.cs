using Harmony.Defection.Domain.Forms;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>The texts of the sample's form release. The Kernel is a sample in the project's own words and says so.</summary>
public static class SampleTexts
{
    private const string Mark = "This text stands in for the Party’s Ethical Kernel, which the Operational Working Group publishes.";

    /// <summary>Every text of the form.</summary>
    public static FormTexts Form { get; } = new(
        Kernel:
        """
        **Sample.** This text stands in for the Party’s Ethical Kernel, which the Operational Working Group publishes. It is not the Party’s own.

        ### The Four Principles

        1. **Compassion comes before justice.** Where the two pull apart, we choose what relieves suffering.
        2. **No harm that could be avoided.** We take no decision that directly brings an injury that could have been avoided, and we do not stand by while one happens.
        3. **Openness.** What we decide, and why, is open to Members and to the public, except where openness would hurt a person.
        4. **Consensus, within this Kernel.** Officials follow what the Party agrees, unless to follow it would breach this Kernel.

        ### How it is used

        Every policy, decision and candidate of the Party is held against these principles. They are changed only by the Party’s own votes.
        """,
        FourPrinciples:
        "If I am elected as a candidate of the Party, I will seek to adhere to the Four Principles. I understand that failure to do so may lead to mandatory reselection.",
        Consensus:
        "If my defection is accepted, I will follow Party Consensus. The Kernel says that officials need not follow a consensus that would breach it.",
        PrivateAccounts:
        "I promise to keep my private accounts private from now on: as an applicant, as a candidate, and in office. I understand that a breach could lead to reselection.",
        PrivacyNotice:
        """
        Your form is read by volunteers of the Research Working Group, who check it and talk with you. A copy without your contact details, date of birth, address, proof documents and private accounts is read by Members of the Constituency, City or Regional Society that decides.

        Joining a party is a political opinion, which the law protects specially. We use what you give us only to decide on your application, and only because you consent.

        If you are not accepted, what you gave us is deleted 6 months after the decision; if you withdraw, after 28 days. Proof documents are deleted at the decision. You may withdraw at any time before the outcome, on your private page.
        """,
        PostalAddress: "The General Secretary, Harmony Party, PO Box 1207, Wexcombe WX1 1HP");

    /// <summary>Whether a Kernel is the sample, or was made from it and still says that it stands in for the Party’s own.</summary>
    public static bool IsSample(string kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        return kernel.Contains(Mark, StringComparison.Ordinal) || kernel.ReplaceLineEndings("\n").Trim() == Form.Kernel.ReplaceLineEndings("\n").Trim();
    }
}
