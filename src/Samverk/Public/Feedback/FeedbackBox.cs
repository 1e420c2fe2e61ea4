using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Public.Feedback;

/// <summary>How often one address may write, so that nobody fills the box with nonsense.</summary>
public sealed class FeedbackLimit : IDisposable
{
    const int PerAddress = 5;

    readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ =>
        new() { PermitLimit = PerAddress, Window = TimeSpan.FromMinutes(10), QueueLimit = 0 }));

    public bool Allows(string address)
    {
        using var lease = limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}

/// <summary>Something that was written, as the administrator reads it.</summary>
public sealed record FeedbackRow(Guid Id, string Text, string? Page, string? Mail, DateTimeOffset At, DateTimeOffset? HandledAt);

/// <summary>Takes what people write about accessibility, and shows it to the area's administrator.</summary>
public sealed class FeedbackBox(SamverkDb db, Work work, AreaDirectory directory, FeedbackLimit limit, TimeProvider clock)
{
    const int LongestText = 4000, LongestPage = 500, LongestMail = 200, MostOpen = 500;

    /// <param name="from">The address that it is sent from.</param>
    public Task<Refusal?> Receive(string text, string? page, string? mail, string from, CancellationToken ct) => work.Do(async () =>
    {
        var (said, where, answer) = (text.Trim(), page?.Trim(), mail?.Trim());
        Refusal.Heed(
            said.Length == 0 ? new("text-missing", "Texten saknas. Skriv vad som inte fungerar.")
            : said.Length > LongestText || where?.Length > LongestPage || answer?.Length > LongestMail ? new("too-long", $"Texten är för lång. Skriv högst {SwedishText.Figure(LongestText)} tecken.")
            : PersonalNumber.In($"{said} {where}").Any() ? new("personal-number", "I texten står något som ser ut som ett personnummer. Ta bort det.")
            : answer is { Length: > 0 } && !(answer.IndexOf('@') is > 0 and var at && at < answer.Length - 1) ? new("mail-odd", "E-postadressen ser inte ut som en adress. Skriv den som namn@exempel.se, eller lämna fältet tomt.")
            : !limit.Allows(from) || await db.Set<AccessibilityFeedback>().CountAsync(f => f.HandledAt == null, ct) >= MostOpen ? new("too-many", "Det har kommit många synpunkter på kort tid. Vänta tio minuter och skicka igen.")
            : null);
        var region = (await directory.Organisations(ct)).First(o => o.Kind == OrganisationKind.Region).Id;
        db.Add(new AccessibilityFeedback(db.Area, region, said, Given(where), Given(answer), clock.Now()));
    }, ct);

    public Task<Refusal?> Handle(Guid id, Actor actor, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(actor.May(Permission.Administer));
        var feedback = await db.Set<AccessibilityFeedback>().AsTracking().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw new RefusedException(new("no-feedback", "Synpunkten finns inte."));
        feedback.Handle(clock.Now(), actor.Person);
    }, ct);

    /// <summary>Those that wait first, then the others; newest first.</summary>
    public async Task<Listed<FeedbackRow>> List(int page, int size, CancellationToken ct)
    {
        var all = db.Set<AccessibilityFeedback>();
        var rows = await all.OrderBy(f => f.HandledAt != null).ThenByDescending(f => f.At).ThenBy(f => f.Id).Skip((page - 1) * size).Take(size)
            .Select(f => new FeedbackRow(f.Id, f.Text, f.Page, f.Mail, f.At, f.HandledAt)).ToListAsync(ct);
        return new(rows, await all.CountAsync(ct));
    }

    static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
