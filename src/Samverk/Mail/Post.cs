using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Mail;

/// <summary>A letter to be sent.</summary>
/// <param name="Kind">What kind of letter; with <paramref name="About"/> it is found again.</param>
/// <param name="By">The person who has it sent.</param>
/// <param name="Until">Not sent from then on.</param>
public sealed record Letter(string Kind, Guid About, Guid By, string To, string ToName, string Subject, DateTimeOffset Until)
{
    /// <summary>The letter that is to be sent before this one; null when it stands alone.</summary>
    public Guid? After { get; init; }
    /// <summary>Not sent at all when the one before never was.</summary>
    public bool OnlyIfSent { get; init; }
    /// <summary>Files left with <see cref="Post.Enclose"/>, in the order that they stand in the letter.</summary>
    public IReadOnlyList<Guid> Enclosures { get; init; } = [];
}

/// <summary>What a calendar program is told by a letter.</summary>
public sealed record LetterCalendar(CalendarMethod Method, byte[] Bytes);

/// <summary>What is hidden in a letter while it waits.</summary>
sealed record Hidden(string Text, CalendarMethod? Method, byte[]? Calendar);

/// <summary>The text of a letter, that only this installation can read.</summary>
public sealed class SealedText
{
    internal SealedText(Guid letter, byte[] hidden) => (Letter, Hidden) = (letter, hidden);

    /// <summary>The id that the letter will have.</summary>
    public Guid Letter { get; }
    internal byte[] Hidden { get; }
}

/// <summary>How it goes for a letter.</summary>
/// <param name="IsWaiting">It is to be sent, sooner or later.</param>
/// <param name="NextTry">When it waits: not before then.</param>
public sealed record LetterState(string To, DateTimeOffset? SentAt, int Attempts, string? Problem, bool IsWaiting, DateTimeOffset? NextTry);

/// <summary>Where letters of the current area are left to be sent.</summary>
public sealed class Post(SamverkDb db, MailSettings settings, IDataProtectionProvider protection, TimeProvider clock)
{
    internal const string SendKind = "mail.send";

    /// <summary>Whether letters are sent at all.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>
    /// Seals a text. Before the unit of work: now and then this makes a new key, which is saved by a connection of its own,
    /// and on SQLite that would wait for the one who waits for it.
    /// </summary>
    public SealedText Seal(string text, LetterCalendar? calendar = null)
    {
        var letter = Ids.Next();
        return new(letter, Protector(protection, letter).Protect(JsonSerializer.SerializeToUtf8Bytes(new Hidden(text, calendar?.Method, calendar?.Bytes))));
    }

    /// <summary>Leaves a file that goes with letters, within the unit of work that leaves them.</summary>
    /// <param name="until">As late as the latest of the letters.</param>
    public Guid Enclose(string name, string type, byte[] bytes, DateTimeOffset until) => db.Add(new Enclosure(db.Area, name, type, bytes, until)).Entity.Id;

    /// <summary>Leaves a letter, within the unit of work that is its reason: both are saved, or neither.</summary>
    public void Leave(Letter letter, SealedText text)
    {
        Refusal.Heed(Fault(letter));
        var message = db.Add(new Message(text.Letter, db.Area, letter.Kind, letter.About, letter.By, letter.To, letter.ToName, letter.Subject, clock.Now(), letter.Until)).Entity;
        message.Say(text.Hidden);
        message.Follow(letter.After, letter.OnlyIfSent);
        message.Enclose(letter.Enclosures);
        db.Add(new OutboxRow(db.Area, SendKind, message.Id, clock.Now()));
    }

    /// <summary>Takes back letters that have not been sent. Within a unit of work.</summary>
    public Task TakeBack(string kind, Guid about, CancellationToken ct) =>
        db.Set<Message>().Where(m => m.Kind == kind && m.About == about && m.Text != null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Text, (byte[]?)null), ct);

    /// <summary>How long it can be asked what was sent to whom, after the last day that it could be sent.</summary>
    public static TimeSpan Remembered { get; } = TimeSpan.FromDays(90);

    /// <summary>How many letters there are about somebody.</summary>
    public Task<int> Count(Guid about, CancellationToken ct) => db.Set<Message>().CountAsync(m => m.About == about, ct);

    /// <summary>Removes every letter about somebody, sent or not. Within a unit of work.</summary>
    public Task<int> Forget(Guid about, CancellationToken ct) => db.Set<Message>().Where(m => m.About == about).ExecuteDeleteAsync(ct);

    /// <summary>The last days that the area's letters could be sent.</summary>
    public IQueryable<DateTimeOffset> LastDays() => db.Set<Message>().Select(m => m.Until);

    /// <summary>Removes the letters that could not be sent from a day on or later. Within a unit of work.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetBefore(DateTimeOffset day, CancellationToken ct)
    {
        await db.Set<Enclosure>().Where(e => e.Until < day).ExecuteDeleteAsync(ct);
        return await db.Set<Message>().Where(m => m.Until < day).ExecuteDeleteAsync(ct);
    }

    /// <summary>How it goes for the latest letter of a kind about a person; null when there is none.</summary>
    public Task<LetterState?> Latest(string kind, Guid about, CancellationToken ct) =>
        (from m in db.Set<Message>()
         where m.Kind == kind && m.About == about
         orderby m.CreatedAt descending, m.Id descending
         select new LetterState(m.To, m.SentAt, m.Attempts, m.Problem, m.Text != null,
             db.Set<OutboxRow>().Where(r => r.About == m.Id && r.DoneAt == null).Select(r => (DateTimeOffset?)r.Due).FirstOrDefault())).FirstOrDefaultAsync(ct);

    /// <summary>How it goes for some letters, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, LetterState>> Of(IReadOnlyCollection<Guid> letters, CancellationToken ct) =>
        await db.Set<Message>().Where(m => letters.Contains(m.Id)).Select(m => new { m.Id, State = new LetterState(m.To, m.SentAt, m.Attempts, m.Problem, m.Text != null,
            db.Set<OutboxRow>().Where(r => r.About == m.Id && r.DoneAt == null).Select(r => (DateTimeOffset?)r.Due).FirstOrDefault()) }).ToDictionaryAsync(m => m.Id, m => m.State, ct);

    /// <summary>Lets letters of an invented world count as sent: nobody is there to get them. Within a unit of work.</summary>
    public async Task LetBeSent(string kind, CancellationToken ct)
    {
        var (letters, at) = (db.Set<Message>().Where(m => m.Kind == kind && m.Text != null).Select(m => m.Id), clock.Now());
        await db.Set<OutboxRow>().Where(r => r.Kind == SendKind && letters.Contains(r.About)).ExecuteDeleteAsync(ct);
        await db.Set<Message>().Where(m => m.Kind == kind && m.Text != null).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, at).SetProperty(x => x.Text, (byte[]?)null).SetProperty(x => x.Attempts, 1), ct);
    }

    /// <summary>Whom letters are about that wait because they could not be sent, the latest first; at most a hundred letters are looked at.</summary>
    public async Task<IReadOnlyList<Guid>> Failing(CancellationToken ct) =>
        [.. (await db.Set<Message>().Where(m => m.Problem != null && m.Text != null).OrderByDescending(m => m.CreatedAt).Take(100).Select(m => m.About).ToListAsync(ct)).Distinct()];

    internal static IDataProtector Protector(IDataProtectionProvider protection, Guid message) => protection.CreateProtector("Samverk.Mail", message.ToString("N"));

    // A line break in what becomes a header would begin another header.
    static Refusal? Fault(Letter letter) =>
        new[] { letter.To, letter.ToName, letter.Subject }.Any(text => text.Any(char.IsControl))
            ? new("mail-line", "Namnet eller adressen innehåller en radbrytning eller ett annat styrtecken. Ta bort det.") : null;
}
