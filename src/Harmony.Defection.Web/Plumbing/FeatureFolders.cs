using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Harmony.Defection.Web.Plumbing;

/// <summary>Finds a controller's views beside it: in the folder of Features that its namespace names.</summary>
internal sealed class FeatureFolders : IControllerModelConvention, IViewLocationExpander
{
    private const string Key = "feature";
    private const string Root = "Harmony.Defection.Web.Features.";

    public void Apply(ControllerModel controller)
    {
        var space = controller.ControllerType.Namespace ?? string.Empty;
        controller.Properties[Key] = space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..].Replace('.', '/') : string.Empty;
    }

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Key] = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.Properties[Key] as string;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Features/{context.Values[Key]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
}
