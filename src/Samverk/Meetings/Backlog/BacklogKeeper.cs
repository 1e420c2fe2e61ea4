using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Backlog;

/// <summary>What people do with a body's backlog.</summary>
sealed class BacklogKeeper(BacklogBook book, SamverkDb db, Work work, TimeProvider clock)
{
    public Task<Refusal?> Put(Guid body, BacklogMatter matter, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Ask, new(Body: body)));
        await book.Put(body, matter, clock.Now(), by.Person, ct);
    }, ct);

    public Task<Refusal?> Park(Guid entry, DateOnly? until, Actor by, CancellationToken ct) => Do(entry, by, e => e.Park(until, clock.Today(), clock.Now(), by.Person), ct);

    public Task<Refusal?> Unpark(Guid entry, Actor by, CancellationToken ct) => Do(entry, by, e => e.Unpark(clock.Now(), by.Person), ct);

    public Task<Refusal?> Withdraw(Guid entry, string reason, Actor by, CancellationToken ct) => Do(entry, by, e => e.Withdraw(reason, clock.Now(), by.Person), ct);

    /// <summary>Asks another body, which is to take it up by a day. What it answers comes back by itself.</summary>
    public Task<Refusal?> Send(Guid entry, Guid? to, string question, DateOnly? due, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        var sent = await Mine(entry, by, ct);
        Refusal.Heed(sent.MayBeSent()
            ?? (to is null || to == sent.Body ? new Refusal("receiver-missing", "Välj vilket organ som ska få frågan.") : null)
            ?? (TextRules.Trimmed(question) is null ? new Refusal("question-missing", "Frågan saknas. Skriv vad organet ska svara på.") : null)
            ?? (due < clock.Today() ? new Refusal("due-past", "Dagen har redan varit. Välj en senare.") : null));
        var (receiver, sender) = (await book.Body(to!.Value, ct), await book.Body(sent.Body, ct));
        var there = db.Add(new BacklogEntry(receiver, new(BacklogKind.Sent, sent.Title, question, sender.ShortName, DueOn: due), clock.Now(), by.Person)).Entity;
        sent.Sent(receiver, there, clock.Now(), by.Person);
    }, ct);

    /// <summary>Answers without a meeting. What a meeting decides is answered when its minutes are adjusted.</summary>
    public Task<Refusal?> Answer(Guid entry, string answer, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        await Mine(entry, by, ct);
        await book.Answer(entry, answer, null, clock.Now(), by.Person, ct);
    }, ct);

    Task<Refusal?> Do(Guid entry, Actor by, Action<BacklogEntry> act, CancellationToken ct) => work.Do(async () => act(await Mine(entry, by, ct)), ct);

    async Task<BacklogEntry> Mine(Guid entry, Actor by, CancellationToken ct)
    {
        var mine = await book.One(entry, ct);
        Refusal.Heed(by.May(Permission.Plan, new(Body: mine.Body)));
        return mine;
    }
}
