using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Search;
using Samverk.Shared;
using Samverk.Shell.Security;
using Samverk.Storage;

namespace Samverk;

/// <summary>The command line. What can't be done is said in words, never as a stack trace.</summary>
static class Commands
{
    const string Usage = """
        samverk serve [--urls ADRESS]              kör webbplatsen (så också utan kommando)
        samverk read [--spans] FIL…                läser protokoll till JSON, utan databas
        samverk import MAPP [--confirm-all-certain] [--area NAMN]   läser in ett arkiv
        samverk area list | add … | link …         samverkansområden och engångslänkar
        samverk token --person MEJL | --demo ROLL  skapar en API-nyckel och skriver ut den, en gång
        samverk migrate                            för databasen till den här versionen
        samverk verify [--checkpoint FIL] [--key FIL]   går igenom historikens kedja, mot kontrollpunkter
        samverk checkpoint FIL                     skriver en signerad kontrollpunkt, att förvara utanför systemet
        samverk backup FIL [--force]               tar en säkerhetskopia medan Samverk är igång
        samverk restore FIL [--force]              lägger tillbaka en säkerhetskopia
        samverk export --organisation KOD [--area NAMN] FIL.zip|MAPP   skriver allt som en organisation äger
        samverk retention [--apply]                visar vad som skulle gallras, när och varför; eller gallrar
        samverk index [--area NAMN]                gör sökningens index på nytt
        samverk doctor [--full]                    säger vad som är fel med installationen
        samverk seed                               fyller en tom databas med demo (påhittad region)
        samverk seed national [--scale 0.1]        fyller en tom databas med mätdata i hela landets storlek
        """;

    public static async Task<int> Run(string[] args)
    {
        try
        {
            return await Do(args);
        }
        catch (InstallationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            await Console.Error.WriteLineAsync($"Databasen går inte att använda: {(e as DbException ?? e.InnerException!).Message}\nsamverk doctor säger mer.");
        }
        return 2;
    }

    static async Task<int> Do(string[] args)
    {
        var rest = args.Length > 0 ? args[1..] : [];
        switch (args.FirstOrDefault())
        {
            case "read":
                return await Read(rest);
            case "import":
                return await ImportArchive(rest);
            case "migrate":
                return await Migrate();
            case "verify":
                return await WithRooms(services => ProofCommands.Verify(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "checkpoint":
                return await WithRooms(services => ProofCommands.WriteCheckpoint(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "backup":
                return await Backup(rest);
            case "restore":
                return await Restore(rest);
            case "export":
                return await WithRooms(services => ExportCommand.Run(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "retention":
                return await WithRooms(services => RetentionCommand.Run(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "doctor":
                return await Doctor.Run(rest, Console.Out, Console.Error, CancellationToken.None);
            case "index":
                return await WithRooms(services => IndexCommand.Run(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "seed":
                return await WithRooms(services => SeedCommand.Run(rest, services, Console.Out, Console.Error, CancellationToken.None));
            case "area":
                return await Area(rest);
            case "token":
                return await Token(rest);
            case "schema":
                return PrintSchema(rest);
            case "help" or "--help" or "-h":
                Console.WriteLine(Usage);
                return 0;
            case "serve":
                return await Server.Run(rest);
            case null:
                return await Server.Run(args);
            case { } option when option.StartsWith("--", StringComparison.Ordinal):
                return await Server.Run(args);
            case { } unknown:
                await Console.Error.WriteLineAsync($"Okänt kommando: {unknown}.\n{Usage}");
                return 2;
        }
    }

    static Task<int> Read(string[] args)
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        return ReadCommand.Run([.. args.Where(a => a != "--spans")], args.Contains("--spans"), output, ReadCommand.Utf8(Console.OpenStandardError()));
    }

    static async Task<int> ImportArchive(string[] args)
    {
        await using var services = Offline();
        await Upgrade(services);
        await using var output = ReadCommand.Utf8(Console.OpenStandardOutput());
        return await ImportCommand.Run(args, services, output, Console.Error, !Console.IsErrorRedirected, CancellationToken.None);
    }

    static async Task<int> Migrate()
    {
        await using var services = Offline();
        var run = await Upgrade(services);
        Console.WriteLine(run.Count == 0 ? "Databasen var redan aktuell." : $"Körde {string.Join(", ", run)}.");
        return 0;
    }

    static async Task<int> WithRooms(Func<ServiceProvider, Task<int>> command)
    {
        await using var services = Offline();
        await Upgrade(services);
        return await command(services);
    }

    static async Task<int> Area(string[] args)
    {
        await using var services = Offline();
        await Upgrade(services);
        await using var scope = services.CreateAsyncScope();
        return await AreaCommand.Run(args, scope.ServiceProvider, Console.Out, Console.Error, CancellationToken.None);
    }

    static async Task<int> Token(string[] args)
    {
        await using var services = Offline();
        await Upgrade(services);
        await using var scope = services.CreateAsyncScope();
        return await TokenCommand.Run(args, scope.ServiceProvider, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>Prints the create script of the model, for writing the next numbered script.</summary>
    static int PrintSchema(string[] args)
    {
        var provider = args.FirstOrDefault() == "postgres" ? Provider.Postgres : Provider.Sqlite;
        var options = new DbContextOptionsBuilder<SamverkDb>();
        provider.Use(options, provider == Provider.Postgres ? "Host=x" : "Data Source=:memory:");
        using var db = new SamverkDb(options.Options, new CurrentArea());
        Console.WriteLine(Schema.Wanted(db));
        return 0;
    }

    static Task<int> Backup(string[] args) => BackupCommand.Backup(args, DataPlace.From(Configuration()), Console.Out, Console.Error, CancellationToken.None);

    static Task<int> Restore(string[] args) => BackupCommand.Restore(args, DataPlace.From(Configuration()), TimeProvider.System, Console.Out, Console.Error, CancellationToken.None);

    static async Task<IReadOnlyList<string>> Upgrade(ServiceProvider services)
    {
        services.GetRequiredService<FolderUse>();
        await using var scope = services.CreateAsyncScope();
        return await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
    }

    /// <summary>The rooms without the web server, for a command.</summary>
    public static ServiceProvider Offline()
    {
        var configuration = Configuration();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddSamverk(configuration).SetMinimumLevel(LogLevel.Warning));
        Rooms.Add(services, DataPlace.From(configuration));
        return services.BuildServiceProvider();
    }

    // The same file as the server reads: beside the program.
    static IConfigurationRoot Configuration() =>
        new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}
