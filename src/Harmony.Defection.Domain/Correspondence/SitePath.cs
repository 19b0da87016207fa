namespace Harmony.Defection.Domain.Correspondence;

/// <summary>
/// A page of this site, as a letter links to it. Only the path: the site's address is put before it from configuration, never from
/// what a request says.
/// </summary>
public readonly record struct SitePath
{
    /// <summary>Names a page by its path, such as <c>/account</c>.</summary>
    /// <exception cref="ArgumentException">It is not a plain path from the root of this site.</exception>
    public SitePath(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!value.StartsWith('/') || value.StartsWith("//", StringComparison.Ordinal) || !value.All(IsPlain))
        {
            throw new ArgumentException("A letter links to a page of this site: a path that begins with one slash.", nameof(value));
        }

        Value = value;
    }

    /// <summary>The path, from its leading slash; null only where no page was named at all.</summary>
    public string? Value { get; }

    /// <summary>The path may hold a secret token, so it is not shown where something is merely printed.</summary>
    public override string ToString() => "[page]";

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || "/-._~%?=&+#:@".Contains(c, StringComparison.Ordinal);
}
