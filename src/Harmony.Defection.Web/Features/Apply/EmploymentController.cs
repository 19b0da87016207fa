using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Time;
using Microsoft.AspNetCore.Mvc;

namespace Harmony.Defection.Web.Features.Apply;

/// <summary>The part on work: one job after another, until the list is finished (F12).</summary>
public sealed class EmploymentController(FormSession session, TimeProvider clock) : FormController(session)
{
    private const string Path = "/apply/employment";

    private EmploymentAnswer Given => Form.Answers.Employment ?? new EmploymentAnswer([], NoJobs: false, Gaps: null, IsAnswered: false);

    /// <summary>Shows the jobs so far and asks for another.</summary>
    [HttpGet(Path)]
    public IActionResult Employment() => AskEmployment(new EmploymentForm { NoJobs = Given.NoJobs, Gaps = Given.Gaps });

    /// <summary>Keeps one more job if one was typed, and finishes the list unless another is to come.</summary>
    [HttpPost(Path)]
    public async Task<IActionResult> Employment(EmploymentForm form)
    {
        if (ModelState.IsValid)
        {
            Judge(form);
        }

        if (!ModelState.IsValid)
        {
            return AskEmployment(form);
        }

        List<Job> jobs = form.IsEmpty ? [.. Given.Jobs] : [.. Given.Jobs, form.ToJob(Guid.CreateVersion7())];
        PointAt(form, jobs);
        if (IsLookDue())
        {
            return AskEmployment(form);
        }

        var answer = new EmploymentAnswer(InOrder(jobs), form.NoJobs, Tidy.Text(form.Gaps), IsAnswered: !form.Another);
        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Employment = answer }))
            ? Redirect(form.Another ? WithinPart(Path) : Form.PathAfter(FormPart.Employment))
            : AskEmployment(form);
    }

    /// <summary>Shows one job, to change it.</summary>
    [HttpGet(Path + "/{id:guid}")]
    public IActionResult Job(Guid id) => Find(id) is { } job ? AskJob(JobForm.Of(job)) : NotFound();

    /// <summary>Keeps a changed job.</summary>
    [HttpPost(Path + "/{id:guid}")]
    public async Task<IActionResult> Job(Guid id, JobForm form)
    {
        if (Find(id) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return AskJob(form);
        }

        var changed = Given with { Jobs = InOrder(Given.Jobs.Select(j => j.Id == id ? form.ToJob(id) : j)) };
        return await TryAsync(() => Form.KeepAsync(Form.Answers with { Employment = changed })) ? Redirect(After(Path)) : AskJob(form);
    }

    /// <summary>Asks before a job is removed.</summary>
    [HttpGet(Path + "/{id:guid}/remove")]
    public IActionResult Remove(Guid id) => Find(id) is { } job
        ? View("Remove", new RemovePage(T("Remove this job?"), $"{job.Title}, {job.Employer}", $"{Path}/{id}/remove", Path))
        : NotFound();

    /// <summary>Removes a job. A list that is empty then is not finished.</summary>
    [HttpPost(Path + "/{id:guid}/remove")]
    public async Task<IActionResult> RemoveNow(Guid id)
    {
        List<Job> left = [.. Given.Jobs.Where(j => j.Id != id)];
        await Form.KeepAsync(Form.Answers with { Employment = Given with { Jobs = left, IsAnswered = Given.IsAnswered && left.Count > 0 } });
        Say(T("The job is removed."));
        return Redirect(Path);
    }

    /// <summary>Newest first.</summary>
    private static List<Job> InOrder(IEnumerable<Job> jobs) =>
        [.. jobs.OrderBy(j => j.To is null ? 0 : 1).ThenByDescending(j => j.To).ThenByDescending(j => j.From)];

    private void Judge(EmploymentForm form)
    {
        var count = Given.Jobs.Count + (form.IsEmpty ? 0 : 1);
        if (count > EmploymentForm.Most)
        {
            ModelState.AddModelError(nameof(EmploymentForm.Title), T($"{EmploymentForm.Most} jobs are the most that can be listed"));
        }
        else if (form.NoJobs && count > 0)
        {
            ModelState.AddModelError(nameof(EmploymentForm.NoJobs), T("Untick this, or remove the jobs: there cannot be both"));
        }
        else if (!form.NoJobs && count == 0)
        {
            ModelState.AddModelError(nameof(EmploymentForm.Title), T("Enter a job, or say further down that there is none to list"));
        }
    }

    /// <summary>Points at contact data and, once the list is said to be complete, at times for which nothing is listed or said.</summary>
    private void PointAt(EmploymentForm form, IReadOnlyList<Job> jobs)
    {
        Look.AddContactsIn(nameof(EmploymentForm.Gaps), form.Gaps, Search);
        foreach (var gap in form.Another || Tidy.Text(form.Gaps) is not null ? [] : EmploymentGaps.In(jobs, ThisMonth))
        {
            Look.Add(nameof(EmploymentForm.Gaps), gap.Say());
        }
    }

    private MonthYear ThisMonth => UkTime.Day(clock.Now()) is var today ? new MonthYear(today.Month, today.Year) : default;

    private Job? Find(Guid id) => Given.Jobs.FirstOrDefault(j => j.Id == id);

    private ViewResult AskEmployment(EmploymentForm form)
    {
        ViewData["Jobs"] = Given.Jobs;
        ViewData["Gaps"] = EmploymentGaps.In(Given.Jobs, ThisMonth);
        return Ask(FormPart.Employment, form);
    }

    private ViewResult AskJob(JobForm form)
    {
        ViewData["Part"] = FormMap.Of(FormPart.Employment);
        ViewData["SavedAt"] = Form.Draft.ChangedAt;
        return View("Job", form);
    }
}
