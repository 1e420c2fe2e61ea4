using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Meetings.Evaluating;

/// <summary>Evaluations of the World: told by a clock of their own, and with letters that nobody is there to get.</summary>
public sealed class DemoEvaluation(SamverkDb db, Work work, Post post, AreaDirectory directory, BodyMembers members)
{
    public Evaluator At(TimeProvider then) => new(db, work, post, directory, members, then);

    /// <summary>The letters have gone, and those of long ago are forgotten as they would have been.</summary>
    public Task LetBeSent(DateTimeOffset now, CancellationToken ct) => work.Must(async () =>
    {
        await post.LetBeSent(Evaluator.LetterKind, ct);
        await post.ForgetBefore(now - Post.Remembered, ct);
    }, ct);
}
