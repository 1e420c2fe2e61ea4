using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk;

/// <summary><c>samverk retention</c>: what would be removed now, from when and why. Removes nothing itself.</summary>
static class RetentionCommand
{
    /// <param name="Kept">How long after its day; zero when the day itself is the last.</param>
    sealed record Rule(string What, TimeSpan Kept, string Why, string Removed);

    static readonly Rule
        Sessions = new("Sessioner", Organisations.SigningIn.Sessions.Remembered, "så länge någon kan fråga vem som var inloggad", "vid nästa inloggning"),
        Forms = new("Det någon skrev i en utgången inloggning", KeptForm.Lasts, "så länge att den som skrev hinner logga in igen", "vid nästa inloggning"),
        Logouts = new("Kvitton på utloggning hos leverantören", TimeSpan.Zero, "tills leverantörens intyg inte längre kan användas", "vid nästa inloggning"),
        Origins = new("Adress och webbläsare till historiken", HistoryOrigin.Kept, "så länge att ett intrång kan utredas", "en gång om dygnet");

    public static async Task<int> Run(string[] args, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken ct)
    {
        if (args.Length > 0)
        {
            await error.WriteLineAsync("samverk retention visar vad som skulle tas bort, och tar inga val.");
            return 2;
        }
        var now = services.GetRequiredService<TimeProvider>().Now();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            await Tell(output, "Hela installationen", Sessions, db.Set<Session>().Select(s => s.ExpiresAt), now, ct);
            await Tell(output, "Hela installationen", Forms, db.Set<KeptForm>().Select(f => f.CreatedAt), now, ct);
            await Tell(output, "Hela installationen", Logouts, db.Set<ObeyedLogout>().Select(t => t.ExpiresAt), now, ct);
        }
        await services.GetRequiredService<EveryArea>().Ask(async (inArea, area) =>
        {
            await Tell(output, area.Name, Origins, inArea.GetRequiredService<SamverkDb>().Set<HistoryOrigin>().Select(o => o.At), now, ct);
            return true;
        }, ct);
        await output.WriteLineAsync("Ingenting är borttaget. Protokoll, original, personer och historik tas aldrig bort av sig själva: docs/personuppgifter.md.");
        return 0;
    }

    static async Task Tell(TextWriter output, string where, Rule rule, IQueryable<DateTimeOffset> days, DateTimeOffset now, CancellationToken ct)
    {
        var last = now - rule.Kept;
        var (all, over) = (await days.CountAsync(ct), await days.CountAsync(d => d < last, ct));
        var next = await days.Where(d => d >= last).OrderBy(d => d).Select(d => (DateTimeOffset?)d).FirstOrDefaultAsync(ct);
        var kept = rule.Kept == TimeSpan.Zero ? "" : $"{rule.Kept.Days} dygn, ";
        await output.WriteLineAsync($"{where}: {rule.What}: {over} av {all} tas bort {rule.Removed}{(next is { } at ? $", nästa {(at + rule.Kept).Local():yyyy-MM-dd}" : "")}. Sparas {kept}{rule.Why}.");
    }
}
