using Harmony.Defection.Domain.Wording;
using Harmony.Defection.Web.Features.Apply;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Wording;

/// <summary>
/// The button that changes the language of a page with a form on it. It sends what was typed; the same page is then shown anew in the other
/// language with that in its fields. Nothing is checked and nothing is kept but the choice.
/// </summary>
public static class LanguageButton
{
    /// <summary>The button's name.</summary>
    public const string Field = "Language";

    private static readonly object Key = new();

    /// <summary>Whether this request only changes the language.</summary>
    public static bool IsPressed(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Key);
    }

    /// <summary>Turns a press of the button into a request to show the page, once it is known whose page it is.</summary>
    public static void UseLanguageButton(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(async (context, next) =>
        {
            var request = context.Request;
            if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Path != LanguageController.Path
                && context.GetEndpoint()?.Metadata.GetMetadata<InBothLanguagesAttribute>() is not null
                && await ReadAsync(request) is (Languages.English or Languages.Welsh) and var chosen)
            {
                var choice = context.RequestServices.GetRequiredService<LanguageChoice>();
                choice.Remember(chosen);
                context.Items[Key] = chosen;
                request.Method = HttpMethods.Get;
                context.SetEndpoint(null);
                request.RouteValues.Clear();
            }

            await next(context);
        });
        app.UseRouting();
    }

    /// <summary>The language that a form brings; nothing where the form cannot be read, which whoever takes it in says in words.</summary>
    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted))[Field];
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>The language that the button chose in this request.</summary>
    internal static string? ChosenIn(HttpContext context) => context.Items.TryGetValue(Key, out var chosen) ? (string?)chosen : null;
}

/// <summary>Puts what was typed before the language was changed into the fields of the page again.</summary>
internal sealed class TypedBeforeFilter : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (!LanguageButton.IsPressed(context.HttpContext))
        {
            return;
        }

        foreach (var (name, values) in context.HttpContext.Request.Form.Where(f => f.Key is not (LanguageButton.Field or KeptAnswers.AntiforgeryField)))
        {
            context.ModelState.SetModelValue(name, new ValueProviderResult(values));
            context.ModelState.MarkFieldSkipped(name);
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
