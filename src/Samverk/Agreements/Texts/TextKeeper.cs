using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Texts;

/// <summary>Writes the versions of an agreement's text, and locks them.</summary>
public sealed class TextKeeper(SamverkDb db, Work work, AreaDirectory directory, Typeface typeface, TimeProvider clock)
{
    static Refusal NoText { get; } = new("no-text", "Versionen finns inte.");

    /// <summary>Begins a new version, from the one before.</summary>
    public Task<Refusal?> Begin(Guid agreement, string text, string? reason, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var of = await db.Kept(agreement, actor, ct);
        var last = await db.Set<AgreementText>().Where(t => t.Agreement == agreement).OrderByDescending(t => t.Number).Select(t => new { t.Number, IsLocked = t.LockedAt != null }).FirstOrDefaultAsync(ct);
        Refusal.Heed(last is { IsLocked: false } ? new("text-open", $"Version {last.Number} är inte låst än. Skriv vidare i den.") : null);
        db.Add(new AgreementText(of, (last?.Number ?? 0) + 1, text, reason, clock.Now(), actor.Person));
    }, ct);

    /// <param name="edition">What the writer had before them.</param>
    public Task<Refusal?> Write(Guid agreement, int number, string text, string? reason, int edition, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        await db.Kept(agreement, actor, ct);
        (await One(agreement, number, ct)).Write(text, reason, edition, clock.Now(), actor.Person);
    }, ct);

    /// <summary>Locks a version: its PDF is made, and it never changes.</summary>
    public Task<Refusal?> Lock(Guid agreement, int number, int edition, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        var of = await db.Kept(agreement, actor, ct);
        var text = await One(agreement, number, ct);
        Refusal.Heed(edition == text.Edition ? null : new("stale", "Texten har ändrats sedan du läste den. Läs den igen och lås den sedan."));
        var body = of.Body is { } id ? await directory.Body(id, ct) : null;
        Lock(of, text, body?.Name ?? "", clock.Now(), actor);
    }, ct);

    /// <summary>Makes the PDF of a text, once. Within a unit of work.</summary>
    internal void Lock(Agreement of, AgreementText text, string bodyName, DateTimeOffset at, Actor actor) =>
        text.Lock(PdfWriter.Write(AgreementDocument.Of(of.Name, text.Number, bodyName, text.Text, at), typeface).Bytes, at, actor.Person);

    async Task<AgreementText> One(Guid agreement, int number, CancellationToken ct) =>
        await db.Set<AgreementText>().AsTracking().SingleOrDefaultAsync(t => t.Agreement == agreement && t.Number == number, ct) ?? throw new RefusedException(NoText);
}
