using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Ledger;

/// <summary>The sealed paper that says that an agreement is in force, and for whom. A new one is made when one more party is bound; the old ones stay.</summary>
internal sealed class EffectCertificate : IOwned
{
    EffectCertificate() { }

    public EffectCertificate(Agreement agreement, int version, int parties, byte[] pdf, DateTimeOffset at) =>
        (Area, Owner, Agreement, Version, Parties, Pdf, At) = (agreement.Area, agreement.Owner, agreement.Id, version, parties, pdf, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Agreement { get; private set; }
    public int Version { get; private set; }
    /// <summary>How many it says that the agreement binds.</summary>
    public int Parties { get; private set; }
    public byte[] Pdf { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}

/// <summary>Makes certificates, after the commit that they follow from: a time-stamp service may have to be asked.</summary>
sealed class Certificates(SamverkDb db, Work work, AgreementViews views, RoundPress press, TimeProvider clock)
{
    public const string Kind = "agreements.certificate";

    /// <summary>Makes the certificate unless there is one that says the same. Called by the outbox, as often as it likes.</summary>
    public async Task Make(Guid id, CancellationToken ct)
    {
        var nobody = new Actor(Guid.Empty, "", null, db.Area, "");
        if (await views.One(id, nobody, ct) is not { State: AgreementState.InForce, Round: { } round, Effect: { } effect } view || round.Version != view.VersionInForce)
            return;
        var bound = effect.Parties.Where(p => p.Value <= clock.Today()).ToDictionary();
        if (await Latest(id).Select(c => new { c.Version, c.Parties }).FirstOrDefaultAsync(ct) is { } known && known.Version == round.Version && known.Parties == bound.Count)
            return;
        var (at, agreement) = (clock.Now(), await db.Set<Agreement>().SingleAsync(a => a.Id == id, ct));
        var pdf = await press.Certificate(view, round, bound, at, ct);
        await work.Must(() => Task.FromResult(db.Add(new EffectCertificate(agreement, round.Version, bound.Count, pdf, at))), ct);
    }

    public async Task<byte[]?> Pdf(Guid agreement, CancellationToken ct) => await Latest(agreement).Select(c => c.Pdf).FirstOrDefaultAsync(ct);

    IQueryable<EffectCertificate> Latest(Guid agreement) => db.Set<EffectCertificate>().Where(c => c.Agreement == agreement).OrderByDescending(c => c.At).ThenByDescending(c => c.Id);
}
