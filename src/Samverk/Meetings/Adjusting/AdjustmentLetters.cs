using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Adjusting;

/// <summary>Tells those who adjust minutes that it is their turn, reminds them the day before it is late, and tells who sent the minutes that somebody refuses.</summary>
public sealed class AdjustmentLetters(SamverkDb db, Work work, Post post, AreaDirectory directory, TimeProvider clock)
{
    internal const string TellKind = "meetings.adjustment-tell", RemindKind = "meetings.adjustment-remind", LetterKind = "minutes-adjustment";
    static readonly TimeOnly Morning = new(8, 0);
    static readonly TimeSpan Holds = TimeSpan.FromDays(14);

    /// <summary>Within the unit of work that freezes the text.</summary>
    internal void Begin(FrozenText text)
    {
        if (text.Address is null)
            return;
        TellNext(text);
        if (text.DueOn.AddDays(-1).At(Morning) is var at && at > clock.Now())
            db.Add(new OutboxRow(db.Area, RemindKind, text.Id, at.ToUniversalTime()));
    }

    /// <summary>Within the unit of work that brings somebody's turn.</summary>
    internal void TellNext(FrozenText text)
    {
        if (text.Address is not null)
            db.Add(new OutboxRow(db.Area, TellKind, text.Id, clock.Now()));
    }

    /// <summary>Tells those whose turn it is and who haven't been told. Called by the outbox, as often as it likes.</summary>
    internal Task Tell(Guid text, CancellationToken ct) => Send(text, isReminder: false, frozen => frozen.Tell(), ct);

    /// <summary>Reminds those whose turn it is, once. Called by the outbox, as often as it likes.</summary>
    internal Task Remind(Guid text, CancellationToken ct) => Send(text, isReminder: true, frozen => frozen.Remind(clock.Now()), ct);

    /// <summary>The letter to who sent the minutes for adjustment, that somebody refuses; null when they can't be reached. Before the unit of work.</summary>
    internal async Task<(Letter Letter, SealedText Text)?> OfRefusal(Guid meeting, string reason, Actor actor, CancellationToken ct)
    {
        if (await db.Set<FrozenText>().Where(t => t.Meeting == meeting && t.ReopenedAt == null).OrderByDescending(t => t.Version).FirstOrDefaultAsync(ct) is not { Address: { } address } frozen
            || (await directory.Mails([frozen.By], ct)).GetValueOrDefault(frozen.By) is not { } mail)
            return null;
        // A letter leaves the house: what may be about a restricted item is read here.
        var why = frozen.Text.HasRestricted ? "Skälet läser du när du har loggat in." : $"Skälet:\n\n{reason.Trim()}";
        var text = $"Hej!\n\n{actor.Name} justerar inte protokollet från {Which(frozen)}. {why}\n\nÖppna texten för ändring, eller tala med {actor.Name}:\n{address}{HeldPages.Adjusting(meeting)}";
        return (new(LetterKind, frozen.By, actor.Person, mail, await Name(frozen.By, ct), $"Justeras inte: protokollet från {Which(frozen)}", clock.Now() + Holds), post.Seal(text));
    }

    internal void Leave((Letter Letter, SealedText Text)? told)
    {
        if (told is var (letter, text))
            post.Leave(letter, text);
    }

    async Task Send(Guid id, bool isReminder, Func<FrozenText, IReadOnlyList<MinutesSigner>> toTell, CancellationToken ct)
    {
        if (await db.Set<FrozenText>().SingleOrDefaultAsync(t => t.Id == id, ct) is not { Address: not null } known)
            return;
        var sender = await Name(known.By, ct);
        var mails = await directory.Mails([.. known.Text.Signers.Select(s => s.Person)], ct);
        // Sealed before the unit of work, to all who may turn out to be next.
        var letters = known.Waiting.Where(s => mails.ContainsKey(s.Person)).ToDictionary(s => s.Person, s => post.Seal(Text(known, s, sender)));
        await work.Must(async () =>
        {
            await db.OneAtATime(ct);
            var frozen = await db.Set<FrozenText>().AsTracking().SingleAsync(t => t.Id == id, ct);
            foreach (var signer in toTell(frozen).Where(s => letters.ContainsKey(s.Person)))
                post.Leave(new(LetterKind, signer.Person, frozen.By, mails[signer.Person], signer.Name, Subject(frozen, isReminder), clock.Now() + Holds), letters[signer.Person]);
        }, ct);
    }

    async Task<string> Name(Guid person, CancellationToken ct) => (await directory.People(ct)).FirstOrDefault(p => p.Id == person)?.Name ?? "sekreteraren";

    static string Which(FrozenText text) => $"{text.Text.BodyName} {text.Text.On.InWords()}";

    static string Subject(FrozenText text, bool isReminder) =>
        isReminder ? $"Påminnelse: justera senast {text.DueOn.InWords()} protokollet från {Which(text)}" : $"Justera protokollet från {Which(text)}";

    static string Text(FrozenText text, MinutesSigner to, string sender) => string.Join("\n\n", [
        "Hej!",
        $"Protokollet från {Which(text)} är skickat för justering{(text.Version > 1 ? $", nu i version {text.Version}" : "")}. Du justerar det som {char.ToLower(to.As[0], Swedish.Culture)}{to.As[1..]}.",
        $"Läs det och justera senast {text.DueOn.InWords()}:\n{text.Address}{HeldPages.Adjusting(text.Meeting)}",
        "Är något fel? Kommentera paragrafen, eller avstå och skriv varför. Då får sekreteraren besked.",
        $"Texten är arbetsmaterial tills alla har justerat. Är det något du undrar över, fråga {sender}.",
    ]);
}
