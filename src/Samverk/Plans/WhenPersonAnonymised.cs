using Microsoft.EntityFrameworkCore;
using Samverk.Organisations.Protection;
using Samverk.Plans.Working;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Plans;

/// <summary>Assignments keep the name that the minutes gave them, and no longer say which person it is.</summary>
sealed class WhenPersonAnonymised(SamverkDb db) : IHear<PersonAnonymised>
{
    public async Task Hear(PersonAnonymised happening, CancellationToken ct)
    {
        await db.Set<Assignment>().Where(a => a.AssigneePerson == happening.Person).ExecuteUpdateAsync(a => a.SetProperty(x => x.AssigneePerson, (Guid?)null), ct);
        await db.Set<Coworker>().Where(c => c.Person == happening.Person && c.LeftAt == null).ExecuteUpdateAsync(c => c.SetProperty(x => x.LeftAt, happening.At), ct);
        await db.Set<AssignmentAct>().Where(a => a.ToPerson == happening.Person).ExecuteUpdateAsync(a => a.SetProperty(x => x.ToPerson, (Guid?)null), ct);
    }

    /// <summary>Why a person can't be anonymised: what they have promised is not reported.</summary>
    public static async Task<Refusal?> Hold(IServiceProvider services, Guid person, CancellationToken ct)
    {
        var open = await services.GetRequiredService<PlansLists>().Count(AssignmentView.Open, default, person, ct);
        return open == 0 ? null : new("open-assignment", $"Personen har {SwedishText.Word(open)} {(open == 1 ? "uppdrag som inte är redovisat" : "uppdrag som inte är redovisade")}. Redovisa {(open == 1 ? "det" : "dem")} först.");
    }
}
