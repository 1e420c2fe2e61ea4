using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <summary>Whether something that happened is an organisation's to be told of.</summary>
/// <param name="About">What the happening names.</param>
/// <param name="Reader">A connected system of the organisation's: what it may not read it is not told of.</param>
sealed record Asked(IServiceProvider Services, Guid About, Actor Reader, CancellationToken Stop)
{
    public Guid Organisation => Reader.Organisation!.Value;

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();
}

/// <summary>A happening that makes an event.</summary>
abstract record Heard
{
    public static Heard Of<T>(Func<T, Guid> about) where T : Happening => new HeardAs<T>(about);

    /// <summary>Has the happening listened to.</summary>
    public abstract void Listen(IServiceCollection services, EventKind kind);

    sealed record HeardAs<T>(Func<T, Guid> About) : Heard where T : Happening
    {
        public override void Listen(IServiceCollection services, EventKind kind) =>
            services.AddScoped<IHear<T>>(provider => new WhenHappened<T>(kind, About, provider.GetRequiredService<EventListener>()));
    }
}

/// <summary>A kind of event that webhooks are told of: what gives it, whom it concerns and where the rest is read.</summary>
/// <param name="Type">As the receiver sees it: <c>adoption.requested</c>. Never changes.</param>
/// <param name="Whom">Who is told.</param>
/// <param name="Reads">The address of the API where the thing is read.</param>
/// <param name="Thing">The thing's id; null when it is none of the organisation's business, or not theirs to read.</param>
sealed record EventKind(string Type, Words About, Words Whom, Route Reads, IReadOnlyList<Heard> Heard, Func<Asked, Task<Guid?>> Thing)
{
    /// <summary>A receiver is told of one thing once, however often it happens.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Where the thing is read, below the site.</summary>
    public string Address(Guid thing) => Reads.Address.Replace("{id}", thing.ToString("D"), StringComparison.Ordinal);
}
