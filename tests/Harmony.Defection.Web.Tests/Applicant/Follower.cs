using System.Net.Http.Headers;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Privacy;
using Harmony.Defection.Domain.Research;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Testing.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Web.Tests.Applicant;

/// <summary>Shorter ways for tests of the applicant's own pages.</summary>
internal static class Follower
{
    /// <summary>A link to an application that works now.</summary>
    public static Task<string> FreshLinkAsync(this TestSite site, Guid id) => site.UseAsync<DefectionDbContext, string>(async d =>
    {
        var (link, token) = ApplicantLink.Make(id, site.Clock.Now());
        d.Add(link);
        await d.SaveChangesAsync();
        return token;
    });

    /// <summary>Sets that the applicant never proved their e-mail address.</summary>
    public static Task<int> UnconfirmEmailAsync(this TestSite site, Guid id) => site.InDatabaseAsync(d => d.WriteAsync(() => d.Set<DefectionApplication>()
        .Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.EmailConfirmedAt, (DateTime?)null))));

    /// <summary>Uploads files on the applicant's page of documents.</summary>
    public static async Task<Page> AddDocumentsAsync(this Browser browser, string token, params (string Name, byte[] Content)[] files)
    {
        var path = $"/application/{token}/add-document";
        var form = (await browser.GetAsync(path)).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent { { new StringContent(form), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "Files", FileNameStar = name };
            content.Add(part);
        }

        return await browser.PostAsync(path, content);
    }

    /// <summary>Everything sealed that others wrote, the names of those who work on the case, and words that would tell what passed.</summary>
    public static async Task<IReadOnlyList<string>> SecretsAsync(this TestSite site, Guid id)
    {
        var vault = site.Services.GetRequiredService<IVault>();
        var secrets = await site.InDatabaseAsync(async d =>
        {
            var found = new List<string>();
            foreach (var entry in await d.Set<Contribution>().AsNoTracking().Where(e => e.ApplicationId == id).ToListAsync())
            {
                found.Add(vault.Open(entry, nameof(Contribution.Text), entry.Text));
            }

            foreach (var check in await d.Set<Check>().AsNoTracking().Where(c => c.ApplicationId == id).ToListAsync())
            {
                AddIfAny(vault, found, check, nameof(Check.Note), check.Note);
                AddIfAny(vault, found, check, nameof(Check.Source), check.Source);
            }

            foreach (var contact in await d.Set<ContactEntry>().AsNoTracking().Where(c => c.ApplicationId == id).ToListAsync())
            {
                AddIfAny(vault, found, contact, nameof(ContactEntry.Said), contact.Said);
            }

            foreach (var entry in await d.Set<HistoryEntry>().AsNoTracking().Where(h => h.ApplicationId == id).ToListAsync())
            {
                AddIfAny(vault, found, entry, nameof(HistoryEntry.Note), entry.Note);
            }

            return found;
        });
        secrets.AddRange(Infrastructure.Sample.SampleWorld.People.Select(p => p.Name));
        secrets.AddRange(["seconded", "stand aside", "concern", "finding proposed", "no consensus was", "turnout"]);
        return secrets;
    }

    private static void AddIfAny(IVault vault, List<string> found, ISealedRow row, string field, Sealed? value)
    {
        if (value is { } some)
        {
            found.Add(vault.Open(row, field, some));
        }
    }
}
