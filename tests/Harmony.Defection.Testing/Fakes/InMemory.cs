using Harmony.Defection.Domain.Applications;
using Harmony.Defection.Domain.Balloting;
using Harmony.Defection.Domain.Correspondence;
using Harmony.Defection.Domain.Deliberation;
using Harmony.Defection.Domain.Forms;
using Harmony.Defection.Domain.Societies;

namespace Harmony.Defection.Testing.Fakes;

/// <summary>Applications in memory. A deed that throws leaves what it changed: what a test looks at after a refusal is the aggregate's own doing.</summary>
public sealed class InMemoryApplications : IApplications
{
    private readonly Dictionary<Guid, DefectionApplication> applications = [];
    private readonly Dictionary<Guid, ApplicationForm> forms = [];

    /// <summary>Every row that was added, in order.</summary>
    public List<object> Added { get; } = [];

    /// <summary>How often something was saved.</summary>
    public int Saves { get; private set; }

    /// <summary>Keeps an application, and its form if there is one.</summary>
    public void Keep(DefectionApplication application, ApplicationForm? form = null)
    {
        applications[application.Id] = application;
        if (form is not null)
        {
            forms[application.Id] = form;
        }
    }

    /// <summary>The added letters to applicants, oldest first.</summary>
    public IEnumerable<LetterKind> Letters => Added.OfType<ApplicantLetter>().Select(l => l.Kind);

    /// <inheritdoc />
    public Task<DefectionApplication?> FindAsync(Guid id, CancellationToken cancellation = default) =>
        Task.FromResult(applications.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<ApplicationForm?> FindFormAsync(Guid id, CancellationToken cancellation = default) => Task.FromResult(forms.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task<string?> ReferenceOfAsync(Guid id, CancellationToken cancellation = default) =>
        Task.FromResult(applications.GetValueOrDefault(id)?.Reference);

    /// <inheritdoc />
    public Task<IReadOnlyList<Guid>> DueAsync(DateTime now, int skip, int most, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Guid>>([.. applications.Values.Where(a => a.NextDueAt <= now).Skip(skip).Take(most).Select(a => a.Id)]);

    /// <inheritdoc />
    public void Add(object row) => Added.Add(row);

    /// <inheritdoc />
    public Task SaveAsync(CancellationToken cancellation = default)
    {
        Saves++;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task<T> DoAsync<T>(Func<Task<T>> deed, CancellationToken cancellation = default)
    {
        var result = await deed();
        Saves++;
        return result;
    }
}

/// <summary>A debate of which only one thing matters: whether a Member's block stands.</summary>
public sealed class InMemoryDebates : IDebates
{
    /// <summary>Whether a Member's block stands in every period.</summary>
    public bool MemberBlocks { get; set; }

    /// <inheritdoc />
    public Task<Position?> FindPositionAsync(Guid period, Guid person, CancellationToken cancellation = default) => Task.FromResult<Position?>(null);

    /// <inheritdoc />
    public Task<bool> MemberBlocksAsync(Guid period, CancellationToken cancellation = default) => Task.FromResult(MemberBlocks);
}

/// <summary>A box whose published scores a test puts there.</summary>
public sealed class InMemoryBox : IBallotBox
{
    /// <summary>What each ballot's box holds at its close: scores as they are published.</summary>
    public IReadOnlyList<string> Scores { get; set; } = [];

    /// <summary>The rolls of opened ballots.</summary>
    public Dictionary<Guid, IReadOnlyCollection<Guid>> Rolls { get; } = [];

    /// <summary>Ballots that were emptied unread.</summary>
    public List<Guid> Voided { get; } = [];

    /// <summary>How often keys were destroyed.</summary>
    public int Destructions { get; private set; }

    /// <inheritdoc />
    public void Open(Guid ballot, IReadOnlyCollection<Guid> roll) => Rolls.Add(ballot, roll);

    /// <inheritdoc />
    public Task<CastResult> CastAsync(
        Guid ballot, Guid person, string receipt, IReadOnlyList<int?> scores, CancellationToken cancellation = default) =>
        Task.FromResult(CastResult.Cast);

    /// <inheritdoc />
    public Task<IReadOnlyList<PublishedBallot>> CloseAsync(Guid ballot, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<PublishedBallot>>([.. Scores.Select((scores, i) => PublishedBallot.Of(ballot, $"{i}", scores))]);

    /// <inheritdoc />
    public Task<PublishedBallot?> FindAsync(Guid ballot, string receipt, CancellationToken cancellation = default) =>
        Task.FromResult<PublishedBallot?>(null);

    /// <inheritdoc />
    public Task VoidAsync(Guid ballot, CancellationToken cancellation = default)
    {
        Voided.Add(ballot);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DestroyKeysAsync(CancellationToken cancellation = default)
    {
        Destructions++;
        return Task.CompletedTask;
    }
}

/// <summary>Societies and their people in memory.</summary>
public sealed class InMemorySocieties : ISocieties
{
    /// <summary>Every Society.</summary>
    public List<Society> All { get; } = [];

    /// <summary>Members who may vote, of whichever Society is asked for.</summary>
    public List<Guid> Eligible { get; } = [];

    /// <summary>The names of applicants who were enrolled, in order.</summary>
    public List<string> Enrolled { get; } = [];

    /// <inheritdoc />
    public Task<IReadOnlyList<Society>> AllAsync(CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<Society>>(All);

    /// <inheritdoc />
    public Task<IReadOnlyList<Guid>> EligibleMembersAsync(
        Guid society, Guid application, DateOnly on, DateOnly joinedBy, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Guid>>(Eligible);

    /// <inheritdoc />
    public Task<IReadOnlyList<Addressee>> AssemblyAsync(
        Guid society, DateOnly on, bool withParticipants, CancellationToken cancellation = default) => AddressesAsync(Eligible, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<Addressee>> AddressesAsync(IReadOnlyCollection<Guid> people, CancellationToken cancellation = default) =>
        Task.FromResult<IReadOnlyList<Addressee>>([.. people.Select(p => new Addressee(p, $"{p:N}@example.org"))]);

    /// <inheritdoc />
    public Task<IReadOnlyList<Addressee>> SecretariesAsync(Guid society, DateTime now, CancellationToken cancellation = default) =>
        AddressesAsync([TestData.Secretary], cancellation);

    /// <inheritdoc />
    public Task<bool> EnrolAsync(
        Guid application, Guid society, string name, string? email, DateOnly on, CancellationToken cancellation = default)
    {
        Enrolled.Add(name);
        return Task.FromResult(true);
    }
}

/// <summary>An outbox that keeps what was put into it.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    /// <summary>Every letter that was added, in order.</summary>
    public List<Letter> Letters { get; } = [];

    /// <summary>Applications whose unsent letters were taken back.</summary>
    public List<Guid> Cancelled { get; } = [];

    /// <inheritdoc />
    public Task AddAsync(Letter letter, CancellationToken cancellation = default) => AddAsync([letter], cancellation);

    /// <inheritdoc />
    public Task AddAsync(IReadOnlyCollection<Letter> letters, CancellationToken cancellation = default)
    {
        Letters.AddRange(letters);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CancelAsync(string supersedes, CancellationToken cancellation = default)
    {
        Letters.RemoveAll(l => l.Supersedes == supersedes);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task CancelAboutAsync(Guid about, CancellationToken cancellation = default)
    {
        Cancelled.Add(about);
        return Task.CompletedTask;
    }
}

/// <summary>Letters whose text is their values, so that tests see what was said.</summary>
public sealed class PlainLetterTexts : ILetterTexts
{
    /// <inheritdoc />
    public LetterText Write(LetterKind kind, string language, IReadOnlyDictionary<string, string> values) =>
        new(kind.ToString(), string.Join('\n', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}: {v.Value}")));
}
