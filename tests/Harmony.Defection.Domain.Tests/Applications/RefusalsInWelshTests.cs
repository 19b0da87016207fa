using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Storage;
using Harmony.Defection.Domain.Wording;

namespace Harmony.Defection.Domain.Tests.Applications;

public sealed class RefusalsInWelshTests
{
    [Fact]
    public void Whoever_reads_Welsh_is_refused_in_Welsh()
    {
        using (Languages.Speak(Languages.Welsh))
        {
            Assert.Equal(
                "Newidiodd rhywun arall hwn yn y cyfamser. Ni chadwyd dim o’ch gwaith chi.",
                new ConcurrencyConflictException(new InvalidOperationException()).Message);
            Assert.Equal(
                "Mae eich cais wedi symud ymlaen, felly ni ellir gwneud hyn nawr. Mae eich tudalen yn dweud ble mae’n sefyll.",
                Assert.Throws<ProcessRuleException>(() => ApplicationProcess.Require(Step.CorrectForm, Stage.Accepted, Role.Applicant)).Message);
            Assert.StartsWith(
                "Nid ychwanegwyd “llun.png”: 60 MB",
                FileRoom.WhyFull(FilePurpose.Proof, isKeyed: false, [], "llun.png", FileRoom.LargestTogether + 1),
                StringComparison.Ordinal);
        }
    }
}
