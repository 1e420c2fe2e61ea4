using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

static class FoundRows
{
    /// <summary>The row itself, to be changed; a refusal when there is none in this area.</summary>
    public static async Task<T> One<T>(this SamverkDb db, Expression<Func<T, bool>> which, Refusal missing, CancellationToken ct) where T : class =>
        await db.Set<T>().AsTracking().SingleOrDefaultAsync(which, ct) ?? throw new RefusedException(missing);

    public static Task<Body> Body(this SamverkDb db, Guid? id, CancellationToken ct) => db.One<Body>(b => b.Id == id, new("body-missing", "Välj organet i listan."), ct);

    /// <summary>Refused too when it has been anonymised: nothing is given to or changed about nobody.</summary>
    public static async Task<Person> Person(this SamverkDb db, Guid? id, CancellationToken ct)
    {
        var person = await db.One<Person>(p => p.Id == id, new("person-missing", "Personen finns inte. Välj i listan eller skriv ett nytt namn."), ct);
        Refusal.Heed(person.AnonymisedAt is null ? null : new("person-anonymised", "Personen är anonymiserad och kan inte ändras. Är det någon som har kommit tillbaka, lägg till personen på nytt."));
        return person;
    }

    public static Task<Organisation> Organisation(this SamverkDb db, Guid? id, CancellationToken ct) =>
        db.One<Organisation>(o => o.Id == id, new("organisation-missing", "Organisationen finns inte. Välj den i listan."), ct);
}
