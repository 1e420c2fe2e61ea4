using System.Text.Json.Serialization;

namespace Samverk.Shared;

/// <summary>
/// Something that happened in one room. It is kept in the history and told to the rooms that listen,
/// in the same transaction as the change itself.
/// </summary>
/// <param name="At">The instant, UTC.</param>
/// <param name="By">The person who did it; null for the system itself.</param>
public abstract record Happening(DateTimeOffset At, Guid? By)
{
    /// <summary>The thing it happened to: its timeline shows it.</summary>
    [JsonIgnore]
    public abstract Guid Subject { get; }

    /// <summary>What happened, in Swedish, as a sentence without its doer: «Mötet lästes in».</summary>
    [JsonIgnore]
    public abstract string Words { get; }

    /// <summary>What the act changed, before and after; empty for acts that only add something.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Change> Changed => [];

    /// <summary>The organisation that the act was done for, when the happening itself knows; else it is the doer's at the door.</summary>
    [JsonIgnore]
    public virtual Guid? ActedFor => null;
}

/// <summary>A happening that only the log shows, to those who may read it; not the history of the thing, which everybody who may read the thing reads.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnlyInLogAttribute : Attribute;

/// <summary>A thing with a history. Its verbs remember what happened; the unit of work writes it down.</summary>
public abstract class Remembering
{
    readonly List<Happening> fresh = [];

    protected void Remember(Happening happening) => fresh.Add(happening);

    internal IReadOnlyList<Happening> TakeFresh()
    {
        Happening[] taken = [.. fresh];
        fresh.Clear();
        return taken;
    }
}

/// <summary>A room that wants to know. A listener never refuses and never talks to the outside.</summary>
public interface IHear<in T> where T : Happening
{
    Task Hear(T happening, CancellationToken ct);
}
