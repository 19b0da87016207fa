namespace Harmony.Defection.Domain.Applicant;

/// <summary>
/// That somebody who knows an application's reference said the private link was lost (rule 29). Either a fresh one went to the confirmed address at
/// once, or the General Secretary posts one.
/// </summary>
public sealed class LinkRequest
{
    private LinkRequest()
    {
    }

    public Guid Id { get; private init; }

    public Guid ApplicationId { get; private init; }

    /// <summary>When it was asked, in UTC.</summary>
    public DateTime AskedAt { get; private init; }

    /// <summary>Whether the General Secretary posts the link; otherwise it went to the confirmed address.</summary>
    public bool ByPost { get; private init; }

    /// <summary>The hour in which it was asked, so that of requests at one moment a single one is kept.</summary>
    public DateTime Hour { get; private init; }

    /// <summary>When a fresh link went out, in UTC; nothing while the General Secretary has to post one.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Who sent it; nobody where it went to the confirmed address by itself.</summary>
    public Guid? SettledBy { get; private set; }

    /// <summary>A request that waits for the General Secretary.</summary>
    public static LinkRequest ForPost(Guid application, DateTime at) => Make(application, byPost: true, at);

    /// <summary>A request that was answered by e-mail at once.</summary>
    public static LinkRequest Mailed(Guid application, DateTime at)
    {
        var request = Make(application, byPost: false, at);
        request.Settle(null, at);
        return request;
    }

    /// <summary>A fresh link went out.</summary>
    public void Settle(Guid? by, DateTime at) => (SettledBy, SettledAt) = (by, at);

    private static LinkRequest Make(Guid application, bool byPost, DateTime at) => new()
    {
        Id = Guid.CreateVersion7(),
        ApplicationId = application,
        AskedAt = at,
        ByPost = byPost,
        Hour = new DateTime(at.Year, at.Month, at.Day, at.Hour, 0, 0, DateTimeKind.Utc),
    };
}
