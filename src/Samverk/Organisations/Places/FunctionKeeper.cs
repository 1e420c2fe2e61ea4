using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="Organisation">Null for a function of the area itself.</param>
sealed record FunctionFacts(Guid? Person, FunctionKind Kind, Guid? Organisation, DateOnly? From, DateOnly? To, string? Mail, string? Telephone, string? Hours);

/// <summary>What people do for the area and for their organisations: given, corrected, ended, withdrawn.</summary>
sealed class FunctionKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Give(FunctionFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(May(by, facts.Kind, facts.Organisation));
        var where = await Where(facts.Organisation, ct);
        var person = await db.Person(facts.Person, ct);
        var days = Period.Typed(facts.From, facts.To, clock.Today());
        var function = new Function(db.Area, person.Id, facts.Kind, facts.Organisation, days.From, days.To);
        function.ReachedBy(Reach.Typed(facts.Mail, facts.Telephone, facts.Hours));
        await Check(function, person, where, days, ct);
        function.Given(Telling(function, person, where, by));
        db.Add(function);
    }, ct);

    /// <summary>Its days and its address; who and what are another function.</summary>
    public Task<Refusal?> Correct(Guid id, FunctionFacts facts, Actor by, CancellationToken ct) => Change(id, by, async (function, person, where) =>
    {
        var days = Period.Typed(facts.From, facts.To, clock.Today());
        await Check(function, person, where, days, ct);
        await KeepAdministrator(function, days, ct);
        var (before, reach) = (Telling(function, person, where, by), Reach.Typed(facts.Mail, facts.Telephone, facts.Hours));
        function.Correct(days, reach, before, before with { As = As(function, where, reach) });
    }, ct);

    public Task<Refusal?> End(Guid id, DateOnly? last, Actor by, CancellationToken ct) => Change(id, by, async (function, person, where) =>
    {
        Refusal.Heed(last is null ? new("last-missing", "Sista dagen saknas. Skriv den som 2026-12-31.") : null);
        await KeepAdministrator(function, function.Days() with { To = last }, ct);
        function.End(last!.Value, Telling(function, person, where, by));
    }, ct);

    public Task<Refusal?> Withdraw(Guid id, string reason, Actor by, CancellationToken ct) => Change(id, by, async (function, person, where) =>
    {
        await KeepAdministrator(function, null, ct);
        function.Withdraw(reason, Telling(function, person, where, by));
    }, ct);

    /// <summary>An organisation's coordinator looks after its functions, but who administers it only an administrator says.</summary>
    public static Refusal? May(Actor by, FunctionKind kind, Guid? organisation) =>
        by.MayKeep(organisation)
        ?? (kind == FunctionKind.Administrator && !by.IsAdministrator && !by.Is(FunctionKind.Administrator, organisation)
            ? new("may-not-administer", "Bara en administratör kan säga vem som är administratör.") : null);

    Task<Refusal?> Change(Guid id, Actor by, Func<Function, Person, Organisation?, Task> change, CancellationToken ct) => work.Do(async () =>
    {
        var function = await db.One<Function>(f => f.Id == id, new("place-missing", "Funktionen finns inte längre. Läs om sidan."), ct);
        Refusal.Heed(May(by, function.Kind, function.Organisation));
        await change(function, await db.Person(function.Person, ct), await Where(function.Organisation, ct));
    }, ct);

    async Task<Organisation?> Where(Guid? organisation, CancellationToken ct) => organisation is null ? null : await db.Organisation(organisation, ct);

    async Task Check(Function function, Person person, Organisation? where, Period days, CancellationToken ct)
    {
        await db.OneAtATime(ct);
        var others = await db.Set<Function>().Where(f => f.Id != function.Id && f.Person == person.Id && f.Kind == function.Kind && f.Organisation == function.Organisation).ToListAsync(ct);
        var twice = others.Find(f => f.Days().Overlaps(days));
        Refusal.Heed(twice is null ? null : new("function-overlaps", $"{person.Name} är redan {As(function, where, Reach.None)} {twice.Days().Words}."));
    }

    /// <summary>Somebody must administer the area on every day from today on.</summary>
    /// <param name="left">The days that this one keeps; null for none.</param>
    async Task KeepAdministrator(Function function, Period? left, CancellationToken ct)
    {
        if (function is not { Kind: FunctionKind.Administrator, Organisation: null })
            return;
        await db.OneAtATime(ct);
        var days = await db.Set<Function>().Where(f => f.Id != function.Id && f.Kind == FunctionKind.Administrator && f.Organisation == null)
            .Select(f => new Period(f.From, f.To)).ToListAsync(ct);
        if (left is { } own)
            days.Add(own);
        var reached = clock.Today();
        while (days.Find(d => d.Holds(reached)) is { From.Year: > 1 } held)
        {
            if (held.To is null)
                return;
            reached = held.To.Value.AddDays(1);
        }
        throw new RefusedException(new("last-administrator", $"Området skulle stå utan administratör från {reached.InWords()}. Lägg till en annan först."));
    }

    Telling Telling(Function function, Person person, Organisation? where, Actor by) =>
        new(person.Name, As(function, where, function.Reach()), where is null ? [person.Id, db.Area] : [person.Id, where.Id], clock.Now(), by.Person);

    static string As(Function function, Organisation? where, Reach reach) =>
        $"{function.Kind.Words().ToLower(Swedish.Culture)} {(where is null ? "för området" : $"i {where.Name}")}{(reach.IsNone ? "" : $" ({reach.Words})")}";
}
