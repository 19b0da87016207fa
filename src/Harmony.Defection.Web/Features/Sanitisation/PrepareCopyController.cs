using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Sanitisation;
using Harmony.Defection.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Sanitisation;

/// <summary>A researcher decides what leaves the assembly's copy (P6, rules 6 and 7).</summary>
[Route("cases/{reference}"), OnCase(Role.Research), Settled]
public sealed class PrepareCopyController(CaseContext current, CurrentPerson person, SanitisingDesk desk, CopyQueries queries) : DefectionController
{
    private string Path => $"/cases/{current.Reference}/prepare-copy";

    /// <summary>The texts and what is decided about them. Before the first time the reader is told what opening them means (rule 15).</summary>
    [HttpGet("prepare-copy"), HttpGet("sanitise")]
    public async Task<IActionResult> Prepare()
    {
        current.Require(Step.PrepareCopy);
        return current.Standing.Case.OpenedOriginal
            ? View(PrepareForm.Of(await OpenAsync()))
            : View("BeforeOpening", await queries.HeadAsync(current.Id));
    }

    /// <summary>The researcher opens the original's texts.</summary>
    [HttpPost("prepare-copy/open")]
    public async Task<IActionResult> Open()
    {
        current.Require(Step.PrepareCopy);
        await desk.OpenAsync(current.Id, person.Id);
        return Redirect(Path);
    }

    /// <summary>Keeps decisions, wordings and added removals; prepares the copy when asked to and all is decided.</summary>
    [HttpPost("prepare-copy")]
    public async Task<IActionResult> Prepare(PrepareForm form)
    {
        current.Require(Step.PrepareCopy);
        SanitisingState? state = null;
        if (!ModelState.IsValid || !await TryAsync(async () => state = await desk.SaveAsync(current.Id, form.Change(), person.Id, form.Version)))
        {
            return View(await RefillAsync(form));
        }

        if (form.Do != PrepareButtons.Prepare)
        {
            Say(form.Do == PrepareButtons.Add ? "The words are removed wherever they stood." : "Your decisions are saved.");
            return Redirect(Path);
        }

        if (state!.OpenRulings > 0)
        {
            AskForOpen(state);
            return View(await RefillAsync(form));
        }

        if (!await TryAsync(() => desk.PrepareAsync(current.Id, person.Id)))
        {
            return View(await RefillAsync(form));
        }

        Say("The copy is prepared. Another researcher reads and releases it.");
        return Redirect($"/cases/{current.Reference}");
    }

    private void AskForOpen(SanitisingState state)
    {
        for (var i = 0; i < state.Rulings.Count; i++)
        {
            if (state.Rulings[i].Kind == RulingKind.Open)
            {
                ModelState.AddModelError($"{nameof(PrepareForm.Decisions)}[{i}].{nameof(DecisionForm.Kind)}", $"Number {i + 1}: choose whether it is removed or kept");
            }
        }
    }

    private async Task<PreparePage> OpenAsync() => await queries.PrepareAsync(current.Id, person.Id, await desk.OpenAsync(current.Id, person.Id));

    /// <summary>The form again, as the work stands now, with what was typed where it still fits.</summary>
    private async Task<PrepareForm> RefillAsync(PrepareForm typed)
    {
        var form = PrepareForm.Of(await OpenAsync());
        if (form.Version != typed.Version && ModelState[string.Empty] is { Errors.Count: > 0 } refusal)
        {
            // Others changed the work: what was posted by number may now stand elsewhere.
            var sentence = refusal.Errors[0].ErrorMessage;
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, sentence);
        }

        var byKey = typed.Decisions.Where(d => d.Key is not null).GroupBy(d => d.Key!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var decision in form.Decisions)
        {
            if (byKey.TryGetValue(decision.Key!, out var earlier))
            {
                (decision.Kind, decision.Reason) = (earlier.Kind, earlier.Reason);
            }
        }

        foreach (var wording in form.Findings)
        {
            if (typed.Findings.Find(f => f.Item == wording.Item) is { } earlier)
            {
                (wording.Statement, wording.Answer) = (earlier.Statement, earlier.Answer);
            }
        }

        form.Words = typed.Words;
        return form;
    }
}
