using System.Text;
using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;
using Harmony.Defection.Domain.Time;
using Harmony.Defection.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Sample;

/// <summary>Forms of the sample that came by post or e-mail, one in each state (P1).</summary>
internal sealed class KeyedSample(IServiceProvider services, WalkClock clock, Walk walk)
{
    private const string GeneralSecretary = "secretary.general@harmony.example", Research = "research.second@harmony.example";

    private const string Message = """
        From: Joss Abernathy <joss@abernathy.example>
        To: general.secretary@harmony.example
        Subject: My form
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Dear General Secretary,

        here is my form, typed below as I have no scanner.

        Full name: Joss Abernathy
        """;

    private const string Scan = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n";

    /// <summary>Makes them: begun, sent back, waiting for the second person, confirmed, answered, and one that came twice.</summary>
    public async Task MakeAsync()
    {
        await KeyAsync(7, Channel.Email, finish: false);
        var returned = await KeyAsync(4, Channel.Post, finish: true);
        await DoAsync(async (intake, draft) => await intake.SendBackAsync(
            draft, "The second phone number ends in 7 on the paper.", [nameof(FormQuestions.MobilePhone)], await walk.PersonAsync(Research)), returned);
        await KeyAsync(6, Channel.Post, finish: true, new AnswerGap(nameof(FormQuestions.JobStarted), GapKind.CannotBeRead, "the second job"));
        await ConfirmAsync(await KeyAsync(8, Channel.Post, finish: true, new AnswerGap(nameof(FormQuestions.Born), GapKind.LeftBlank)));
        var answered = await KeyAsync(10, Channel.Post, finish: true);
        await ConfirmAsync(answered);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeyedReplyDesk>().AnswerAsync(
            answered, isAsWritten: false, "The ward is Orchard Hill.", await walk.PersonAsync(GeneralSecretary), Role.GeneralSecretary);
        await ConfirmAsync(await KeyAsync(0, Channel.Post, finish: true));
    }

    private async Task<Guid> KeyAsync(int number, Channel channel, bool finish, params AnswerGap[] gaps)
    {
        await using var scope = services.CreateAsyncScope();
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        var area = await scope.ServiceProvider.GetRequiredService<DefectionDbContext>().Set<Society>().Where(s => s.Name == SampleWorld.Wexcombe)
            .Select(s => s.Id).SingleAsync();
        var release = (await scope.ServiceProvider.GetRequiredService<IDrafts>().ReleaseInForceAsync())!.Id;
        var draft = await intake.BeginKeyingAsync(channel, UkTime.Day(clock.Now()).AddDays(-2), release, await walk.PersonAsync(GeneralSecretary));
        var (name, type, content) = channel == Channel.Email ? ("form.eml", "message/rfc822", Message) : ("scan.pdf", "application/pdf", Scan);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await intake.AttachAsync(draft, FilePurpose.Source, name, type, stream);
        var answers = SampleAnswers.Of(number, area, draft.FormReleaseId, clock.Now().AddDays(-4), email: null) with { Gaps = gaps };
        await intake.KeepAsync(draft, gaps.Any(g => g.Question == nameof(FormQuestions.Born)) ? answers with { DateOfBirth = null } : answers);
        if (finish)
        {
            await intake.FinishKeyingAsync(draft);
        }

        return draft.Id;
    }

    private async Task ConfirmAsync(Guid id) => await DoAsync(
        async (intake, draft) => await intake.ConfirmKeyedAsync(draft, await walk.PersonAsync(Research), Role.Research), id);

    private async Task DoAsync(Func<Intake, Draft, Task> deed, Guid id)
    {
        await using var scope = services.CreateAsyncScope();
        var draft = await scope.ServiceProvider.GetRequiredService<IDrafts>().FindAsync(id);
        await deed(scope.ServiceProvider.GetRequiredService<Intake>(), draft!);
    }
}
