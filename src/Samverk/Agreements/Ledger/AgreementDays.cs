using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>
/// What follows of answers and of days that come: an agreement takes effect, takes another's place, expires. Looked at after
/// every answer, and by the outbox on the days that matter.
/// </summary>
sealed class AgreementDays(SamverkDb db, Work work, TimeProvider clock)
{
    public const string Kind = "agreements.day";

    /// <summary>When in the day that the outbox looks.</summary>
    static readonly TimeOnly Morning = new(0, 5);

    /// <summary>Called by the outbox on a day that matters, as often as it likes.</summary>
    public Task Look(Guid id, CancellationToken ct) => work.Must(async () =>
    {
        await db.OneAtATime(ct);
        if (await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Id == id && a.KeptOn != null, ct) is { } agreement)
            await Look(agreement, ct);
    }, ct);

    /// <summary>Does what follows today, and sees to it that it is looked at again on the next day that matters. Within a unit of work.</summary>
    public async Task Look(Agreement agreement, CancellationToken ct)
    {
        var today = clock.Today();
        var effect = await Settle(agreement, today, ct);
        if (agreement is { State: AgreementState.InForce, ValidTo: { } last } && last < today)
            agreement.Step(AgreementActKind.Expired, last.AddDays(1), $"Gällde till och med {last.InWords()}", clock.Now(), null, null);
        DateOnly?[] coming = [effect?.Since, agreement.State == AgreementState.InForce ? agreement.ValidTo?.AddDays(1) : null];
        await Again(agreement.Id, coming.Where(day => day > today).Min(), ct);
    }

    async Task<Effect?> Settle(Agreement agreement, DateOnly today, CancellationToken ct)
    {
        var round = db.Set<AdoptionRound>().Local.Where(r => r.Agreement == agreement.Id && r.IsOpen).MaxBy(r => r.Number)
            ?? await db.Set<AdoptionRound>().AsTracking().Where(r => r.Agreement == agreement.Id && r.ClosedAt == null).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (round is null || agreement.State is not (AgreementState.Adopting or AgreementState.InForce))
            return null;
        var effect = round.Effect(agreement.Rule);
        if (!effect.IsInForce(today))
            return effect;
        agreement.TakeEffect(round.Version, effect.Since!.Value, clock.Now());
        if (agreement.Replaces is { } replaced && await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Id == replaced, ct) is { } before && before.May(AgreementActKind.Replaced) is null)
            before.Step(AgreementActKind.Replaced, effect.Since.Value, $"Ersatt av {agreement.Name}", clock.Now(), null, null);
        return effect;
    }

    // One row waits for each agreement; another day takes its place.
    async Task Again(Guid agreement, DateOnly? day, CancellationToken ct)
    {
        await db.Set<OutboxRow>().Where(r => r.Kind == Kind && r.About == agreement && r.DoneAt == null).ExecuteDeleteAsync(ct);
        if (day is { } next)
            db.Add(new OutboxRow(db.Area, Kind, agreement, next.At(Morning).ToUniversalTime()));
    }
}
