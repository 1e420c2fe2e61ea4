using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk;

/// <summary>What a proxy or a keeper of processes asks: is the process alive, is it ready for people.</summary>
static class Health
{
    /// <summary>A stopping server lets requests that have begun go on for so long.</summary>
    public static readonly TimeSpan MostToFinish = TimeSpan.FromSeconds(8);

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void MapHealth(this WebApplication app)
    {
        app.Lifetime.ApplicationStopping.Register(app.Services.GetRequiredService<Readiness>().Stopping);
        var everyone = new MayAttribute(MayAttribute.Everyone);
        app.MapGet("/halsa", (Readiness readiness) => Say(readiness.Lack)).WithMetadata(everyone);
        app.MapGet("/halsa/levande", () => Say(null)).WithMetadata(everyone);
        app.MapGet("/halsa/redo", async (Readiness readiness, SamverkDb db, CancellationToken ct) => Say(readiness.Lack ?? await Unreachable(db, ct))).WithMetadata(everyone);
    }

    static IResult Say(string? lack) => Results.Text(lack ?? "ok", statusCode: lack is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    static async Task<string?> Unreachable(SamverkDb db, CancellationToken ct)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(Patience);
        try
        {
            // A row that is always there: the file itself is read, not only opened.
            await db.Database.SqlQueryRaw<int>("select max(number) as \"Value\" from storage_schema").SingleAsync(timer.Token);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && (e is DbException or OperationCanceledException or TimeoutException || e.InnerException is DbException))
        {
            return "databasen svarar inte";
        }
    }
}

/// <summary>Whether the server takes people in.</summary>
sealed class Readiness
{
    readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile string? lack = "startar";

    /// <summary>Why not, in a word or two; null when it does.</summary>
    public string? Lack => lack;

    /// <summary>Done once the server has taken people in.</summary>
    public Task Reached => reached.Task;

    public void Ready()
    {
        lack = null;
        reached.TrySetResult();
    }

    public void Stopping() => lack = "stannar";
}
