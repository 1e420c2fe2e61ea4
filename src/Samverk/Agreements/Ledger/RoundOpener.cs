using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>Asks the parties of an agreement to adopt a text that a body has recommended. Its verbs are called within a unit of work.</summary>
sealed class RoundOpener(SamverkDb db, AreaDirectory directory, AgreementDays days)
{
    /// <summary>Opens the round of a recommended text; what was open before is closed. With no parties to ask nothing is opened, and the agreement says so.</summary>
    public async Task Open(Recommended recommended, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var text = await db.Set<AgreementText>().SingleOrDefaultAsync(t => t.Agreement == recommended.Agreement && t.Number == recommended.Version && t.LockedAt != null, ct);
        var agreement = await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Id == recommended.Agreement && a.KeptOn != null, ct);
        // What has ended, or was never here, is not adopted anew; the minutes stand as they are.
        if (text is null || agreement is null || agreement.State is AgreementState.Fallen or AgreementState.Terminated or AgreementState.Expired or AgreementState.Replaced)
            return;
        var rounds = await db.Set<AdoptionRound>().AsTracking().Where(r => r.Agreement == agreement.Id).OrderByDescending(r => r.Number).ToListAsync(ct);
        // The same text recommended once more is the round that is open.
        if (rounds.Exists(r => r.IsOpen && r.Version == recommended.Version))
            return;
        await Open(agreement, text, recommended, rounds, at, by, ct);
    }

    /// <param name="rounds">All that the agreement has had, the newest first.</param>
    public async Task Open(Agreement agreement, AgreementText text, Recommended recommended, List<AdoptionRound> rounds, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        agreement.Recommend(recommended, at, by);
        if (agreement.Bound().Count == 0)
            return;
        foreach (var open in rounds.Where(r => r.IsOpen))
            open.Close(at);
        var names = (await directory.Organisations(ct)).ToDictionary(o => o.Id, o => o.Name);
        var before = rounds.FirstOrDefault()?.Adoptions.ToDictionary(a => a.Organisation);
        var round = db.Add(new AdoptionRound(agreement, rounds.Count + 1, text, recommended, DateOnly.FromDateTime(at.Local()).AddDays(agreement.AnswerDays), at, by)).Entity;
        foreach (var party in agreement.Bound())
            round.Ask(party.Organisation, names.GetValueOrDefault(party.Organisation, "–"), at, by, before?.GetValueOrDefault(party.Organisation));
        agreement.OpenRound(round, round.Adoptions.Count, at, by);
        await days.Look(agreement, ct);
    }
}
