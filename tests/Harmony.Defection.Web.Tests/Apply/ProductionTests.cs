using System.Net;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>In Production the form does not open while the sample Kernel is in force, and only Operations reads why.</summary>
public sealed class ProductionTests(ProductionSite site) : IClassFixture<ProductionSite>
{
    [Fact]
    public async Task The_public_reads_that_the_form_is_closed_and_Operations_reads_why_until_the_Party_s_own_is_released()
    {
        using var visitor = site.NewBrowser();
        foreach (var path in (string[])["/", "/privacy", "/help"])
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("sample", page.Words, StringComparison.OrdinalIgnoreCase);
        }

        var start = await visitor.GetAsync("/");
        Assert.Contains("The form is not open at present.", start.Words, StringComparison.Ordinal);
        Assert.False(start.LeadsTo("/apply"));
        var refused = await visitor.LookAsync("/apply/tasks");
        Assert.Equal((HttpStatusCode.Conflict, "The form is not open at present"), (refused.Status, refused.Title));
        Assert.DoesNotContain("sample", refused.Words, StringComparison.OrdinalIgnoreCase);

        using var operations = await site.SignedInAsync("operations@harmony.example");
        Assert.Contains("The public form is closed: it still bears the sample Kernel", (await operations.GetAsync("/operations")).Words, StringComparison.Ordinal);
        await operations.GetAsync("/operations/releases");
        var draft = (await operations.PostFormAsync("/operations/releases")).Location!;
        var last = await operations.GetAsync($"{draft}/release");
        Assert.Contains("The Kernel is still the sample.", last.Words, StringComparison.Ordinal);
        Assert.Null(last.Document.QuerySelector("#Read"));
        await operations.GetAsync(draft);
        await operations.SendAsync(draft, ("Kernel", SampleTexts.Form.Kernel + "\n\nOne more line."));
        Assert.Equal(HttpStatusCode.Conflict, (await operations.ForgeAsync($"{draft}/release", ("Version", "2"), ("Read", "true"))).Status);
        Assert.Equal(1, await site.InDatabaseAsync(c => c.Set<FormRelease>().CountAsync()));

        await operations.GetAsync(draft);
        await operations.SendAsync(draft, ("Kernel", "### Our own\n\nBe kind."));
        await operations.GetAsync($"{draft}/release");
        Assert.Equal("/operations/releases", (await operations.PostFormAsync($"{draft}/release", ("Read", "true"))).Location);

        var open = await visitor.GetAsync("/");
        Assert.Contains("Defection Form, released 1 June 2026", open.Words, StringComparison.Ordinal);
        Assert.Equal("/apply/tasks", (await visitor.PostFormAsync("/apply")).Location);
        Assert.DoesNotContain("closed", (await operations.GetAsync("/operations")).Words, StringComparison.Ordinal);
    }
}
