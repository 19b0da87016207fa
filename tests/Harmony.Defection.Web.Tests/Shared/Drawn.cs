using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Harmony.Defection.Web.Features.Shared.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Harmony.Defection.Web.Tests.Shared;

/// <summary>Draws tag helpers for a model as a view would, and reads the HTML.</summary>
/// <typeparam name="TModel">The page's model.</typeparam>
internal sealed class Drawn<TModel>(TModel model)
    where TModel : class
{
    private readonly EmptyModelMetadataProvider _metadata = new();

    /// <summary>What was typed, and what is wrong with it.</summary>
    public ModelStateDictionary State { get; } = new();

    /// <summary>The query string of the request.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>A post with these values.</summary>
    public Drawn<TModel> Typed(string name, string value)
    {
        State.SetModelValue(name, value, value);
        return this;
    }

    /// <summary>An answer that is wrong.</summary>
    public Drawn<TModel> Wrong(string name, string sentence)
    {
        State.AddModelError(name, sentence);
        return this;
    }

    /// <summary>The model's property as a tag helper gets it.</summary>
    public ModelExpression For(string property)
    {
        var data = Data();
        return new ModelExpression(property, data.ModelExplorer.GetExplorerForProperty(property));
    }

    /// <summary>The view's context.</summary>
    public ViewContext Context() => new()
    {
        HttpContext = new DefaultHttpContext { Request = { Path = "/cases", QueryString = new QueryString(Query) } },
        ViewData = Data(),
    };

    /// <summary>The helper's HTML, after what its children do.</summary>
    public async Task<IElement> DrawAsync(TagHelper helper, Func<TagHelperContext, Task>? children = null)
    {
        if (helper is FieldTagHelper field)
        {
            field.ViewContext = Context();
        }

        var html = await HtmlAsync(helper, children);
        return (await new HtmlParser().ParseDocumentAsync($"<!doctype html><body>{html}")).Body!;
    }

    /// <summary>HTML as a view writes it inside an element.</summary>
    public static Task<TagHelperContent> Content(string html) =>
        Task.FromResult(new DefaultTagHelperContent().AppendHtml(html));

    private static async Task<string> HtmlAsync(TagHelper helper, Func<TagHelperContext, Task>? children)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "one");
        var output = new TagHelperOutput("hd", [], async (_, _) =>
        {
            await (children?.Invoke(context) ?? Task.CompletedTask);
            return await Content(string.Empty);
        });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified)
        {
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        }

        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private ViewDataDictionary<TModel> Data() => new(_metadata, State) { Model = model };
}
