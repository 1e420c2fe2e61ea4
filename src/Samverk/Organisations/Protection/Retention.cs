using Microsoft.EntityFrameworkCore;
using Samverk.Mail;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>How long one kind of data is kept, and why. A room that has such data gives its rule as a service of the area.</summary>
/// <param name="Kept">How long after its day; zero when the day itself is the last.</param>
/// <param name="Counted">'från sin sista dag': what the time is counted from.</param>
public sealed record RetentionRule(string What, TimeSpan Kept, string Counted, string Why)
{
    public required Func<IQueryable<DateTimeOffset>> Days { get; init; }
    public required Func<DateTimeOffset, CancellationToken, Task<int>> Remove { get; init; }

    public string Time => Kept == TimeSpan.Zero ? "" : Kept.Days == 1 ? "1 dygn" : $"{Kept.Days} dygn";
}

/// <summary>What a rule would remove now.</summary>
/// <param name="Next">When the rule next has something to remove that it hasn't yet; null when there is nothing.</param>
sealed record RetentionRow(RetentionRule Rule, int All, int Over, DateTimeOffset? Next);

/// <summary>What is kept for a time and then removed: looked at first, removed by the same rules, and told in the log as a number.</summary>
sealed class Retention(SamverkDb db, Work work, Post post, IEnumerable<RetentionRule> ofOthers, TimeProvider clock)
{
    static readonly TimeSpan InvitationsKept = TimeSpan.FromDays(90);

    /// <summary>The rules for what the current area has.</summary>
    public IReadOnlyList<RetentionRule> OfArea =>
    [
        new("Inbjudningar", InvitationsKept, "efter sin sista dag", "så länge någon kan fråga vem som bjöds in av vem; att personen bjöds in står i historiken")
        {
            Days = () => Invitations.Select(i => i.ExpiresAt),
            Remove = (last, ct) => Invitations.Where(i => i.ExpiresAt < last).ExecuteDeleteAsync(ct),
        },
        new("Brev: adress och ämne", Post.Remembered, "efter den sista dag de kunde skickas", "så länge någon kan fråga om ett brev kom fram; texten tas bort när brevet är skickat")
        {
            Days = post.LastDays,
            Remove = post.ForgetBefore,
        },
        new("Sessioner", Sessions.Remembered, "efter sin sista dag", "så länge någon kan fråga vem som var inloggad")
        {
            Days = () => SessionsHere.Select(s => s.ExpiresAt),
            Remove = (last, ct) => SessionsHere.Where(s => s.ExpiresAt < last).ExecuteDeleteAsync(ct),
        },
        new("Adress och webbläsare till historiken", HistoryOrigin.Kept, "efter händelsen", "så länge att ett intrång kan utredas")
        {
            Days = () => db.Set<HistoryOrigin>().Select(o => o.At),
            Remove = (last, ct) => db.Set<HistoryOrigin>().Where(o => o.At < last).ExecuteDeleteAsync(ct),
        },
        .. ofOthers,
    ];

    /// <summary>The rules for what belongs to no area; the next sign-in obeys them too.</summary>
    public IReadOnlyList<RetentionRule> OfInstallation =>
    [
        new("Det någon skrev i en utgången inloggning", KeptForm.Lasts, "efter att det sparades", "så länge att den som skrev hinner logga in igen")
        {
            Days = () => db.Set<KeptForm>().Select(f => f.CreatedAt),
            Remove = (last, ct) => db.Set<KeptForm>().Where(f => f.CreatedAt < last).ExecuteDeleteAsync(ct),
        },
        new("Kvitton på utloggning hos leverantören", TimeSpan.Zero, "", "tills leverantörens intyg inte längre kan användas")
        {
            Days = () => db.Set<ObeyedLogout>().Select(t => t.ExpiresAt),
            Remove = (last, ct) => db.Set<ObeyedLogout>().Where(t => t.ExpiresAt < last).ExecuteDeleteAsync(ct),
        },
    ];

    public async Task<IReadOnlyList<RetentionRow>> Look(IReadOnlyList<RetentionRule> rules, CancellationToken ct)
    {
        List<RetentionRow> rows = [];
        foreach (var rule in rules)
        {
            var (days, last) = (rule.Days(), clock.Now() - rule.Kept);
            var next = await days.Where(d => d >= last).OrderBy(d => d).Select(d => (DateTimeOffset?)d).FirstOrDefaultAsync(ct);
            rows.Add(new(rule, await days.CountAsync(ct), await days.CountAsync(d => d < last, ct), next + rule.Kept));
        }
        return rows;
    }

    /// <summary>Removes what the area's rules say, and writes how much in its log; nothing to remove, nothing is written.</summary>
    /// <param name="actor">Null for the system and the command line.</param>
    /// <returns>'Inbjudningar: 3, sessioner: 12'; null when there was nothing.</returns>
    public async Task<(string? Removed, Refusal? Refusal)> Apply(Actor? actor, CancellationToken ct)
    {
        string? removed = null;
        var refusal = await work.Do(async () =>
        {
            Refusal.Heed(actor?.May(Permission.Administer));
            removed = await Remove(OfArea, ct);
            if (removed is not null)
                work.Remember(new RetentionApplied(db.Area, removed, clock.Now(), actor?.Person));
        }, ct);
        return (removed, refusal);
    }

    /// <summary>Removes what belongs to no area, and so has no log to stand in.</summary>
    public async Task<string?> ApplyToInstallation(CancellationToken ct)
    {
        string? removed = null;
        await work.Must(async () => removed = await Remove(OfInstallation, ct), ct);
        return removed;
    }

    /// <summary>The day's, once: that it was done today is told by the log.</summary>
    public async Task ApplyOfToday(CancellationToken ct)
    {
        var today = clock.Today().Begins();
        if (!await db.Set<HistoryRow>().AnyAsync(r => r.Kind == nameof(RetentionApplied) && r.At >= today && r.By == null, ct))
            await Apply(null, ct);
    }

    async Task<string?> Remove(IReadOnlyList<RetentionRule> rules, CancellationToken ct)
    {
        List<string> removed = [];
        foreach (var rule in rules)
            if (await rule.Remove(clock.Now() - rule.Kept, ct) is > 0 and var count)
                removed.Add($"{rule.What}: {count}");
        return removed.Count == 0 ? null : string.Join(", ", removed);
    }

    IQueryable<Invitation> Invitations => db.Set<Invitation>().Where(i => i.Area == db.Area);

    IQueryable<Session> SessionsHere => db.Set<Session>().Where(s => s.Area == db.Area);
}
