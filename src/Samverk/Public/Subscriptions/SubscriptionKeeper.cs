using System.Net.Mail;
using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Public.Feedback;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Public.Subscriptions;

/// <summary>
/// Takes, confirms and ends subscriptions, and tells once a day of what has been published. What a visitor is answered is
/// the same whether the address is known or not.
/// </summary>
sealed class SubscriptionKeeper(SamverkDb db, Work work, Post post, PublishedLists minutes, AreaDirectory directory, SubscriptionLinks links, AreaSetup areas, FeedbackLimit limit, TimeProvider clock)
{
    internal const string AskKind = "subscription-confirm", TellKind = "subscription", DailyKind = "public.subscription-daily";
    const int LongestMail = 200, MostTold = 50, MostRead = 2000, Batch = 200, MostUnconfirmed = 1000;
    static readonly TimeSpan AskHolds = TimeSpan.FromDays(7), BetweenAsks = TimeSpan.FromDays(1), TellHolds = TimeSpan.FromDays(3);
    static readonly TimeOnly Morning = new(7, 0);

    /// <param name="body">Null for every body.</param>
    /// <param name="from">The address that it is sent from.</param>
    public async Task<Refusal?> Ask(string? typed, Guid? body, PublicArea area, string site, string from, CancellationToken ct)
    {
        var mail = typed?.Trim().ToLowerInvariant() ?? "";
        if (mail.Length is 0 or > LongestMail || !MailAddress.TryCreate(mail, out var address) || address.Address != mail || mail.Any(char.IsControl))
            return new("mail-odd", "E-postadressen ser inte ut som en adress. Skriv den som namn@exempel.se.");
        if (PersonalNumber.In(mail).Any())
            return new("personal-number", "I adressen står något som ser ut som ett personnummer. Använd en annan adress.");
        if (!limit.Allows(from))
            return new("too-many", "Det har kommit många försök på kort tid. Vänta tio minuter och försök igen.");
        var fresh = new Subscription(area.Id, mail, body, site, clock.Now());
        var known = await db.Set<Subscription>().Where(s => s.Mail == mail && s.Body == body).OrderBy(s => s.AskedAt).FirstOrDefaultAsync(ct);
        var now = clock.Now();
        // An address is asked once a day at most, whoever types it, and never when it has said yes.
        if (known?.ConfirmedAt is not null || known?.AskedAt + BetweenAsks > now)
            return null;
        var id = known?.Id ?? fresh.Id;
        var text = post.Seal($"Hej!\n\nNågon har bett att få veta med mejl när protokoll publiceras i {area.Name}. Är det du, bekräfta:\n{links.Confirm(site, area.Slug, id)}\n\nÄr det inte du behöver du inte göra något. Då skickas inget mer.");
        return await work.Do(async () =>
        {
            await ForgetUnconfirmed(now, id, ct);
            Refusal.Heed(known is null && await db.Set<Subscription>().CountAsync(s => s.ConfirmedAt == null, ct) >= MostUnconfirmed ? new("too-many", "Det har kommit många försök på kort tid. Försök igen i morgon.") : null);
            if (known is null)
                db.Add(fresh);
            else
                (await db.Set<Subscription>().AsTracking().SingleAsync(s => s.Id == id, ct)).AskAgain(now);
            post.Leave(new(AskKind, id, id, mail, mail, $"Bekräfta: nya protokoll i {area.Name}", now + AskHolds), text);
        }, ct);
    }

    /// <returns>False when the link isn't ours, or the wish is gone.</returns>
    public async Task<bool> Confirm(string? key, CancellationToken ct)
    {
        if (links.Of(key) is not { } id)
            return false;
        var found = false;
        await work.Must(async () =>
        {
            if (await db.Set<Subscription>().AsTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } subscription)
            {
                subscription.Confirm(clock.Now());
                found = true;
            }
        }, ct);
        return found;
    }

    /// <summary>Nothing is left of it, and nothing more is sent. Ended twice it is ended.</summary>
    public async Task<bool> End(string? key, CancellationToken ct)
    {
        if (links.Of(key) is not { } id)
            return false;
        await work.Must(async () =>
        {
            await post.Forget(id, ct);
            await db.Set<Subscription>().Where(s => s.Id == id).ExecuteDeleteAsync(ct);
        }, ct);
        return true;
    }

    /// <summary>Within the unit of work that published something: those who subscribe are told the next morning, of all at once.</summary>
    internal async Task Wait(CancellationToken ct)
    {
        var due = clock.Today().AddDays(1).At(Morning).ToUniversalTime();
        if (!await db.Set<OutboxRow>().AnyAsync(r => r.Kind == DailyKind && r.Area == db.Area && r.DoneAt == null && r.Due >= due, ct) && !db.Set<OutboxRow>().Local.Any(r => r.Kind == DailyKind))
            db.Add(new OutboxRow(db.Area, DailyKind, db.Area, due));
    }

    /// <summary>Tells those who have confirmed of what has been published since they were last told. Called by the outbox, as often as it likes.</summary>
    internal async Task Tell(Guid areaId, CancellationToken ct)
    {
        var now = clock.Now();
        await work.Must(() => ForgetUnconfirmed(now, null, ct), ct);
        var earliest = await db.Set<Subscription>().Where(s => s.ConfirmedAt != null).MinAsync(s => s.ToldUntil, ct);
        if (earliest is not { } since || !post.IsOn || (await areas.List(ct)).Find(a => a.Id == areaId) is not { } area)
            return;
        var (published, bodies) = (await minutes.Since(since, MostRead, ct), (await directory.Bodies(ct)).ToDictionary(b => b.Id, b => b.ShortName));
        if (published.Count == 0)
            return;
        while (await db.Set<Subscription>().Where(s => s.ConfirmedAt != null && s.ToldUntil < now).OrderBy(s => s.Id).Take(Batch).ToListAsync(ct) is { Count: > 0 } some)
        {
            var letters = some.ConvertAll(s => (s, Text: Letter(s, [.. published.Where(p => p.PublishedAt > s.ToldUntil && (s.Body is null || s.Body == p.Body))], bodies, area.Name, area.Slug)));
            await work.Must(async () =>
            {
                var ids = some.ConvertAll(s => s.Id);
                foreach (var subscription in await db.Set<Subscription>().AsTracking().Where(s => ids.Contains(s.Id) && s.ToldUntil < now).ToListAsync(ct))
                {
                    subscription.Tell(now);
                    if (letters.First(l => l.s.Id == subscription.Id).Text is { } text)
                        post.Leave(new(TellKind, subscription.Id, subscription.Id, subscription.Mail, subscription.Mail, $"Nya protokoll i {area.Name}", now + TellHolds), text);
                }
            }, ct);
            db.ChangeTracker.Clear();
        }
    }

    Task<int> ForgetUnconfirmed(DateTimeOffset now, Guid? but, CancellationToken ct)
    {
        var old = now - AskHolds;
        return db.Set<Subscription>().Where(s => s.ConfirmedAt == null && s.AskedAt < old && s.Id != but).ExecuteDeleteAsync(ct);
    }

    SealedText? Letter(Subscription to, IReadOnlyList<PublishedRow> rows, Dictionary<Guid, string> bodies, string name, string slug)
    {
        if (rows.Count == 0)
            return null;
        var told = rows.Take(MostTold).Select(r => $"{bodies.GetValueOrDefault(r.Body, "–")} {r.On.InWords()}\n{to.Site}{PublicPages.Meeting(slug, r.Id)}");
        var left = rows.Count > MostTold ? [$"Och {SwedishText.Figure(rows.Count - MostTold)} till:\n{to.Site}{PublicPages.Meetings(slug)}"] : Array.Empty<string>();
        string[] parts = ["Hej!", $"Publicerat i {name}:", .. told, .. left, $"Du får högst ett mejl om dagen. Avsluta här:\n{links.End(to.Site, slug, to.Id)}"];
        return post.Seal(string.Join("\n\n", parts));
    }
}
