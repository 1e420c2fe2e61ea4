using Microsoft.EntityFrameworkCore;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Import.Pages;

/// <summary>Finds what the page of one document shows, and keeps what is typed into it.</summary>
sealed class ReviewViews(SamverkDb db, ImportLists lists, Importing importing, MeetingsRecord meetings, AreaDirectory directory)
{
    /// <param name="typed">A posted form whose words are shown instead of the kept ones; null for the kept review.</param>
    /// <returns>Null when there is no such document, or it has not been read.</returns>
    public async Task<ReviewView?> Find(Guid batch, Guid document, Actor actor, IFormCollection? typed, CancellationToken ct)
    {
        if (await lists.Documents([document], actor, ct) is not [var row] || row.Batch != batch
            || await lists.Original(document, ct) is not { } original || await lists.Batch(batch, actor, ct) is not { } all)
            return null;
        var version = await db.Set<Document>().Where(d => d.Id == document).Select(d => d.Version).SingleAsync(ct);
        var review = (await db.Set<Reading>().SingleAsync(r => r.Document == document, ct)).Review;
        if (typed is not null)
            ReviewForm.Read(typed, review);
        var known = review.Body is { } body && review.Day is { } day ? await meetings.Recorded(body, day, ct) : null;
        return new(row, all, original, review, version, await Known.Load(directory, ct))
        {
            Place = await lists.Before(row, actor, ct) + 1,
            SameMeeting = known?.Document == document ? null : known,
            MayFetch = await lists.MayFetch(document, actor, asFile: true, ct) is null,
            MayRecord = review.Body is { } recording ? actor.MayRecord(recording) : null,
        };
    }

    /// <summary>Keeps a posted form in the review of the version that the form was made of.</summary>
    /// <returns>The version after it, or why it was not kept.</returns>
    public async Task<(int Version, Refusal? Refusal)> Keep(Guid document, IFormCollection form, Actor actor, CancellationToken ct)
    {
        var seen = int.TryParse(form[nameof(Document.Version)], out var version) ? version : -1;
        var reading = await db.Set<Reading>().SingleOrDefaultAsync(r => r.Document == document, ct);
        if (reading is null)
            return (seen, new("no-document", "Dokumentet finns inte, eller är inte läst än."));
        var review = reading.Review;
        ReviewForm.Read(form, review);
        var refusal = await importing.Save(document, review, seen, actor, ct);
        db.ChangeTracker.Clear();
        return (seen + 1, refusal);
    }
}
