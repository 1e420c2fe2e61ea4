using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <param name="Parent">The body it reports to.</param>
/// <param name="Host">The organisation whose public records its minutes are; null when nobody chose.</param>
sealed record NewBody(string Code, string Name, string Kind, Guid? Parent, Guid? Host);

/// <summary>All of a body that can change; its code is part of its decisions' numbers and stays.</summary>
sealed record BodyFacts(string Name, string ShortName, string Kind, Guid? Parent, Guid Host);

/// <summary>Adds and changes bodies.</summary>
sealed class BodyKeeper(SamverkDb db, Work work, TimeProvider clock)
{
    const int LongestCode = 8;

    public async Task<(Guid Body, Refusal? Refusal)> Add(NewBody body, Actor by, CancellationToken ct)
    {
        Guid added = default;
        var refusal = await work.Do(async () =>
        {
            var (code, name) = (body.Code.Trim().ToUpper(Swedish.Culture), body.Name.Trim());
            Refusal.Heed(by.May(Permission.Administer) ?? CodeFault(code));
            var taken = await db.Set<Body>().Where(b => b.Code == code).Select(b => b.Name).FirstOrDefaultAsync(ct);
            Refusal.Heed(taken is null ? null : new("code-taken", $"Koden {code} har {taken} redan. Skriv en annan."));
            await Check(null, name, body.Kind, body.Parent, body.Host, ct);
            added = db.Add(new Body(db.Area, body.Host!.Value, code, name, null, body.Kind.Trim(), body.Parent, clock.Now(), by.Person)).Entity.Id;
        }, ct);
        return (added, refusal);
    }

    public Task<Refusal?> Change(Guid id, BodyFacts facts, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Administer));
        var body = await db.Body(id, ct);
        var to = facts with { Name = facts.Name.Trim(), ShortName = TextRules.Trimmed(facts.ShortName) ?? facts.Name.Trim(), Kind = facts.Kind.Trim() };
        Refusal.Heed(TextRules.OneLine(to.ShortName, "Det korta namnet"));
        await Check(id, to.Name, to.Kind, to.Parent, to.Host, ct);
        if (Swedish.Fold(to.Name) != Swedish.Fold(body.Name))
            await RememberName(body, ct);
        var names = await Names(ct);
        body.Change(to, about => about is { } named ? names.GetValueOrDefault(named) : null, clock.Now(), by.Person);
    }, ct);

    async Task Check(Guid? self, string name, string kind, Guid? parent, Guid? host, CancellationToken ct)
    {
        Refusal.Heed(TextRules.Name(name, "Organets namn") ?? TextRules.OneLine(kind, "Slaget"));
        var known = await db.Set<Body>().Select(b => new { b.Id, b.Name, b.Parent }).ToListAsync(ct);
        Refusal.Heed(known.Exists(b => b.Id != self && Swedish.Fold(b.Name) == Swedish.Fold(name)) ? new("body-exists", $"{name} finns redan i området.") : null);
        Refusal.Heed(parent is not null && known.TrueForAll(b => b.Id != parent) ? new("parent-missing", "Organet som det rapporterar till finns inte. Välj det i listan.") : null);
        Refusal.Heed(await db.Set<Organisation>().AnyAsync(o => o.Id == host, ct) ? null : new("host-missing", "Välj vilken organisation som förvarar organets handlingar."));
        var above = known.ToDictionary(b => b.Id, b => b.Parent);
        for (var (at, steps) = (parent, 0); at is { } one && self is not null; at = above.GetValueOrDefault(one), steps++)
            Refusal.Heed(one == self || steps > known.Count ? new("parent-cycle", "Ett organ kan inte rapportera till sig självt eller till ett organ under sig. Välj ett annat.") : null);
    }

    /// <summary>Older minutes say the older name.</summary>
    async Task RememberName(Body body, CancellationToken ct)
    {
        var folded = Swedish.Fold(body.Name);
        if (!await db.Set<BodyAlias>().AnyAsync(a => a.Folded == folded, ct))
            db.Add(new BodyAlias(db.Area, body.Id, folded));
    }

    async Task<Dictionary<Guid, string>> Names(CancellationToken ct) =>
        (await db.Set<Body>().Select(b => new { b.Id, b.Name }).ToListAsync(ct)).Concat(await db.Set<Organisation>().Select(o => new { o.Id, o.Name }).ToListAsync(ct)).ToDictionary(n => n.Id, n => n.Name);

    static Refusal? CodeFault(string code) =>
        code.Length == 0 ? new("code-missing", "Koden saknas. Skriv två eller tre bokstäver, till exempel SR.")
        : code.Length > LongestCode || !code.All(char.IsLetterOrDigit) ? new("code-odd", $"Koden är bokstäver och siffror, högst {LongestCode}, till exempel SR.")
        : null;
}
