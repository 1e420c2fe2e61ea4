using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>Whether a webhook is told of what happens.</summary>
public enum WebhookState
{
    /// <summary>It is told.</summary>
    On,

    /// <summary>Somebody has paused it.</summary>
    Paused,

    /// <summary>Nobody has answered for so long that it is told no more.</summary>
    Failing,

    /// <summary>The receiver has said that it wants no more (410).</summary>
    Gone,

    /// <summary>Somebody has taken it away.</summary>
    Removed,
}

/// <param name="Name">What it is for: 'Diariet'.</param>
/// <param name="Types">The kinds of event that are wanted.</param>
sealed record WebhookFacts(string Name, string Address, IReadOnlyList<string> Types);

/// <summary>Where an organisation's own system is told of what happens.</summary>
internal sealed class Webhook : Remembering, IOwned
{
    public const int LongestAddress = 500;

    /// <summary>How long nobody may have answered before it is told no more, and how long the secret before signs too.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5), BothSecrets = TimeSpan.FromDays(1);

    Webhook() { }

    /// <param name="site">The address that the things' addresses begin with.</param>
    public Webhook(Guid id, Guid area, Guid owner, string ownerName, WebhookFacts facts, byte[] secret, string site, DateTimeOffset at, Guid by)
    {
        (Id, Area, Owner, Name, NameSort, Address, Types, Secret, Site, CreatedAt) = (id, area, owner, facts.Name, Swedish.SortKey(facts.Name), facts.Address, facts.Types, secret, site, at);
        Remember(new WebhookAdded(id, Name, ownerName, Plain(Address), at, by));
    }

    public Guid Id { get; private set; }
    public Guid Area { get; private set; }
    /// <summary>The organisation whose system it is.</summary>
    public Guid Owner { get; private set; }
    public string Name { get; private set; } = "";
    public byte[] NameSort { get; private set; } = [];
    public string Address { get; private set; } = "";
    public IReadOnlyList<string> Types { get; private set; } = [];
    /// <summary>Sealed: it signs, so its hash would not do. Empty once it is removed.</summary>
    public byte[] Secret { get; private set; } = [];
    /// <summary>Signs too, until the day after another was made.</summary>
    public byte[]? SecretBefore { get; private set; }
    public DateTimeOffset? SecretBeforeUntil { get; private set; }
    public string Site { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public WebhookState State { get; private set; }
    /// <summary>When the first of those tries was that have failed since the last that went well.</summary>
    public DateTimeOffset? FailingSince { get; private set; }
    public int Failures { get; private set; }
    /// <summary>Nothing is sent before then: one try at a time finds out whether anybody answers.</summary>
    public DateTimeOffset? RestsUntil { get; private set; }

    public void Change(WebhookFacts facts, string site, DateTimeOffset at, Guid by)
    {
        if (facts.Name != Name)
            Remember(new WebhookChanged(Id, facts.Name, "Namn", Name, facts.Name, at, by));
        if (facts.Address != Address)
        {
            Remember(new WebhookChanged(Id, facts.Name, "Adress", Plain(Address), Plain(facts.Address), at, by));
            Rested();
        }
        if (!facts.Types.SequenceEqual(Types))
            Remember(new WebhookChanged(Id, facts.Name, "Händelser", string.Join(", ", Types), string.Join(", ", facts.Types), at, by));
        (Name, NameSort, Address, Types, Site) = (facts.Name, Swedish.SortKey(facts.Name), facts.Address, facts.Types, site);
    }

    /// <summary>Gives it another secret. The one before signs too for a day, so that nothing is refused while the receiver changes.</summary>
    public void Renew(byte[] secret, DateTimeOffset at, Guid by)
    {
        (SecretBefore, SecretBeforeUntil, Secret) = (Secret, at + BothSecrets, secret);
        Remember(new WebhookSecretRenewed(Id, Name, at, by));
    }

    /// <param name="by">Null when the receiver said so, or said nothing for long.</param>
    public void Stop(WebhookState state, DateTimeOffset at, Guid? by)
    {
        if (State == state)
            return;
        State = state;
        if (state == WebhookState.Removed)
            (Secret, SecretBefore, SecretBeforeUntil) = ([], null, null);
        Remember(new WebhookStopped(Id, Name, state, at, by));
    }

    public void Start(DateTimeOffset at, Guid by)
    {
        if (State == WebhookState.On)
            return;
        State = WebhookState.On;
        Rested();
        Remember(new WebhookStarted(Id, Name, at, by));
    }

    /// <summary>The receiver took what was sent.</summary>
    /// <returns>Whether it had not, before.</returns>
    public bool Answered()
    {
        var failed = FailingSince is not null;
        Rested();
        return failed;
    }

    /// <summary>The receiver did not take what was sent.</summary>
    public void Missed(bool isGone, TimeSpan? asked, DateTimeOffset at)
    {
        FailingSince ??= at;
        Failures++;
        RestsUntil = at + Pauses.After(Failures, asked);
        if (State == WebhookState.On && (isGone || at - FailingSince >= Patience))
            Stop(isGone ? WebhookState.Gone : WebhookState.Failing, at, null);
    }

    void Rested() => (FailingSince, Failures, RestsUntil) = (null, 0, null);

    // What stands after the question mark may be a secret of the receiver's.
    static string Plain(string address) => new Uri(address).GetLeftPart(UriPartial.Path);
}

/// <summary>How long it is waited between tries, and how long it is tried.</summary>
static class Pauses
{
    static readonly int[] Minutes = [1, 5, 30, 120, 300, 600, 720];

    /// <summary>Then a delivery is given up.</summary>
    public static readonly TimeSpan Tried = TimeSpan.FromDays(3);

    /// <param name="asked">As long as the receiver asked for; half a day at most is heeded.</param>
    public static TimeSpan After(int failures, TimeSpan? asked)
    {
        var longest = TimeSpan.FromMinutes(Minutes[^1]);
        var pause = TimeSpan.FromMinutes(Minutes[Math.Min(failures, Minutes.Length) - 1]);
        return asked > longest ? longest : asked > pause ? asked.Value : pause;
    }
}
