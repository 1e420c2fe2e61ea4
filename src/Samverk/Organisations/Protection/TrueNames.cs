using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <param name="Name">Never to be kept, sent or shown to anybody else than the one who asked.</param>
public sealed record TrueName(Guid Person, string Name, string? Title);

/// <summary>What those with protected identity are really called, for those who look after their organisation. Each reading is a row of the log.</summary>
public sealed class TrueNames(SamverkDb db, Work work, TimeProvider clock)
{
    /// <summary>Of these people, those with protected identity whom the actor may know.</summary>
    public async Task<IReadOnlyDictionary<Guid, TrueName>> Read(IEnumerable<Guid> people, Actor actor, CancellationToken ct)
    {
        List<Guid> asked = [.. people];
        if (asked.Count == 0 || actor.May(Permission.KeepOrganisation) is not null)
            return new Dictionary<Guid, TrueName>();
        var found = (await Of(p => asked.Contains(p), ct)).FindAll(n => actor.MayKeep(n.Organisation) is null).ToDictionary(n => n.True.Person, n => n.True);
        if (found.Count > 0)
            await work.Must(() => Remember(found.Keys, actor), ct);
        return found;
    }

    /// <summary>One person's; null when they are not protected, or the actor may not know.</summary>
    public async Task<TrueName?> Read(Guid person, Actor actor, CancellationToken ct) => (await Read([person], actor, ct)).GetValueOrDefault(person);

    /// <summary>Those whom the actor may know and whose name has all these words; none when there are no words.</summary>
    public async Task<IReadOnlyList<TrueName>> Search(string text, Actor actor, CancellationToken ct)
    {
        var words = Swedish.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || actor.May(Permission.KeepOrganisation) is not null)
            return [];
        var found = (await Of(_ => true, ct)).Where(n => words.All(w => Swedish.Fold(n.True.Name).Contains(w, StringComparison.Ordinal))).Select(n => n.True.Person);
        return [.. (await Read(found, actor, ct)).Values.OrderBy(n => n.Name, Swedish.Names)];
    }

    Task Remember(IEnumerable<Guid> read, Actor actor)
    {
        foreach (var person in read)
            work.Remember(new ProtectedRead(person, "Namnet på en person med skyddade personuppgifter visades", clock.Now(), actor.Person));
        return Task.CompletedTask;
    }

    async Task<List<(TrueName True, Guid? Organisation)>> Of(System.Linq.Expressions.Expression<Func<Guid, bool>> which, CancellationToken ct)
    {
        var people = db.Set<ProtectedName>().Select(n => n.Person).Where(which);
        var rows = await (from n in db.Set<ProtectedName>()
                          join p in db.Set<Person>() on n.Person equals p.Id
                          where people.Contains(n.Person)
                          select new { n.Person, n.Name, n.Title, p.Organisation }).ToListAsync(ct);
        return rows.ConvertAll(r => (new TrueName(r.Person, r.Name, r.Title), r.Organisation));
    }
}
