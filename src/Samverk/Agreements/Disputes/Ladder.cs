using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Disputes;

/// <summary>One step of a ladder (tvistetrappa): who takes a matter up, and for how long.</summary>
/// <param name="Body">Null for the parties' own units: only the first step can be theirs.</param>
/// <param name="Name">Of the body as it was called when the ladder was set, or what the units are called.</param>
/// <param name="Days">Calendar days: the last day is so many days after the one on which the step began.</param>
public sealed record LadderStep(Guid? Body, string Name, int Days);

/// <summary>What is wrong with a ladder, and where.</summary>
/// <param name="Step">From 0.</param>
/// <param name="IsDays">It is about the days, and not about who.</param>
public sealed record LadderFault(int Step, bool IsDays, Refusal Refusal);

/// <summary>
/// The ladder of an agreement as it was set once: the bodies that a matter goes up through, the lowest first. The one with
/// the highest number holds; none is ever changed, and one without steps says that there is none.
/// </summary>
internal sealed class Ladder : Remembering, IInArea
{
    public const int MostSteps = 6, MostDays = 365;

    Ladder() { }

    public Ladder(Agreement agreement, Ladder? before, IReadOnlyList<LadderStep> steps, DateTimeOffset at, Guid by, string byName)
    {
        Refusal.Heed(Fault(steps)?.Refusal);
        (Area, Agreement, Number, Steps, At, By, ByName) = (agreement.Area, agreement.Id, (before?.Number ?? 0) + 1, steps, at, by, byName);
        Remember(new LadderSet(Agreement, Number, InWords(before?.Steps ?? []), InWords(steps), at, by));
    }

    public Guid Area { get; private set; }
    public Guid Agreement { get; private set; }
    /// <summary>1 for the first that was set.</summary>
    public int Number { get; private set; }
    public IReadOnlyList<LadderStep> Steps { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>Why these can't be the steps; null when they can.</summary>
    public static LadderFault? Fault(IReadOnlyList<LadderStep> steps) =>
        steps.Count > MostSteps ? new(MostSteps, false, new("steps-many", $"Trappan har fler än {SwedishText.Word(MostSteps)} steg. Ta bort några."))
        : steps.Select((s, i) => Fault(s, i, steps)).OfType<LadderFault>().FirstOrDefault();

    static LadderFault? Fault(LadderStep step, int i, IReadOnlyList<LadderStep> steps) =>
        step.Body is null && i > 0 ? new(i, false, new("step-body-missing", $"Välj organ för steg {i + 1}. Bara det första steget kan vara parternas egna enheter."))
        : string.IsNullOrWhiteSpace(step.Name) ? new(i, false, new("step-name-missing", $"Välj organ för steg {i + 1}, eller skriv vad parternas enheter kallas."))
        : TextRules.OneLine(step.Name, $"Namnet på steg {i + 1}") is { } odd ? new(i, false, odd)
        : step.Body is { } body && steps.Take(i).Any(s => s.Body == body) ? new(i, false, new("step-twice", $"{step.Name} står två gånger. Ett ärende går inte till samma organ igen."))
        : step.Days is < 1 or > MostDays ? new(i, true, new("step-days-odd", $"Skriv hur många dagar steg {i + 1} har, 1 till {MostDays}.")) : null;

    public static string? InWords(IReadOnlyList<LadderStep> steps) => steps.Count == 0 ? null : string.Join(", sedan ", steps.Select(s => $"{s.Name} {Days(s.Days)}"));

    internal static string Days(int days) => days == 1 ? "en dag" : $"{SwedishText.Word(days)} dagar";
}

/// <summary>What the keepers of an agreement do with its ladder. A dispute that is under way keeps the one that it was raised with.</summary>
public sealed class LadderKeeper(SamverkDb db, Work work, AreaDirectory directory, TimeProvider clock)
{
    /// <param name="number">Of the ladder that the writer had before them; 0 when there was none.</param>
    public Task<Refusal?> Set(Guid agreement, IReadOnlyList<LadderStep> steps, int number, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.OneAtATime(ct);
        var of = await db.Kept(agreement, actor, ct);
        var before = await db.LadderOf(agreement, ct);
        Refusal.Heed(number == (before?.Number ?? 0) ? null : new("stale", "Någon annan har ändrat trappan. Läs om sidan och gör om din ändring."));
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.Name);
        Refusal.Heed(steps.Any(s => s.Body is { } body && !bodies.ContainsKey(body)) ? new("body-missing", "Organet finns inte. Välj i listan.") : null);
        IReadOnlyList<LadderStep> named = [.. steps.Select(s => s with { Name = s.Body is { } body ? bodies[body] : s.Name.Trim() })];
        if (!named.SequenceEqual(before?.Steps ?? []))
            db.Add(new Ladder(of, before, named, clock.Now(), actor.Person, actor.Name));
    }, ct);
}

static class Ladders
{
    /// <summary>The ladder that holds; null when none was ever set.</summary>
    public static Task<Ladder?> LadderOf(this SamverkDb db, Guid agreement, CancellationToken ct) =>
        db.Set<Ladder>().Where(l => l.Agreement == agreement).OrderByDescending(l => l.Number).FirstOrDefaultAsync(ct);
}
