namespace Harmony.Defection.Web.Features.Paper;

/// <summary>What the form on paper needs.</summary>
public static class PaperSetup
{
    /// <summary>Registers where its PDFs lie.</summary>
    public static IServiceCollection AddPaper(this IServiceCollection services) => services.AddSingleton<PaperFiles>();
}
