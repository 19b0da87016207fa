namespace Harmony.Defection.Domain.Tests.Documents;

public sealed class ProcessPageTests
{
    [Fact]
    public void The_page_on_the_process_says_what_the_code_says()
    {
        var written = ProcessPage.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf("docs", "process.md"), written);
        }

        Assert.True(
            written == Repository.ReadPage("process.md"),
            "docs/process.md is stale. Look at what changed in the table, then run these tests with UPDATE_DOCS=1 and commit the page.");
    }
}
