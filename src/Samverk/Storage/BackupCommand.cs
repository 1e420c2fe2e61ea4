using Npgsql;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary><c>samverk backup</c> and <c>samverk restore</c>. Answer 0 when done, 1 when the history is broken, 2 when they say what to do instead.</summary>
static class BackupCommand
{
    const int Broken = 1, Failed = 2;

    public static async Task<int> Backup(string[] args, DataPlace place, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (File(args) is not { } file)
            return await Fail(errors, "Ange en fil: samverk backup FIL [--force]");
        if (place.DatabaseFile is not { } database)
            return await Fail(errors, PostgresBackup(place, file));
        var (taken, refusal) = await Storage.Backup.Take(database, file, args.Contains("--force"), ct);
        if (taken is null)
            return await Fail(errors, refusal!.Text);
        await output.WriteLineAsync($"Säkerhetskopian {taken.File} är hel: {Size(taken.Bytes)}.");
        await output.WriteLineAsync("I den finns allt, också nycklarna till inloggningen. Förvara den så att ingen obehörig kan läsa den.");
        if (taken.History is null)
            await output.WriteLineAsync("Databasen är från en äldre version av Samverk. Dess historik kontrolleras när kopian återställs.");
        else if (taken.History.Broken is { } broken)
        {
            await errors.WriteLineAsync($"{broken} Så är det i databasen också. Behåll äldre kopior.");
            return Broken;
        }
        else
            await output.WriteLineAsync($"Historiken är hel: {taken.History.Rows} rader.");
        return 0;
    }

    public static async Task<int> Restore(string[] args, DataPlace place, TimeProvider clock, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        if (File(args) is not { } file)
            return await Fail(errors, "Ange en fil: samverk restore FIL [--force]");
        if (place.DatabaseFile is not { } database)
            return await Fail(errors, PostgresRestore(place, file));
        var (restored, refusal) = await Storage.Restore.From(file, database, args.Contains("--force"), clock, ct);
        if (restored is null)
        {
            await errors.WriteLineAsync($"{refusal!.Text} Inget är ändrat.");
            return refusal.Code == "broken" ? Broken : Failed;
        }
        if (restored.Replaced is { } replaced)
            await output.WriteLineAsync($"Den gamla databasen ligger kvar som {replaced}. Ta bort den när du är säker på att den inte behövs.");
        await output.WriteLineAsync(restored.Scripts.Count == 0 ? "Kopian har den här versionens schema." : $"Kopian fördes till den här versionen: {string.Join(", ", restored.Scripts)}.");
        await output.WriteLineAsync($"Historiken är hel: {restored.Rows} rader.");
        await output.WriteLineAsync($"{restored.Database} är återställd. Det som väntade på att göras när kopian togs görs när Samverk startar.");
        return 0;
    }

    static string? File(string[] args) =>
        args.Where(a => a != "--force").ToArray() is [{ Length: > 0 } file] && !file.StartsWith("--", StringComparison.Ordinal) ? file : null;

    static async Task<int> Fail(TextWriter errors, string words)
    {
        await errors.WriteLineAsync(words);
        return Failed;
    }

    static string Size(long bytes) => bytes < 1 << 20 ? $"{Math.Max(1, bytes >> 10)} kB" : string.Create(Swedish.Culture, $"{bytes / (double)(1 << 20):N1} MB");

    // pg_dump refuses to leave out rows that row-level security hides, so the role must see them all.
    static string PostgresBackup(DataPlace place, string file) => $"""
        Databasen är PostgreSQL. Den kopieras med PostgreSQL:s eget verktyg, medan Samverk är igång:

          pg_dump {Server(place)} --username=postgres --format=custom --file={Quoted(file)} {Name(place)}

        Kör det som postgres eller en annan roll som ser alla rader (superuser eller bypassrls). Samverks egen roll gör det inte.
        Pröva kopian genom att återställa den i en annan databas och köra samverk verify mot den. Mer står i docs/user/drift.md.
        """;

    static string PostgresRestore(DataPlace place, string file) => $"""
        Databasen är PostgreSQL. Stoppa Samverk på alla noder, skapa en tom databas och återställ i den:

          createdb {Server(place)} --username=postgres {Name(place)}_ny
          pg_restore {Server(place)} --username=postgres --single-transaction --exit-on-error --dbname={Name(place)}_ny {Quoted(file)}

        Rollerna följer inte med i kopian: på en ny server måste de finnas först. Peka sedan ConnectionStrings__Samverk på den nya
        databasen, kör samverk verify och starta Samverk. Mer står i docs/user/drift.md.
        """;

    static string Server(DataPlace place)
    {
        var to = new NpgsqlConnectionStringBuilder(place.Connection);
        return $"--host={Quoted(to.Host!)} --port={to.Port}";
    }

    static string Name(DataPlace place)
    {
        var to = new NpgsqlConnectionStringBuilder(place.Connection);
        return Quoted(to.Database ?? to.Username ?? "samverk");
    }

    /// <summary>As one word to a shell.</summary>
    static string Quoted(string word) =>
        word.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
