using Microsoft.AspNetCore.DataProtection;
using Samverk.Agreements;
using Samverk.Api;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Public;
using Samverk.Search;
using Samverk.Shell;
using Samverk.Shell.Security;
using Samverk.Storage;
using Samverk.World;

namespace Samverk;

/// <summary>The web server: brings the database up to date, fills a demo database, then answers.</summary>
static class Server
{
    public static async Task<int> Run(string[] args)
    {
        await using var app = Build(args);
        var refusal = await Prepare(app.Services, app.Configuration, app.Environment);
        if (refusal is not null)
        {
            await Console.Error.WriteLineAsync(refusal);
            return 2;
        }
        await app.StartAsync();
        Console.WriteLine($"Samverk svarar på {string.Join(" och ", app.Urls)}");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <param name="clock">Another clock than the system's, for tests.</param>
    public static WebApplication Build(string[] args, TimeProvider? clock = null)
    {
        // Not the working directory: configuration is watched for changes below the content root, and that may be all of a disk.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddSamverk(builder.Configuration).SetMinimumLevel(LogLevel.Warning).AddFilter("Samverk", LogLevel.Information).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        Rooms.Add(builder.Services, DataPlace.From(builder.Configuration));
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        builder.Services.AddHostedService<OutboxWorker>().AddHostedService<DailyProof>().AddHostedService(services => services.GetRequiredService<Signals>());
        builder.Services.AddScoped(_ => new Origin(Origin.Job));
        builder.Services.AddSingleton<Readiness>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Health.MostToFinish);
        builder.AddShell();
        var app = builder.Build();
        app.UseApi();
        app.UseShell();
        app.UseThrottle();
        app.UseOrigin();
        app.UsePageConnection();
        app.UseAuthentication();
        app.UseWhoIsAtTheDoor();
        app.UseActsFor();
        app.UseViewer();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOrganisations();
        app.MapMeetings();
        app.MapAgreements();
        app.MapPlans();
        app.MapImport();
        app.MapApi();
        app.MapDisclosure();
        app.MapSearch();
        app.MapPublic();
        app.MapShell();
        return app;
    }

    /// <returns>Why the server can't start, in words; null when it can.</returns>
    public static async Task<string?> Prepare(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (Organisations.Room.SignInFault(services) is { } fault)
            return fault;
        if (Shell.Room.FrameProblem(configuration) is { } problem)
            return problem;
        string? refusal = null;
        services.GetRequiredService<FolderUse>();
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            await Schema.Upgrade(db);
            await StartUp.OneNodeAtATime(db, async () => refusal = await Fill(services, configuration), default);
        }
        if (refusal is null)
            services.GetRequiredService<Readiness>().Ready();
        return refusal;
    }

    static async Task<string?> Fill(IServiceProvider services, IConfiguration configuration)
    {
        // The first key is made here, so that nodes that start together begin with the same one.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(Server)).Protect([]);
        bool empty, demo;
        await using (var scope = services.CreateAsyncScope())
        {
            var setup = scope.ServiceProvider.GetRequiredService<AreaSetup>();
            (empty, demo) = ((await setup.List(default)).Count == 0, await setup.IsDemo(default));
        }
        if (demo && !Addresses.OnlyLoopback(configuration))
            return "Databasen är en demodatabas. Servern svarar då bara på den egna datorn: ange --urls http://127.0.0.1:5000, eller använd en annan databas.";
        if (demo || (empty && WantsDemo(configuration)))
            await services.GetRequiredService<WorldSeed>().Fill(default);
        else if (empty)
            await services.GetRequiredService<FirstRun>().Invite(default);
        return null;
    }

    // Asked for, or unset under 'dotnet run' from the source tree.
    static bool WantsDemo(IConfiguration configuration) =>
        bool.TryParse(configuration["SAMVERK_DEMO"], out var asked) ? asked : SourceTree.IsRunFrom;
}

/// <summary>Tells the source tree from an installation.</summary>
static class SourceTree
{
    /// <summary>The program lies in bin/ below a folder that holds its project.</summary>
    public static bool IsRunFrom { get; } = Above(AppContext.BaseDirectory).Take(5).Any(folder => File.Exists(Path.Combine(folder, "Samverk.csproj")));

    static IEnumerable<string> Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
