using Microsoft.AspNetCore.Mvc.Testing;

namespace Harmony.Defection.Testing.Site;

/// <summary>The real application in the Production environment, reached over https.</summary>
public sealed class ProductionSite : TestSite
{
    /// <inheritdoc />
    protected override string EnvironmentName => "Production";

    /// <inheritdoc />
    public override Browser NewBrowser() => new(CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        HandleCookies = true,
        BaseAddress = new Uri("https://localhost"),
    }));

    /// <inheritdoc />
    protected override IEnumerable<(string Key, string Value)> Settings() =>
    [
        .. base.Settings(), ("Mail:Host", "smtp.invalid"), ("Mail:SiteAddress", "https://localhost"), ("Mail:FromAddress", "messages@party.example"),
    ];
}
