using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Notices;

/// <summary>A notice of the World, with answers: sent by the verb that people use, and answered by some of those who got it.</summary>
public sealed class DemoNotice
{
    readonly SamverkDb db;
    readonly NoticeSender sender;
    readonly NoticeAnswers answers;
    readonly Post post;
    readonly Work work;

    internal DemoNotice(SamverkDb db, NoticeSender sender, NoticeAnswers answers, Post post, Work work) => (this.db, this.sender, this.answers, this.post, this.work) = (db, sender, answers, post, work);

    public async Task Send(Guid meeting, Actor secretary, CancellationToken ct)
    {
        Refusal.Heed(await sender.Send(meeting, new(null, 3, [], "http://127.0.0.1"), secretary, ct));
        var asked = await db.Set<NoticeRecipient>().Where(r => r.Meeting == meeting && r.Kind == RecipientKind.Member).OrderBy(r => r.Position).Select(r => r.Id).ToListAsync(ct);
        foreach (var (recipient, i) in asked.Select((r, i) => (r, i)).Take(Math.Max(1, asked.Count - 2)))
            Refusal.Heed(await answers.AnswerFor(meeting, recipient, i == 1 ? NoticeAnswer.Cannot : i % 3 == 2 ? NoticeAnswer.Remote : NoticeAnswer.Comes, i == 1 ? "På annat möte." : null, secretary, ct));
        await sender.CatchUp(meeting, ct);
        await work.Must(async () =>
        {
            await db.Set<OutboxRow>().Where(r => r.About == meeting && r.Kind == NoticeSender.CatchUpKind).ExecuteDeleteAsync(ct);
            await post.LetBeSent(NoticeSender.LetterKind, ct);
        }, ct);
    }
}
