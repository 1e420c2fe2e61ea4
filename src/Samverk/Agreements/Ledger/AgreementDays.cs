using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Backlog;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>
/// What follows of answers and of days that come: an agreement takes effect, takes another's place, is put before its body
/// ahead of its last day, expires. Looked at after every answer, and by the outbox on the days that matter.
/// </summary>
sealed class AgreementDays(SamverkDb db, Work work, BacklogBook backlog, TimeProvider clock)
{
    public const string Kind = "agreements.day";

    /// <summary>So long before its last day, and before it is to be looked over, the responsible body gets the matter.</summary>
    public const int DaysBeforeEnd = 180, DaysBeforeReview = 90;

    /// <summary>When in the day that an agreement takes effect or expires, and when letters are sent.</summary>
    static readonly TimeOnly Night = new(0, 5), Morning = new(8, 0);

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
        var round = await OpenRound(agreement.Id, ct);
        var effect = round is not null && agreement.State is AgreementState.Adopting or AgreementState.InForce ? round!.Effect(agreement.Rule) : null;
        if (effect?.IsInForce(today) == true)
            await TakeEffect(agreement, round!, effect, today, ct);
        if (agreement is { State: AgreementState.InForce, ValidTo: { } last } && last < today)
        {
            await Close(agreement.Id, ct);
            agreement.Step(AgreementActKind.Expired, last.AddDays(1), $"Gällde till och med {last.InWords()}", clock.Now(), null, null);
        }
        if (agreement.State == AgreementState.InForce)
            await PutBeforeBody(agreement, today, ct);
        await Again(agreement.Id, Next(agreement, round, effect, today), ct);
    }

    async Task<AdoptionRound?> OpenRound(Guid agreement, CancellationToken ct) =>
        db.Set<AdoptionRound>().Local.Where(r => r.Agreement == agreement && r.IsOpen).MaxBy(r => r.Number)
        ?? await db.Set<AdoptionRound>().AsTracking().Where(r => r.Agreement == agreement && r.ClosedAt == null).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    async Task TakeEffect(Agreement agreement, AdoptionRound round, Effect effect, DateOnly today, CancellationToken ct)
    {
        agreement.TakeEffect(round.Version, effect.Since!.Value, clock.Now());
        var bound = effect.Parties.Count(p => p.Value <= today);
        if (!await db.Set<EffectCertificate>().AnyAsync(c => c.Agreement == agreement.Id && c.Version == round.Version && c.Parties == bound, ct))
            db.Add(new OutboxRow(db.Area, Certificates.Kind, agreement.Id, clock.Now()));
        if (agreement.Replaces is { } replaced && round.IsSettled(agreement.Rule, today) && await db.Set<Agreement>().AsTracking().SingleOrDefaultAsync(a => a.Id == replaced, ct) is { } before && before.May(AgreementActKind.Replaced) is null)
        {
            before.Step(AgreementActKind.Replaced, effect.Parties.Values.Max(), $"Ersatt av {agreement.Name}", clock.Now(), null, null);
            await Close(replaced, ct);
        }
    }

    /// <summary>Nobody is asked any more about an agreement that has ended. Within a unit of work.</summary>
    public async Task Close(Guid agreement, CancellationToken ct)
    {
        foreach (var round in await db.Set<AdoptionRound>().AsTracking().Where(r => r.Agreement == agreement && r.ClosedAt == null).ToListAsync(ct))
            round.Close(clock.Now());
    }

    // In good time before it ends, and before it is to be looked over; the backlog keeps one of each.
    async Task PutBeforeBody(Agreement agreement, DateOnly today, CancellationToken ct)
    {
        var ends = agreement.ValidTo is { } last && last.AddDays(-DaysBeforeEnd) <= today;
        if (ends && agreement.Warned != agreement.ValidTo)
        {
            await backlog.Put(agreement.Body!.Value, BacklogMatter.Of(BacklogKind.Other, $"{agreement.Name} slutar gälla {agreement.ValidTo!.Value.InWords()}: förläng, ersätt eller låt löpa ut", null, AgreementPages.Of(agreement.Id)) with { DueOn = agreement.ValidTo }, clock.Now(), null, ct);
            agreement.WarnOf(agreement.ValidTo.Value);
        }
        else if (!ends && agreement.ReviewOn is { } review && review.AddDays(-DaysBeforeReview) <= today && agreement.Warned != review)
        {
            await backlog.Put(agreement.Body!.Value, BacklogMatter.Of(BacklogKind.Other, $"{agreement.Name} ska ses över senast {review.InWords()}", null, AgreementPages.Of(agreement.Id)) with { DueOn = review }, clock.Now(), null, ct);
            agreement.WarnOf(review);
        }
    }

    DateTimeOffset? Next(Agreement agreement, AdoptionRound? round, Effect? effect, DateOnly today)
    {
        var isInForce = agreement.State == AgreementState.InForce;
        DateOnly?[] days = [effect?.Since, .. effect?.Parties.Values.Select(day => (DateOnly?)day) ?? [], .. isInForce
            ? new[] { agreement.ValidTo?.AddDays(1), agreement.ValidTo?.AddDays(-DaysBeforeEnd), agreement.ReviewOn?.AddDays(-DaysBeforeReview) } : []];
        var reminders = round?.Adoptions.Select(a => a.RemindNext) ?? [];
        return days.Where(day => day > today).Select(day => day!.Value.At(Night)).Concat(reminders.OfType<DateOnly>().Select(Letters)).Select(at => (DateTimeOffset?)at.ToUniversalTime()).Min();
    }

    // One whose day has been and that could not be sent is tried again tomorrow.
    DateTimeOffset Letters(DateOnly day)
    {
        var morning = day.At(Morning);
        return morning > clock.GetUtcNow() ? morning : clock.Today().AddDays(1).At(Morning);
    }

    // One row waits for each agreement; another day takes its place.
    async Task Again(Guid agreement, DateTimeOffset? at, CancellationToken ct)
    {
        await db.Set<OutboxRow>().Where(r => r.Kind == Kind && r.About == agreement && r.DoneAt == null).ExecuteDeleteAsync(ct);
        if (at is { } due)
            db.Add(new OutboxRow(db.Area, Kind, agreement, due));
    }
}
