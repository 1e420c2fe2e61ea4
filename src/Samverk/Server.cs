using Microsoft.EntityFrameworkCore;
using Samverk.Import;
using Samverk.Organisations;
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
        builder.Services.AddHostedService<OutboxWorker>();
        builder.Services.AddSingleton<Readiness>();
        builder.AddShell();
        var app = builder.Build();
        app.UseShell();
        app.UseAuthentication();
        app.UseWhoIsAtTheDoor();
        app.UseViewer();
        app.UseAuthorization();
        app.MapGet("/halsa", (Readiness readiness) => readiness.IsReady ? Results.Text("ok") : Results.Text("startar", statusCode: 503))
            .WithMetadata(new MayAttribute(MayAttribute.Everyone));
        app.MapOrganisations();
        app.MapImport();
        app.MapShell();
        return app;
    }

    /// <returns>Why the server can't start, in words; null when it can.</returns>
    public static async Task<string?> Prepare(IServiceProvider services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (Shell.Room.FrameProblem(configuration) is { } problem)
            return problem;
        bool empty, demo;
        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            await Schema.Upgrade(db);
            var setup = scope.ServiceProvider.GetRequiredService<AreaSetup>();
            (empty, demo) = ((await setup.List(default)).Count == 0, await setup.IsDemo(default));
        }
        if (demo && !Addresses.OnlyLoopback(configuration))
            return "Databasen är en demodatabas. Servern svarar då bara på den egna datorn: ange --urls http://127.0.0.1:5000, eller använd en annan databas.";
        if (demo || (empty && WantsDemo(configuration)))
            await services.GetRequiredService<WorldSeed>().Fill(default);
        else if (empty)
            await services.GetRequiredService<FirstRun>().Invite(default);
        services.GetRequiredService<Readiness>().Ready();
        return null;
    }

    // Asked for, or unset under 'dotnet run' from the source tree.
    static bool WantsDemo(IConfiguration configuration) =>
        bool.TryParse(configuration["SAMVERK_DEMO"], out var asked) ? asked : SourceTree.IsRunFrom;
}

/// <summary>Whether the database is up to date and filled.</summary>
sealed class Readiness
{
    public bool IsReady { get; private set; }

    public void Ready() => IsReady = true;
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
