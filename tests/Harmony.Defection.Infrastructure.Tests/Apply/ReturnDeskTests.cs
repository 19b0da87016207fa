using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Correspondence.Letters;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Harmony.Defection.Infrastructure.Privacy.Audit;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Harmony.Defection.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Tests.Apply;

/// <summary>Leaving a form and coming back to it, and what may be sent to whom, through the database.</summary>
public sealed class ReturnDeskTests : IAsyncLifetime
{
    private const string Email = "marged@okafor.example";

    private Storehouse house = null!;

    public async Task InitializeAsync()
    {
        house = await Storehouse.CreateAsync();
        await house.AddAsync(FormRelease.Make(1, SampleTexts.Form, isSample: true, by: null, TestData.Start));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_shown_code_opens_its_draft_and_is_stored_as_a_hash_alone()
    {
        var (draft, code) = await BeginAsync();
        Assert.Equal(draft, (await DeskAsync(d => d.OpenByCodeAsync(code.ToLowerInvariant())))!.Id);
        Assert.Null(await DeskAsync(d => d.OpenByCodeAsync(ReturnCode.New())));
        var row = await house.InScopeAsync<DefectionDbContext, Draft>(c => c.Set<Draft>().AsNoTracking().SingleAsync());
        Assert.Equal(64, row.ReturnCodeHash!.Length);
        Assert.Equal(["draft.returned", "draft.return-refused"], await TrailAsync());
    }

    [Fact]
    public async Task A_new_code_takes_the_place_of_the_one_before()
    {
        var (draft, code) = await BeginAsync();
        var second = await OnDraftAsync(draft, (desk, d) => desk.GiveCodeAsync(d));
        Assert.Null(await DeskAsync(d => d.OpenByCodeAsync(code)));
        Assert.NotNull(await DeskAsync(d => d.OpenByCodeAsync(second)));
    }

    [Fact]
    public async Task A_draft_that_has_expired_is_opened_by_no_code()
    {
        var (_, code) = await BeginAsync();
        house.Clock.Advance(TimeSpan.FromDays(Draft.KeptDays));
        Assert.Null(await DeskAsync(d => d.OpenByCodeAsync(code)));
    }

    [Fact]
    public async Task An_address_is_confirmed_by_the_code_that_went_to_it_and_another_address_undoes_that()
    {
        var (draft, _) = await BeginAsync(Email);
        await OnDraftAsync(draft, async (desk, d) =>
        {
            await desk.SendConfirmationAsync(d);
            return true;
        });
        var letter = Assert.IsType<OneTimeCode>(Assert.Single(house.Outbox.Letters));
        Assert.Equal((Email, ReturnDesk.ConfirmPath), (letter.Recipient, letter.Link.Value));
        Assert.False(await OnDraftAsync(draft, (desk, d) => desk.ConfirmAsync(d, Wrong(letter.Code))));
        Assert.True(await OnDraftAsync(draft, (desk, d) => desk.ConfirmAsync(d, letter.Code)));
        Assert.Equal(house.Clock.Now(), (await FindAsync(draft)).EmailConfirmedAt);

        await KeepEmailAsync(draft, "  MARGED@okafor.example");
        Assert.NotNull((await FindAsync(draft)).EmailConfirmedAt);
        await KeepEmailAsync(draft, "another@okafor.example");
        Assert.Null((await FindAsync(draft)).EmailConfirmedAt);
        await KeepEmailAsync(draft, Email);
        Assert.Null((await FindAsync(draft)).EmailConfirmedAt);
    }

    [Fact]
    public async Task A_code_opens_the_form_of_a_confirmed_address_alone()
    {
        var (draft, _) = await BeginAsync(Email);
        await AskAsync(Email);
        Assert.Empty(house.Outbox.Letters);

        await ConfirmAsync(draft);
        house.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync("Marged@Okafor.example ");
        var letter = Assert.IsType<OneTimeCode>(Assert.Single(house.Outbox.Letters));
        Assert.Equal((Email, ReturnDesk.ReturnPath), (letter.Recipient, letter.Link.Value));
        Assert.Equal(draft, (await OpenAsync(letter.Code))!.Id);
        Assert.Null(await OpenAsync(letter.Code));
    }

    [Fact]
    public async Task Five_wrong_codes_wear_the_right_one_out()
    {
        var (draft, _) = await BeginAsync(Email);
        await ConfirmAsync(draft);
        await AskAsync(Email);
        var code = ((OneTimeCode)house.Outbox.Letters.Single()).Code;
        for (var i = 0; i < EmailedCode.MostTries; i++)
        {
            Assert.Null(await OpenAsync(Wrong(code)));
        }

        Assert.Null(await OpenAsync(code));
    }

    [Fact]
    public async Task Asking_leaves_the_same_rows_whether_the_address_is_known_or_not_and_one_mail_an_hour()
    {
        var (draft, _) = await BeginAsync(Email);
        await ConfirmAsync(draft);
        for (var i = 0; i < 3; i++)
        {
            await AskAsync(Email);
            await AskAsync("stranger@nowhere.example");
            house.Clock.Advance(TimeSpan.FromMinutes(19));
        }

        Assert.Single(house.Outbox.Letters);
        var rows = await CodesAsync();
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].MadeAt, rows[1].MadeAt);
        Assert.All(rows, r => Assert.NotNull(r.CodeHash));
    }

    [Fact]
    public async Task Fifty_forms_that_name_one_address_and_are_sent_cause_one_mail_to_it_without_a_word_of_theirs()
    {
        for (var i = 0; i < 50; i++)
        {
            var (draft, _) = await BeginAsync(Email);
            await OnDraftAsync(draft, async (desk, d) =>
            {
                await desk.SendConfirmationAsync(d);
                return true;
            });
            await SubmitAsync(draft);
        }

        Assert.Equal(50, await house.InScopeAsync<DefectionDbContext, int>(c => c.Set<DefectionApplication>().CountAsync()));
        var letter = Assert.IsType<OneTimeCode>(Assert.Single(house.Outbox.Letters));
        Assert.Equal(Email, letter.Recipient);
    }

    [Fact]
    public async Task A_form_with_a_confirmed_address_is_answered_by_mail_and_one_without_by_post()
    {
        var (confirmed, _) = await BeginAsync(Email);
        await ConfirmAsync(confirmed);
        await SubmitAsync(confirmed);
        Assert.IsType<MessageWaiting>(Assert.Single(house.Outbox.Letters));
        var (other, _) = await BeginAsync("never@confirmed.example");
        await SubmitAsync(other);
        Assert.Single(house.Outbox.Letters);

        var (first, second) = await house.InScopeAsync<DefectionDbContext, (DefectionApplication, DefectionApplication)>(async c => (
            await c.Set<DefectionApplication>().AsNoTracking().SingleAsync(a => a.Id == confirmed),
            await c.Set<DefectionApplication>().AsNoTracking().SingleAsync(a => a.Id == other)));
        Assert.Equal((true, true), (first.HasEmail, first.EmailConfirmedAt is not null));
        Assert.Equal((false, false), (second.HasEmail, second.EmailConfirmedAt is not null));
        var posted = await house.InScopeAsync<DefectionDbContext, List<Guid>>(
            c => c.Set<ApplicantLetter>().Where(l => l.ByPost).Select(l => l.ApplicationId).ToListAsync());
        Assert.Equal([other], posted);
    }

    [Fact]
    public async Task Codes_of_no_use_are_forgotten_after_thirty_days()
    {
        await AskAsync("stranger@nowhere.example");
        house.Clock.Advance(TimeSpan.FromDays(EmailedCode.KeptDays));
        Assert.Equal(0, await DeskAsync(d => d.DiscardOldCodesAsync()));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await DeskAsync(d => d.DiscardOldCodesAsync()));
        Assert.Empty(await CodesAsync());
    }

    private static string Wrong(string figures) => figures == "000000" ? "000001" : "000000";

    private Task<T> DeskAsync<T>(Func<ReturnDesk, Task<T>> deed) => house.InScopeAsync(deed);

    private Task<Draft?> OpenAsync(string typed) => DeskAsync(d => d.OpenByEmailAsync(d.HashOf(Email), typed));

    private Task AskAsync(string email) => DeskAsync(async d =>
    {
        await d.AskAsync(email);
        return true;
    });

    private async Task<(Guid Id, string Code)> BeginAsync(string? email = null)
    {
        var code = ReturnCode.New();
        var id = await house.InScopeAsync<Intake, Guid>(async i => (await i.BeginAsync(code)).Id);
        if (email is not null)
        {
            await KeepEmailAsync(id, email);
        }

        return (id, code);
    }

    private async Task<T> OnDraftAsync<T>(Guid draft, Func<ReturnDesk, Draft, Task<T>> deed)
    {
        await using var scope = house.NewScope();
        var found = await scope.ServiceProvider.GetRequiredService<IDrafts>().FindAsync(draft);
        return await deed(scope.ServiceProvider.GetRequiredService<ReturnDesk>(), found!);
    }

    private async Task KeepEmailAsync(Guid draft, string email)
    {
        await using var scope = house.NewScope();
        var found = (await scope.ServiceProvider.GetRequiredService<IDrafts>().FindAsync(draft))!;
        var answers = TestData.Answers(found.FormReleaseId);
        await scope.ServiceProvider.GetRequiredService<Intake>().KeepAsync(found, answers with { Contact = answers.Contact! with { Email = email } });
    }

    private async Task ConfirmAsync(Guid draft)
    {
        await using var scope = house.NewScope();
        var found = (await scope.ServiceProvider.GetRequiredService<IDrafts>().FindAsync(draft))!;
        found.ConfirmEmail(house.Clock.Now(), house.Vault);
        await scope.ServiceProvider.GetRequiredService<IApplications>().SaveAsync();
    }

    private async Task SubmitAsync(Guid draft)
    {
        await using var scope = house.NewScope();
        var found = (await scope.ServiceProvider.GetRequiredService<IDrafts>().FindAsync(draft))!;
        await scope.ServiceProvider.GetRequiredService<Intake>().SubmitAsync(found);
    }

    private Task<Draft> FindAsync(Guid draft) =>
        house.InScopeAsync<DefectionDbContext, Draft>(c => c.Set<Draft>().AsNoTracking().SingleAsync(d => d.Id == draft));

    private Task<List<EmailedCode>> CodesAsync() =>
        house.InScopeAsync<DefectionDbContext, List<EmailedCode>>(c => c.Set<EmailedCode>().AsNoTracking().ToListAsync());

    private Task<List<string>> TrailAsync() => house.InScopeAsync<DefectionDbContext, List<string>>(
        c => c.Set<AuditEntry>().OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync());
}
