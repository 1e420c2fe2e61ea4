using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Ledger;
using Samverk.Meetings;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements;

/// <param name="State">Null where the minutes only mention it.</param>
public sealed record RecordedAgreement(string? Item, string Name, AgreementState? State, bool NeedsRevision, Span Source);

public sealed record RecordedConsultation(string? Item, string Subject, DayOrMonth? Deadline, string? RespondTo, Span Source);

/// <summary>What other rooms may put into the record of agreements and consultations. Verbs are called within a unit of work.</summary>
public sealed class AgreementsRecord(SamverkDb db)
{
    /// <summary>Puts the agreements and consultations of confirmed minutes into the record; an agreement of the same name is the same.</summary>
    public async Task Record(BodyInfo body, Guid meeting, DateOnly on, IReadOnlyList<RecordedAgreement> mentions, IEnumerable<RecordedConsultation> consultations, DateTimeOffset at, Guid? by, CancellationToken ct)
    {
        var folded = mentions.Select(m => Agreement.FoldName(m.Name)).Distinct().ToList();
        var known = await db.Set<Agreement>().Where(a => folded.Contains(a.Folded)).ToDictionaryAsync(a => a.Folded, a => a.Id, ct);
        foreach (var mention in mentions)
        {
            var key = Agreement.FoldName(mention.Name);
            if (!known.TryGetValue(key, out var id))
                known[key] = id = db.Add(new Agreement(body, mention.Name, at, by)).Entity.Id;
            db.Add(new AgreementMention(body, id, meeting, on, mention));
        }
        db.AddRange(consultations.Select(c => new Consultation(body, meeting, on, c)));
    }
}

/// <summary>An agreement that adjusted minutes recommend is in the register as recommended; where the minutes name a text that is kept here, its parties are asked to adopt it.</summary>
sealed class WhenMinutesAdjusted(SamverkDb db, AgreementsRecord agreements, MeetingsRecord meetings, AreaDirectory directory, RoundOpener rounds) : IHear<MinutesAdjusted>
{
    public async Task Hear(MinutesAdjusted happening, CancellationToken ct)
    {
        var (notes, body) = ((await meetings.Adjusted(happening.Text, ct)).All<RecommendationNote>().ToList(), (await directory.Body(happening.Body, ct))!);
        var byName = notes.Where(n => n.Content.Of is null).Select(n => Mention(n.Item.Number, n.Content));
        await agreements.Record(body, happening.Meeting, happening.On, [.. byName], [], happening.At, happening.By, ct);
        foreach (var (item, _, note) in notes)
            if (note is { Of: { } id, Version: { } version } && await db.Set<Agreement>().AnyAsync(a => a.Id == id, ct))
            {
                db.Add(new AgreementMention(body, id, happening.Meeting, happening.On, Mention(item.Number, note)));
                await rounds.Open(new(id, version, happening.Meeting, happening.Body, body.Name, happening.On, item.Number, happening.Seal), happening.At, happening.By, ct);
            }
    }

    static RecordedAgreement Mention(string item, RecommendationNote note) => new(item, note.Agreement, AgreementState.Recommended, NeedsRevision: false, Span.None);
}

/// <summary>When a recording is undone, its mentions and consultations leave the registers.</summary>
sealed class WhenMeetingWithdrawn(SamverkDb db) : IHear<MeetingWithdrawn>
{
    public Task Hear(MeetingWithdrawn happening, CancellationToken ct)
    {
        db.Add(new WithdrawnMeeting(db.Area, happening.Meeting, happening.At, happening.By));
        return Task.CompletedTask;
    }
}
