using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>What the doctor looks at in the data folder and the database.</summary>
static class StorageChecks
{
    const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    const long LeastFree = 1L << 30;
    const int QuickRows = 1000;
    static readonly TimeSpan Stuck = TimeSpan.FromMinutes(15);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new Check("Datamappen", (s, _, _) => Now(Folder(s.GetRequiredService<DataPlace>()))));
        services.AddSingleton(new Check("Diskutrymme", (s, _, _) => Now(Disk(s.GetRequiredService<DataPlace>()))));
        services.AddSingleton(new Check("Tabellerna", (s, _, ct) => Tables(s.GetRequiredService<SamverkDb>(), ct)) { NeedsDatabase = true });
        services.AddSingleton(new Check("Områdenas skydd", (s, _, ct) => Apart(s.GetRequiredService<SamverkDb>(), ct)) { NeedsDatabase = true });
        services.AddSingleton(new Check("Databasfilen", (s, full, ct) => Pages(s.GetRequiredService<SamverkDb>(), full, ct)) { NeedsDatabase = true });
        services.AddSingleton(new Check("Historiken", (s, full, ct) => History(s, full, ct)) { IsOfEachArea = true });
        services.AddSingleton(new Check("Det som väntar", (s, _, ct) => Waiting(s, ct)) { NeedsDatabase = true });
        services.AddSingleton(new Check("Nycklarna", (s, _, ct) => Keys(s.GetRequiredService<SamverkDb>(), ct)) { NeedsDatabase = true });
    }

    /// <summary>Why nothing can be asked of the database; null when it answers and has this program's schema.</summary>
    public static async Task<Finding?> Database(IServiceProvider services, CancellationToken ct)
    {
        var place = services.GetRequiredService<DataPlace>();
        if (place.DatabaseFile is { } file && (!File.Exists(file) || new FileInfo(file).Length == 0))
            return Finding.Wrong($"Databasen {file} finns inte.", "Utan den finns inget register.", "Starta Samverk, som skapar den, eller ange rätt datamapp med SAMVERK_DATA. Är filen borta: samverk restore.");
        await using var scope = services.CreateAsyncScope();
        var connection = scope.ServiceProvider.GetRequiredService<SamverkDb>().Database.GetDbConnection();
        int? number;
        try
        {
            await connection.OpenAsync(ct);
            number = await Schema.Number(connection, ct);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            return Finding.Wrong($"Databasen går inte att nå: {e.Message}", "Då svarar Samverk inte alls.", "Kontrollera att databasen är igång, att ConnectionStrings__Samverk stämmer och att det konto som kör Samverk får använda den.");
        }
        var newest = Schema.Newest(place.Provider);
        return number is null ? Finding.Wrong("Databasen har inga tabeller från Samverk.", "Den är tom, eller så pekar ConnectionStrings__Samverk på en annan databas.", "Kör samverk migrate om den ska användas, annars ange rätt databas.")
            : Schema.TooNew(number.Value, newest) is { } tooNew ? Finding.Wrong(tooNew, "Ett äldre program skulle skriva fel i nyare tabeller, och startar därför inte.", "Byt program, eller återställ kopian.")
            : number < newest ? Finding.Wrong($"Databasen har schema {number}, och programmet har schema {newest}.", "Den är från en äldre version.", "Ta en säkerhetskopia och kör samverk migrate, eller starta Samverk.")
            : null;
    }

    static IEnumerable<Finding> Folder(DataPlace place)
    {
        if (!Directory.Exists(place.Folder))
        {
            yield return Finding.Wrong($"Datamappen {place.Folder} finns inte.", "Där ligger engångslänken, och databasen om den är SQLite.", "Starta Samverk, som skapar den, eller ange rätt mapp med SAMVERK_DATA.");
            yield break;
        }
        if (!CanWrite(place.Folder))
            yield return Finding.Wrong($"Kontot {Environment.UserName} får inte skriva i datamappen {place.Folder}.", "Samverk kan då inte spara något.", $"Kör doctor som det konto som kör Samverk, eller ge kontot mappen: chown -R samverk {place.Folder}");
        if (OperatingSystem.IsWindows())
            yield break;
        var mode = File.GetUnixFileMode(place.Folder);
        if ((mode & (UnixFileMode.OtherRead | UnixFileMode.OtherExecute | UnixFileMode.OtherWrite | UnixFileMode.GroupWrite)) != UnixFileMode.None)
            yield return Finding.Wrong($"Andra konton på servern kommer åt datamappen {place.Folder} ({Octal(mode)}).", "Det som ligger i den är inte till för dem.", $"chmod 700 {place.Folder}");
        foreach (var file in place.DatabaseFile is { } database ? SqliteFile.Parts(database).Where(File.Exists) : [])
            if ((File.GetUnixFileMode(file) & Others) != UnixFileMode.None)
                yield return Finding.Wrong($"Andra konton på servern kan läsa {file} ({Octal(File.GetUnixFileMode(file))}).", "I databasen finns allt, också nycklarna till inloggningen.", $"chmod 600 {file}");
    }

    static bool CanWrite(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".doctor-{Ids.Next():N}");
            PrivateFile.Create(probe);
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    // A copy, and a restore of it, need as much room again as the database has.
    static IEnumerable<Finding> Disk(DataPlace place)
    {
        if (!Directory.Exists(place.Folder))
            yield break;
        var database = place.DatabaseFile is { } file && File.Exists(file) ? new FileInfo(file).Length : 0;
        var free = new DriveInfo(place.Folder).AvailableFreeSpace;
        var least = Math.Max(LeastFree, database);
        if (free < least)
            yield return Finding.Wrong(string.Create(Swedish.Culture, $"Bara {free / (double)(1 << 30):N1} GB är ledigt på disken med datamappen."), "När disken är full kan inget sparas.", string.Create(Swedish.Culture, $"Gör plats: minst {least / (double)(1 << 30):N1} GB."));
    }

    static async IAsyncEnumerable<Finding> Tables(SamverkDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var (missing, unknown) = await Drift.Find(db, ct);
        if (missing.Count > 0)
            yield return Finding.Wrong($"Databasens tabeller är inte programmets. Saknas: {Some(missing)}.", "Någon har ändrat dem för hand, eller så är en uppgradering ofullständig.", "Återställ den senaste säkerhetskopian, eller rätta tabellerna efter src/Samverk/Storage/Schema.");
        if (unknown.Count > 0)
            yield return Finding.Note($"I databasen finns sådant som Samverk inte har skapat: {Some(unknown)}.", "Det kan göra nästa uppgradering svår.", "Lägg egna tabeller i en annan databas eller ett annat schema.");
    }

    static async IAsyncEnumerable<Finding> Apart(SamverkDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var problem in await Separation.Problems(db, ct))
            yield return Finding.Note(problem, "Databasen håller då inte själv isär områdena; bara programmet gör det.", "Se Databas i handbokens sida om drift.");
    }

    static async IAsyncEnumerable<Finding> Pages(SamverkDb db, bool full, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Provider.Of(db.Database) != Provider.Sqlite)
            yield break;
        await db.Database.OpenConnectionAsync(ct);
        if (await SqliteFile.Damage(db.Database.GetDbConnection(), full, ct) is { } damage)
            yield return Finding.Wrong($"Databasen är skadad: {damage}", "Det som är skadat kan inte läsas, och skadan kan växa.", "Stoppa Samverk, spara en kopia av datamappen och återställ den senaste säkerhetskopian med samverk restore.");
    }

    static async IAsyncEnumerable<Finding> History(IServiceProvider services, bool full, [EnumeratorCancellation] CancellationToken ct)
    {
        var db = services.GetRequiredService<SamverkDb>();
        if ((await Verification.Walk(db, full ? null : QuickRows, ct)).Broken is { } broken)
            yield return Finding.Wrong(broken, "Något har ändrats utanför Samverk, eller så är databasen skadad. Det som står i registret kan inte längre bevisas.", "Ändra ingenting. Spara en kopia, jämför med äldre säkerhetskopior och ta reda på vem som har kommit åt databasen.");
        var now = services.GetRequiredService<TimeProvider>().Now();
        var newest = await db.Set<HistoryRow>().OrderByDescending(r => r.Number).Select(r => (DateTimeOffset?)r.At).FirstOrDefaultAsync(ct);
        if (newest > now.AddMinutes(5))
            yield return Finding.Wrong($"Serverns klocka går före eller efter: historiken slutar {newest.Value.Local():yyyy-MM-dd HH:mm} men klockan är {now.Local():yyyy-MM-dd HH:mm}.", "Tiden för en handling är en del av beviset.", "Ställ klockan med en tidsserver (timedatectl set-ntp true).");
    }

    static async IAsyncEnumerable<Finding> Waiting(IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        var late = services.GetRequiredService<TimeProvider>().Now() - Stuck;
        var waiting = services.GetRequiredService<SamverkDb>().Set<OutboxRow>().Where(r => r.DoneAt == null);
        var stuck = await waiting.CountAsync(r => r.Due < late, ct);
        if (stuck > 0)
            yield return Finding.Wrong($"{stuck} saker har väntat i mer än {Stuck.Minutes} minuter på att göras.", "Dokument läses inte och brev går inte iväg.", "Starta Samverk. Är det igång: läs dess logg.");
        var failed = await waiting.Where(r => r.Problem != null).GroupBy(r => r.Kind).Select(g => new { Kind = g.Key, Count = g.Count(), Problem = g.Min(r => r.Problem) }).ToListAsync(ct);
        foreach (var kind in failed)
            yield return Finding.Wrong($"{kind.Count} av slaget {kind.Kind} har misslyckats: {kind.Problem}", "De görs om med allt längre mellanrum, och blir inte klara förrän felet är borta.", "Rätta felet. De görs sedan av sig själva.");
    }

    static async IAsyncEnumerable<Finding> Keys(SamverkDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!await db.Set<ProtectionKey>().AnyAsync(ct))
            yield return Finding.Note("Det finns inga nycklar till inloggningen.", "De skapas när Samverk startar första gången. Har det varit igång är de borta, och alla loggas ut.", "Starta Samverk.");
    }

    static async IAsyncEnumerable<Finding> Now(IEnumerable<Finding> findings)
    {
        await Task.CompletedTask;
        foreach (var finding in findings)
            yield return finding;
    }

    static string Some(IReadOnlyList<string> things) => string.Join(", ", things.Take(5)) + (things.Count > 5 ? $" och {things.Count - 5} till" : "");

    static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
