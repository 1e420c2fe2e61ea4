using Microsoft.EntityFrameworkCore;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Disclosure;

/// <summary>The verbs of a request: it is received, records are taken into it, each is decided on, it is answered.</summary>
sealed class Requests(SamverkDb db, Work work, Collecting collecting, Originals originals, TimeProvider clock)
{
    const int LongestLine = 200;

    static readonly Refusal Missing = new("no-request", "Begäran finns inte.");

    /// <summary>A request is its organisation's own matter: seen by its registrars and by administrators, nobody else.</summary>
    public static IQueryable<DisclosureRequest> SeenBy(SamverkDb db, Actor actor)
    {
        if (actor.IsAdministrator)
            return db.Set<DisclosureRequest>();
        var own = actor.Functions.Where(f => f is { Kind: FunctionKind.Registrar, Organisation: not null }).Select(f => f.Organisation!.Value).ToList();
        return db.Set<DisclosureRequest>().Where(r => own.Contains(r.Owner));
    }

    public async Task<(Guid Request, Refusal? Refusal)> Receive(RequestFacts facts, Actor by, CancellationToken ct)
    {
        Guid received = default;
        var refusal = await work.Do(() =>
        {
            Refusal.Heed(Fault(facts) ?? by.May(Permission.Disclose, new(Organisation: facts.Owner)));
            var request = db.Add(new DisclosureRequest(db.Area, Trimmed(facts), clock.Now(), by.Person)).Entity;
            received = request.Id;
            return Task.CompletedTask;
        }, ct);
        return (received, refusal);
    }

    /// <summary>Takes records into the request, of those that answer it.</summary>
    public Task<Refusal?> Take(Guid id, IReadOnlySet<(RecordKind, Guid)> chosen, Actor by, CancellationToken ct) => Change(id, by, async request =>
    {
        Refusal.Heed(chosen.Count == 0 ? new("nothing-chosen", "Kryssa i minst en handling.") : null);
        foreach (var match in (await collecting.Find(request, by, ct)).Rows.Where(m => chosen.Contains((m.Kind, m.Thing))))
            request.Take(match);
    }, ct);

    public Task<Refusal?> Decide(Guid id, IReadOnlyList<ItemDecision> decisions, Actor by, CancellationToken ct) => Change(id, by, request =>
    {
        Refusal.Heed(decisions.SelectMany(d => new[] { d.Reason, d.Hidden }).Any(t => t?.Length > DisclosureRequest.LongestText) || decisions.Any(d => d.Law?.Length > LongestLine)
            ? new("text-long", $"En text är för lång. Lagrummet får ha {LongestLine} tecken, skälet {DisclosureRequest.LongestText}.") : null);
        request.Decide(decisions);
        return Task.CompletedTask;
    }, ct);

    /// <summary>Why it can't be answered yet; null when it can.</summary>
    public async Task<Refusal?> MayAnswer(DisclosureRequest request, Actor by, CancellationToken ct)
    {
        if (request.MayAnswer() is { } no)
            return no;
        foreach (var item in request.Items.Where(i => i is { Kind: RecordKind.Original, Outcome: DisclosureOutcome.Given }))
            if (await originals.MayFetch(item.Thing, by, ct) is { } restricted)
                return new("restricted", $"{item.Title} kan inte lämnas ut som den är. {restricted.Text} Lämna ut den med maskering, så får mottagaren texten utan dem, eller låt den som får hämta originalet besvara begäran.");
        return null;
    }

    public Task<Refusal?> Answer(Guid id, Actor by, CancellationToken ct) => Change(id, by, async request =>
    {
        Refusal.Heed(await MayAnswer(request, by, ct));
        request.Answer(string.IsNullOrWhiteSpace(by.Title) ? by.Name : $"{by.Name}, {by.Title}", clock.Now(), by.Person);
    }, ct);

    Task<Refusal?> Change(Guid id, Actor by, Func<DisclosureRequest, Task> change, CancellationToken ct) => work.Do(async () =>
        await change(await SeenBy(db, by).AsTracking().Include(r => r.Items).SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new RefusedException(Missing)), ct);

    Refusal? Fault(RequestFacts facts) =>
        facts.Owner is null ? new("owner-missing", "Organisationen saknas. Välj vems handlingar det gäller.")
        : string.IsNullOrWhiteSpace(facts.What) ? new("what-missing", "Begäran saknas. Skriv vad som begärs.")
        : facts.What.Length > DisclosureRequest.LongestText ? new("what-long", $"Begäran är längre än {DisclosureRequest.LongestText} tecken. Korta den.")
        : facts.ReceivedOn is null ? new("received-missing", "Dagen då begäran kom in saknas. Skriv den som 2026-11-24.")
        : facts.ReceivedOn > clock.Today() ? new("received-odd", "Dagen då begäran kom in har inte varit än. Rätta den.")
        : facts.From > facts.To ? new("period-reversed", "Sista dagen är före den första. Rätta en av dem.")
        : facts.Words?.Length > LongestLine || facts.CaseNumber?.Length > LongestLine ? new("text-long", $"Sökorden och diarienumret får ha högst {LongestLine} tecken var. Korta dem.")
        : null;

    static RequestFacts Trimmed(RequestFacts facts) => facts with { What = facts.What.Trim().ReplaceLineEndings("\n"), CaseNumber = Text(facts.CaseNumber), Words = Text(facts.Words) };

    static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
