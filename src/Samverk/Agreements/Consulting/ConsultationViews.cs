using Microsoft.EntityFrameworkCore;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Pdf.Content;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Agreements.Consulting;

/// <summary>One consultee, as its reader may see it.</summary>
/// <param name="State">How far it has come: to others than itself, whether it has answered.</param>
/// <param name="LastDay">Its own last day.</param>
/// <param name="IsOwn">The reader answers for it.</param>
public sealed record ConsulteeRow(Guid Id, Guid? Organisation, Guid? Body, string Name, string? Mail, ResponseState State, DateOnly LastDay, DateOnly? ExtendedTo, string? ExtensionReason,
    DateTimeOffset? AskedAt, DateOnly? RemindedOn, int Reminders, bool IsOwn)
{
    public bool HasAnswered => State is ResponseState.Sent or ResponseState.Abstained;

    public bool IsPast(DateOnly today) => LastDay < today;

    public string Words(DateOnly today) => IsOwn ? State.Words() : State.Shown(IsPast(today));
}

/// <summary>A consultation that is kept here, with what its page shows.</summary>
/// <param name="LastDay">For those who have not been given longer.</param>
/// <param name="Until">The last day of anybody.</param>
/// <param name="Parts">The headings of the text.</param>
/// <param name="NextVersion">The locked text that came after the one that was asked about; null when there is none.</param>
public sealed record ConsultationView(Guid Id, Guid Agreement, string Name, int Version, string TextSeal, Guid Body, string BodyName, string? About, IReadOnlyList<string> Questions, string? RespondTo, DateOnly LastDay, DateOnly Until,
    ConsultationState State, DateTimeOffset? OpenedAt, DateTimeOffset? CompiledAt, int Edition, IReadOnlyList<ConsulteeRow> Consultees, IReadOnlyList<AnswerPlace> Parts, int? NextVersion, bool MayKeep)
{
    public IEnumerable<ConsulteeRow> Answered => Consultees.Where(c => c.HasAnswered);
    public IEnumerable<ConsulteeRow> Silent => Consultees.Where(c => !c.HasAnswered);

    /// <summary>Whether more can be asked: while it is open, and there is a day left for those who are new.</summary>
    public bool MayWiden(DateOnly today) => State == ConsultationState.Open && LastDay >= today;

    /// <summary>Everything that can be remarked on, in the order of the form.</summary>
    public IReadOnlyList<AnswerPlace> Places => TextParts.Places(Questions, Parts);
}

public sealed record FileOfAnswer(Guid Id, string Name);

/// <summary>A remark with what the responsible answers to it.</summary>
public sealed record RemarkRow(Guid Response, int Position, PlaceKind Kind, int Index, string Title, string Words, string? Reply, ReplyOutcome? Outcome);

/// <summary>A version of an answer.</summary>
public sealed record AnswerRow(Guid Id, Guid Consultee, int Number, Stance? Stance, string? CaseNumber, DateTimeOffset WrittenAt, DateTimeOffset? SubmittedAt, Guid? SubmittedBy, string? Returned, DateTimeOffset? SentAt, DateOnly? ReceivedOn, int Edition,
    IReadOnlyList<RemarkRow> Remarks, IReadOnlyList<FileOfAnswer> Files)
{
    /// <summary>The day that it was given.</summary>
    public DateOnly? GivenOn => ReceivedOn ?? (SentAt is { } at ? DateOnly.FromDateTime(at.Local()) : null);

    public string? Said(PlaceKind kind, int index = 0) => Remarks.FirstOrDefault(r => r.Kind == kind && r.Index == index)?.Words;
}

public sealed record ConsulteeActRow(ConsulteeActKind Kind, DateTimeOffset At, string? ByName, string? Words);

/// <summary>Reads consultations that are kept here, each as its reader may see it.</summary>
public sealed class ConsultationViews(SamverkDb db, AreaDirectory directory, TimeProvider clock)
{
    // What is told of a consultee while it writes is the consultee's own.
    static readonly ConsulteeActKind[] Inner = [ConsulteeActKind.Submitted, ConsulteeActKind.Returned];

    /// <returns>Null when there is none that they may see, or only minutes tell of it.</returns>
    public async Task<ConsultationView?> One(Guid id, Actor actor, CancellationToken ct)
    {
        if (await db.Set<Consultation>().Include(c => c.Consultees).SingleOrDefaultAsync(c => c.Id == id && c.Agreement != null, ct) is not { } c)
            return null;
        var keeps = actor.May(Permission.KeepAgreement, new(Body: c.Body)) is null;
        return c.OpenedAt is null && !keeps ? null : await View(c, keeps, e => actor.RespondsFor(e.Organisation, e.Body), ct);
    }

    /// <summary>As the outbox writes letters about it.</summary>
    internal Task<ConsultationView> Of(Consultation consultation, CancellationToken ct) => View(consultation, keeps: true, _ => false, ct);

    async Task<ConsultationView> View(Consultation c, bool keeps, Func<Consultee, bool> isOwn, CancellationToken ct)
    {
        var texts = await db.Set<AgreementText>().Where(t => t.Agreement == c.Agreement && t.LockedAt != null && t.Number >= c.Version).OrderBy(t => t.Number).Select(t => new { t.Number, Text = t.Number == c.Version ? t.Text : "" }).ToListAsync(ct);
        return new(c.Id, c.Agreement!.Value, c.Subject, c.Version!.Value, c.TextSeal!, c.Body, (await directory.Body(c.Body, ct))?.Name ?? "–", c.About, c.Questions, c.RespondTo, c.DeadlineLast!.Value, c.Until!.Value,
            c.State(clock.Today()), c.OpenedAt, c.CompiledAt, c.Edition, [.. c.Consultees.Select(e => Row(c, e, isOwn(e), keeps)).OrderBy(e => e.Name.StartsWith("Region", StringComparison.Ordinal) ? 0 : 1).ThenBy(e => e.Name, Swedish.Names)],
            TextParts.Of(texts.First(t => t.Number == c.Version).Text), texts.Find(t => t.Number > c.Version)?.Number, keeps);
    }

    /// <summary>Those of an agreement that the reader may see, the newest first.</summary>
    public async Task<IReadOnlyList<ConsultationRow>> OfAgreement(Guid agreement, Actor actor, CancellationToken ct)
    {
        var body = await db.Set<Agreement>().Where(a => a.Id == agreement).Select(a => a.Body).SingleOrDefaultAsync(ct);
        var keeps = body is not null && actor.May(Permission.KeepAgreement, new(Body: body)) is null;
        return await db.Set<Consultation>().Where(c => c.Agreement == agreement && (keeps || c.OpenedAt != null)).OrderByDescending(c => c.Id).Take(20).Rows(db).ToListAsync(ct);
    }

    /// <summary>Every version of every answer that the reader may see: what is sent, and their own drafts; the newest first.</summary>
    public Task<IReadOnlyList<AnswerRow>> Answers(Guid consultation, Actor actor, CancellationToken ct) => Read(db.Set<Response>().SeenBy(actor).Where(r => r.Consultation == consultation), ct);

    /// <summary>What has been done with a consultee: what is within it only for those who answer for it.</summary>
    public async Task<IReadOnlyList<ConsulteeActRow>> Acts(ConsulteeRow consultee, CancellationToken ct) =>
        await db.Set<ConsulteeAct>().Where(a => a.Consultee == consultee.Id && (consultee.IsOwn || !Inner.Contains(a.Kind))).OrderByDescending(a => a.Position).Select(a => new ConsulteeActRow(a.Kind, a.At, a.ByName, a.Words)).ToListAsync(ct);

    /// <summary>A file of an answer that the reader may see.</summary>
    public async Task<(string Name, string Type, byte[] Bytes)?> File(Guid consultation, Guid id, Actor actor, CancellationToken ct)
    {
        var seen = db.Set<Response>().IgnoreAutoIncludes().SeenBy(actor).Where(r => r.Consultation == consultation).Select(r => r.Id);
        return await db.Set<ResponseFile>().Where(f => f.Id == id && seen.Contains(f.Response)).Select(f => new { f.Name, f.Type, f.Bytes }).SingleOrDefaultAsync(ct) is { } file ? (file.Name, file.Type, file.Bytes) : null;
    }

    /// <summary>The agreement's locked texts that can be sent out, the newest first.</summary>
    public Task<List<int>> Locked(Guid agreement, CancellationToken ct) =>
        db.Set<AgreementText>().Where(t => t.Agreement == agreement && t.LockedAt != null).OrderByDescending(t => t.Number).Select(t => t.Number).ToListAsync(ct);

    static ConsulteeRow Row(Consultation c, Consultee e, bool own, bool keeps) =>
        new(e.Id, e.Organisation, e.Body, e.Name, keeps ? e.Mail : null, own || e.HasAnswered ? e.State : ResponseState.None, c.LastDayOf(e), e.ExtendedTo, e.ExtensionReason, e.AskedAt, e.RemindedOn, e.Reminders, own);

    async Task<IReadOnlyList<AnswerRow>> Read(IQueryable<Response> responses, CancellationToken ct)
    {
        var found = await responses.OrderByDescending(r => r.Number).ToListAsync(ct);
        var ids = found.ConvertAll(r => r.Id);
        var files = (await db.Set<ResponseFile>().Where(f => ids.Contains(f.Response)).OrderBy(f => f.At).Select(f => new { f.Response, Row = new FileOfAnswer(f.Id, f.Name) }).ToListAsync(ct)).ToLookup(f => f.Response, f => f.Row);
        var replies = (await db.Set<Reply>().Where(r => ids.Contains(r.Response)).ToListAsync(ct)).ToDictionary(r => (r.Response, r.Position));
        RemarkRow Remark(ResponseRemark m) => new(m.Response, m.Position, m.Kind, m.Index, m.Title, m.Words, replies.GetValueOrDefault((m.Response, m.Position))?.Words, replies.GetValueOrDefault((m.Response, m.Position))?.Outcome);
        return found.ConvertAll(r => new AnswerRow(r.Id, r.Consultee, r.Number, r.Stance, r.CaseNumber, r.WrittenAt, r.SubmittedAt, r.SubmittedBy, r.Returned, r.SentAt, r.ReceivedOn, r.Edition,
            [.. r.Remarks.OrderBy(m => m.Position).Select(Remark)], [.. files[r.Id]]));
    }
}

static class ConsultingQueries
{
    /// <summary>Bodies whose answers somebody writes.</summary>
    public static IReadOnlyList<Guid> RespondingBodies(this Actor actor) => [.. actor.Standings.Select(s => s.Body).Distinct().Where(b => actor.May(Permission.Respond, new(Body: b)) is null)];

    /// <summary>Organisations whose answers somebody writes.</summary>
    public static IReadOnlyList<Guid> RespondingOrganisations(this Actor actor) =>
        [.. actor.Functions.Select(f => f.Organisation).Append(actor.IsSystem ? actor.Organisation : null).OfType<Guid>().Distinct().Where(o => actor.May(Permission.Respond, new(Organisation: o)) is null)];

    /// <summary>Whether somebody writes the answers of this consultee. Those outside have nobody here.</summary>
    public static bool RespondsFor(this Actor actor, Guid? organisation, Guid? body) =>
        (organisation is not null || body is not null) && actor.May(Permission.Respond, new(Organisation: organisation, Body: body)) is null;

    /// <summary>What is sent is everybody's in the area; until then it is for those who write the consultee's answers, and nobody else.</summary>
    public static IQueryable<Response> SeenBy(this IQueryable<Response> responses, Actor actor)
    {
        var (organisations, bodies) = (actor.RespondingOrganisations(), actor.RespondingBodies());
        return responses.Where(r => r.SentAt != null || (r.Organisation != null && organisations.Contains(r.Organisation.Value)) || (r.Body != null && bodies.Contains(r.Body.Value)));
    }
}

/// <summary>What can be remarked on: the whole, the questions, and the text under each of its headings.</summary>
static class TextParts
{
    /// <summary>The headings of a text, in their order.</summary>
    public static IReadOnlyList<AnswerPlace> Of(string text) => [.. AgreementDocument.Blocks(text).OfType<Heading>().Select((h, i) => new AnswerPlace(PlaceKind.Part, i, h.Text))];

    /// <summary>What stands under each heading, to be read beside it.</summary>
    public static IReadOnlyList<IReadOnlyList<Block>> Under(string text)
    {
        List<List<Block>> parts = [];
        foreach (var block in AgreementDocument.Blocks(text))
            if (block is Heading)
                parts.Add([]);
            else
                parts.LastOrDefault()?.Add(block);
        return parts;
    }

    public static IReadOnlyList<AnswerPlace> Places(IReadOnlyList<string> questions, IReadOnlyList<AnswerPlace> parts) =>
        [new(PlaceKind.Whole, 0, "Hela förslaget"), .. questions.Select((q, i) => new AnswerPlace(PlaceKind.Question, i, q)), .. parts];
}
