using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>Somebody of the World that a visitor can be.</summary>
/// <param name="What">'Administratör', 'Sekreterare i Samverkansrådet', else title and organisation.</param>
public sealed record SignInPerson(Guid Id, string Name, string What);

/// <summary>The people of a demo, by what they may, for the sign-in page: nobody is at the door yet, so each area is asked in turn.</summary>
sealed class SignInPeople(EveryArea areas)
{
    public async Task<IReadOnlyList<(string Group, IReadOnlyList<SignInPerson> People)>> All(DateOnly today, CancellationToken ct)
    {
        var found = await areas.Ask((services, _) => InArea(services.GetRequiredService<SamverkDb>(), today, ct), ct);
        return [.. found.SelectMany(groups => groups).GroupBy(g => g.Group).Select(g => (g.Key, (IReadOnlyList<SignInPerson>)[.. g.SelectMany(inArea => inArea.People)]))];
    }

    /// <summary>The area of a person; null when no area has them.</summary>
    public async Task<Guid?> AreaOf(Guid person, CancellationToken ct) =>
        (await areas.Ask((services, _) => services.GetRequiredService<SamverkDb>().Set<Person>().Where(p => p.Id == person).Select(p => (Guid?)p.Area).SingleOrDefaultAsync(ct), ct))
            .Find(area => area is not null);

    static async Task<IReadOnlyList<(string Group, IReadOnlyList<SignInPerson> People)>> InArea(SamverkDb db, DateOnly today, CancellationToken ct)
    {
        var people = await (from p in db.Set<Person>().Where(p => p.AnonymisedAt == null)
                            join o in db.Set<Organisation>() on p.Organisation equals o.Id into organisations
                            from o in organisations.DefaultIfEmpty()
                            orderby p.NameSort
                            select new { p.Id, p.Name, p.Title, Organisation = o == null ? null : o.Name }).ToListAsync(ct);
        var administrators = (await db.Set<Function>()
            .Where(f => f.Kind == FunctionKind.Administrator && f.Organisation == null && f.From <= today && (f.To == null || f.To >= today)).Select(f => f.Person).ToListAsync(ct)).ToHashSet();
        var secretaries = (await (from s in db.Set<Standing>()
                                  join b in db.Set<Body>() on s.Body equals b.Id
                                  where s.Kind == StandingKind.Secretary && s.From <= today && (s.To == null || s.To >= today)
                                  orderby b.NameSort
                                  select new { s.Person, b.ShortName }).ToListAsync(ct)).ToLookup(s => s.Person, s => s.ShortName);
        var others = people.Where(p => !administrators.Contains(p.Id) && !secretaries.Contains(p.Id));
        return
        [
            ("Administratörer", [.. people.Where(p => administrators.Contains(p.Id)).Select(p => new SignInPerson(p.Id, p.Name, About(p.Title, p.Organisation)))]),
            ("Sekreterare", [.. people.Where(p => !administrators.Contains(p.Id) && secretaries.Contains(p.Id))
                .Select(p => new SignInPerson(p.Id, p.Name, string.Join(", ", secretaries[p.Id])))]),
            ("Övriga", [.. others.Select(p => new SignInPerson(p.Id, p.Name, About(p.Title, p.Organisation)))]),
        ];
    }

    static string About(string? title, string? organisation) => string.Join(", ", new[] { title, organisation }.Where(part => !string.IsNullOrWhiteSpace(part)));
}
