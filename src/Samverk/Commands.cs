using Microsoft.EntityFrameworkCore;
using Samverk.Import;
using Samverk.Organisations;
using Samverk.Shell.Security;
using Samverk.Storage;
using Samverk.World;

namespace Samverk;

/// <summary>The command line: serve (default), read, import, migrate, verify, area, seed, schema.</summary>
static class Commands
{
    const string Usage = """
        samverk serve [--urls ADRESS]              kör webbplatsen (så också utan kommando)
        samverk read [--spans] FIL…                läser protokoll till JSON, utan databas
        samverk import MAPP [--confirm-all-certain] [--area NAMN]   läser in ett arkiv
        samverk area list | add … | link …         samverkansområden och engångslänkar
        samverk migrate                            för databasen till den här versionen
        samverk verify                             går igenom historikens kedja
        samverk seed                               fyller en tom databas med demo (påhittad region)
        """;

    public static async Task<int> Run(string[] args)
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
                return await Verify();
            case "seed":
                return await Seed();
            case "area":
                return await Area(rest);
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
        await using (var scope = services.CreateAsyncScope())
            await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        await using var output = ReadCommand.Utf8(Console.OpenStandardOutput());
        return await ImportCommand.Run(args, services, output, Console.Error, !Console.IsErrorRedirected, CancellationToken.None);
    }

    static async Task<int> Migrate()
    {
        await using var services = Offline();
        await using var scope = services.CreateAsyncScope();
        var run = await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        Console.WriteLine(run.Count == 0 ? "Databasen var redan aktuell." : $"Körde {string.Join(", ", run)}.");
        return 0;
    }

    static async Task<int> Verify()
    {
        await using var services = Offline();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        await Schema.Upgrade(db);
        var result = await Verification.Walk(db);
        if (result.Broken is { } broken)
        {
            await Console.Error.WriteLineAsync(broken);
            return 1;
        }
        Console.WriteLine($"Historiken är hel: {result.Rows} rader.");
        return 0;
    }

    static async Task<int> Seed()
    {
        await using var services = Offline();
        await using (var scope = services.CreateAsyncScope())
            await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        if (await services.GetRequiredService<WorldSeed>().Fill(CancellationToken.None))
        {
            Console.WriteLine("Databasen fylldes med demo: Region Bergslunda, påhittad.");
            return 0;
        }
        await Console.Error.WriteLineAsync("Databasen är inte tom. Demo läggs bara i en tom databas.");
        return 2;
    }

    static async Task<int> Area(string[] args)
    {
        await using var services = Offline();
        await using var scope = services.CreateAsyncScope();
        await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        return await AreaCommand.Run(args, scope.ServiceProvider, Console.Out, Console.Error, CancellationToken.None);
    }

    /// <summary>Prints the create script of the model, for writing the next numbered script.</summary>
    static int PrintSchema(string[] args)
    {
        var provider = args.FirstOrDefault() == "postgres" ? Provider.Postgres : Provider.Sqlite;
        var options = new DbContextOptionsBuilder<SamverkDb>();
        provider.Use(options, provider == Provider.Postgres ? "Host=x" : "Data Source=:memory:");
        using var db = new SamverkDb(options.Options, new CurrentArea());
        Console.WriteLine(db.Database.GenerateCreateScript());
        return 0;
    }

    /// <summary>The rooms without the web server, for a command.</summary>
    public static ServiceProvider Offline()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.AddSamverk(configuration).SetMinimumLevel(LogLevel.Warning));
        Rooms.Add(services, DataPlace.From(configuration));
        return services.BuildServiceProvider();
    }
}
