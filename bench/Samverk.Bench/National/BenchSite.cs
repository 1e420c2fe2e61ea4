using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Bench.National;

/// <summary>An area with somebody signed in and some of what it has.</summary>
/// <param name="Busiest">The session of who has most assignments of all in it.</param>
sealed record BenchArea(Guid Id, string Slug, string Session, string Busiest, IReadOnlyList<Guid> Decisions, IReadOnlyList<Guid> Meetings);

/// <summary>The real server over a database, in this process, with an administrator signed in in each area.</summary>
sealed partial class BenchSite : IAsyncDisposable
{
    const int SomeOfEach = 100;

    readonly WebApplication app;

    BenchSite(WebApplication app, IReadOnlyList<BenchArea> areas) => (this.app, Areas) = (app, areas);

    public IReadOnlyList<BenchArea> Areas { get; }
    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { Timeout = TimeSpan.FromMinutes(5) };

    public static async Task<BenchSite> Over(DataPlace place)
    {
        // A flood from one address is what is measured here.
        var built = Server.Build(["--urls", "http://127.0.0.1:0", "--SAMVERK_DEMO", "false", "--SAMVERK_DATA", place.Folder, "--ConnectionStrings:Samverk", place.Connection, "--ConnectionStrings:SamverkOwner", place.Owner ?? "",
            "--Limits:PerSecond", "1000000", "--Limits:CostlyPerMinute", "100000", "--Limits:ApiPerMinute", "100000000", "--Logging:LogLevel:Default", "Error"]);
        if (await Server.Prepare(built.Services, built.Configuration, built.Environment) is { } refusal)
            throw new InvalidOperationException(refusal);
        await built.StartAsync();
        return new(built, await built.Services.GetRequiredService<EveryArea>().Ask((services, area) => SignIn(services, area), CancellationToken.None));
    }

    public Asked In(BenchArea area, string path) => new(new Uri(app.Urls.Single() + path), area.Session);

    /// <summary>The same, asked by who has most to do.</summary>
    public Asked ByBusiest(BenchArea area, string path) => new(new Uri(app.Urls.Single() + path), area.Busiest);

    /// <summary>The address that so many 'next' lead to, or the last page's.</summary>
    /// <returns>The page's number, from 1.</returns>
    public async Task<(Asked Asked, int Page)> Onward(BenchArea area, string path, int pages)
    {
        var asked = In(area, path);
        for (var page = 1; ; page++)
            if (page == pages || Next().Match((await Load.One(Client, asked)).Html) is not { Success: true } next)
                return (asked, page);
            else
                asked = In(area, System.Net.WebUtility.HtmlDecode(next.Groups["address"].Value));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    static async Task<BenchArea> SignIn(IServiceProvider services, AreaInfo area)
    {
        var administrator = await services.GetRequiredService<AreaSetup>().Administrator(CancellationToken.None) ?? throw new InvalidOperationException("An area has no administrator.");
        var db = services.GetRequiredService<SamverkDb>();
        var busiest = await db.Set<Assignment>().Where(a => a.AssigneePerson != null && a.ReportedAt == null).GroupBy(a => a.AssigneePerson!.Value).OrderByDescending(g => g.Count()).Select(g => (Guid?)g.Key).FirstOrDefaultAsync();
        // From all over the years: in the order of their day, one in so many.
        var meetings = await db.Set<Meeting>().Where(m => m.Document != null).OrderBy(m => m.On).Select(m => m.Id).ToListAsync();
        List<Guid> some = [.. meetings.Where((_, i) => i % Math.Max(1, meetings.Count / SomeOfEach) == 0)];
        var decisions = await db.Set<Decision>().Where(d => some.Contains(d.Meeting) && d.Position == 2).Select(d => d.Id).ToListAsync();
        return new(area.Id, area.Slug, await Session(services, administrator), await Session(services, busiest ?? administrator), decisions, some);
    }

    static async Task<string> Session(IServiceProvider services, Guid person)
    {
        var (key, refusal) = await services.GetRequiredService<Sessions>().Open(person, SignInWay.Link, null, "Bench", CancellationToken.None);
        Refusal.Heed(refusal);
        return key.Text;
    }

    [GeneratedRegex("""<a href="(?<address>[^"]*vidare=[^"]*)" rel="next">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
