using System.Net;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Testing.Site;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Harmony.Defection.Web.Tests.Apply;

/// <summary>The form without a release, with a new one, and with the sample (F2 to F5).</summary>
public sealed class ReleaseTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Without_a_release_the_form_does_not_open_and_says_so()
    {
        await ReleaseAsync(SampleTexts.Form, isSample: true);
        using var browser = site.NewBrowser();
        await browser.GetAsync("/");
        await site.InDatabaseAsync(async d =>
        {
            // The database keeps releases: only a test takes them away.
            await d.Database.ExecuteSqlRawAsync("DROP TRIGGER TR_FormReleases_NoDelete");
            return await d.WriteAsync(() => d.Set<FormRelease>().ExecuteDeleteAsync());
        });
        var refused = await browser.ForgeAsync("/apply");
        Assert.Equal((HttpStatusCode.Conflict, "The form is not open at present"), (refused.Status, refused.Title));
        var start = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, start.Status);
        Assert.Contains("The form is not open at present.", start.Words, StringComparison.Ordinal);
        Assert.False(start.LeadsTo("/apply"));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.LookAsync("/apply/name")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/privacy")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/help")).Status);
    }

    [Fact]
    public async Task A_new_release_is_agreed_to_anew_before_the_form_is_sent()
    {
        await ReleaseAsync(SampleTexts.Form, isSample: true);
        using var browser = await site.FillInAsync();
        Assert.Equal("Check your answers", browser.Shown.Title);
        await browser.GetAsync("/apply/undertakings");
        await ReleaseAsync(SampleTexts.Form with { Consensus = "I will follow Party Consensus, as it now reads." }, isSample: false);

        var stale = await browser.PostFormAsync("/apply/undertakings");
        Assert.Contains("released anew while you read it", Assert.Single(stale.Errors), StringComparison.Ordinal);
        Assert.Contains("as it now reads", stale.Words, StringComparison.Ordinal);
        Assert.Empty(stale.Document.QuerySelectorAll("input[type=checkbox][checked]"));
        Assert.Equal("/apply/tasks", (await browser.ForgeAsync("/apply/send")).Location);

        await browser.AnswerAsync("/apply/undertakings", (await site.PartsAsync()).Single(p => p.Path == "/apply/undertakings").Values);
        Assert.Equal("We have your application", (await browser.SendAsync("/apply/send")).Title);
        var (used, newest) = await site.InDatabaseAsync(async d => (
            await d.Set<DefectionApplication>().OrderByDescending(a => a.StageSince).Select(a => a.FormReleaseId).FirstAsync(),
            await d.Set<FormRelease>().OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync()));
        Assert.Equal(newest, used);
    }

    [Theory]
    [InlineData("Production", true, false)]
    [InlineData("Production", false, true)]
    [InlineData("Development", true, true)]
    public async Task The_sample_opens_no_form_in_Production(string environment, bool isSample, bool isOpen)
    {
        await ReleaseAsync(SampleTexts.Form, isSample);
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        var session = ActivatorUtilities.CreateInstance<FormSession>(scope.ServiceProvider, new Surroundings { EnvironmentName = environment });
        await session.OpenAsync();
        Assert.Equal(isOpen, session.IsOpen);
    }

    private Task<int> ReleaseAsync(FormTexts texts, bool isSample) => site.InDatabaseAsync(async d =>
    {
        var last = await d.Set<FormRelease>().MaxAsync(r => (int?)r.Number) ?? 0;
        d.Add(FormRelease.Make(last + 1, texts, isSample, by: null, site.Clock.Now()));
        return await d.SaveChangesAsync();
    });

    private sealed class Surroundings : IHostEnvironment
    {
        public required string EnvironmentName { get; set; }

        public string ApplicationName { get; set; } = "Harmony.Defection.Web";

        public string ContentRootPath { get; set; } = string.Empty;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
