using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Agreements.Texts;

/// <summary>A version of an agreement's text, without the text.</summary>
public sealed record TextRow(int Number, string? Reason, DateTimeOffset WrittenAt, DateTimeOffset? LockedAt, string? Seal, int Edition);

/// <param name="Before">The version before it, that it is compared with; null for the first.</param>
public sealed record TextView(TextRow Row, string Text, string? Before, bool MayWrite);

/// <summary>Reads texts for those who may see them: a locked one is everybody's in the area, before that it is its keepers'.</summary>
public sealed class TextLists(SamverkDb db)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<TextRow>> Of(Guid agreement, Actor actor, CancellationToken ct) =>
        await Seen(agreement, await MayKeep(agreement, actor, ct)).OrderByDescending(t => t.Number).Select(t => new TextRow(t.Number, t.Reason, t.WrittenAt, t.LockedAt, t.Seal, t.Edition)).ToListAsync(ct);

    /// <returns>Null when there is none that they may see.</returns>
    public async Task<TextView?> One(Guid agreement, int number, Actor actor, CancellationToken ct)
    {
        var keeps = await MayKeep(agreement, actor, ct);
        var found = await Seen(agreement, keeps).Where(t => t.Number == number || t.Number == number - 1)
            .Select(t => new { Row = new TextRow(t.Number, t.Reason, t.WrittenAt, t.LockedAt, t.Seal, t.Edition), t.Text }).ToListAsync(ct);
        return found.Find(t => t.Row.Number == number) is { } one ? new(one.Row, one.Text, found.Find(t => t.Row.Number == number - 1)?.Text, keeps && one.Row.LockedAt is null) : null;
    }

    /// <summary>The locked file, byte for byte.</summary>
    public Task<byte[]?> Pdf(Guid agreement, int number, CancellationToken ct) =>
        db.Set<AgreementText>().Where(t => t.Agreement == agreement && t.Number == number && t.LockedAt != null).Select(t => t.Pdf).SingleOrDefaultAsync(ct);

    IQueryable<AgreementText> Seen(Guid agreement, bool keeps) => db.Set<AgreementText>().Where(t => t.Agreement == agreement && (keeps || t.LockedAt != null));

    async Task<bool> MayKeep(Guid agreement, Actor actor, CancellationToken ct) =>
        await db.Set<Agreement>().Where(a => a.Id == agreement).Select(a => a.Body).SingleOrDefaultAsync(ct) is { } body && actor.May(Permission.KeepAgreement, new(Body: body)) is null;
}
