using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Harmony.Defection.Web.Features.Shared.Forms;

/// <summary>Fills a property with whether the button of its name was pressed, now or before a second look.</summary>
public sealed class PressedBinder : IModelBinder
{
    /// <inheritdoc />
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        bindingContext.Result = ModelBindingResult.Success(SecondLook.IsPressed(bindingContext.HttpContext.Request, bindingContext.ModelName));
        return Task.CompletedTask;
    }
}
