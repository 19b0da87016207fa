using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Apply;
using Harmony.Defection.Domain.Evidence;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Infrastructure.Sample;
using Harmony.Defection.Infrastructure.Tests.Storage;
using Harmony.Defection.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Harmony.Defection.Infrastructure.Tests.Apply;

/// <summary>How much strangers may leave here, all together (RL1).</summary>
public sealed class IntakeLimitsTests : IAsyncLifetime
{
    private static readonly IntakeLimits Limits = new() { Drafts = 3, Applications = 1, Bytes = 100 };

    private Storehouse house = null!;

    public async Task InitializeAsync()
    {
        house = await Storehouse.CreateAsync();
        await house.AddAsync(FormRelease.Make(1, SampleTexts.Form, isSample: true, by: null, TestData.Start));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task No_form_is_begun_once_so_many_are()
    {
        for (var i = 0; i < Limits.Drafts; i++)
        {
            await WithIntakeAsync(intake => intake.BeginAsync(ReturnCode.New()));
        }

        var refusal = await Assert.ThrowsAsync<ProcessRuleException>(() => WithIntakeAsync(intake => intake.BeginAsync(ReturnCode.New())));
        Assert.StartsWith("More forms are being filled in than we can keep just now.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_is_taken_once_so_many_bytes_lie_here()
    {
        await WithIntakeAsync(async intake =>
        {
            var draft = await intake.BeginAsync(ReturnCode.New());
            await AttachAsync(intake, draft, 100);
            var refusal = await Assert.ThrowsAsync<ProcessRuleException>(() => AttachAsync(intake, draft, 1));
            Assert.StartsWith("There is no room for more files just now.", refusal.Message, StringComparison.Ordinal);
            return draft;
        });
        Assert.Equal(100, await house.InScopeAsync<IDrafts, long>(d => d.PendingBytesAsync()));
    }

    [Fact]
    public async Task No_form_is_sent_once_so_many_wait_for_Research_and_it_is_kept()
    {
        await WithIntakeAsync(SendAsync);
        var refusal = await Assert.ThrowsAsync<ProcessRuleException>(() => WithIntakeAsync(SendAsync));
        Assert.Equal("More applications have come in than we can take just now. Yours is kept: send it again tomorrow.", refusal.Message);
        Assert.Equal((1, 1), await house.InScopeAsync<IDrafts, (int, int)>(async d => (await d.PendingDraftsAsync(), await d.PendingApplicationsAsync())));
    }

    private static async Task<Draft> SendAsync(Intake intake)
    {
        var draft = await intake.BeginAsync(ReturnCode.New());
        await intake.KeepAsync(draft, TestData.Answers(draft.FormReleaseId));
        await intake.SubmitAsync(draft);
        return draft;
    }

    private static async Task AttachAsync(Intake intake, Draft draft, int size)
    {
        using var content = new MemoryStream(new byte[size]);
        await intake.AttachAsync(draft, FilePurpose.Proof, "bill.pdf", "application/pdf", content);
    }

    private async Task<Draft> WithIntakeAsync(Func<Intake, Task<Draft>> deed)
    {
        await using var scope = house.NewScope();
        var intake = ActivatorUtilities.CreateInstance<Intake>(scope.ServiceProvider, Limits);
        return await deed(intake);
    }
}
