namespace Samverk.Bench.National;

/// <summary>One page measured against the floor.</summary>
/// <param name="Throughput">The page's answers per second to the floor's.</param>
/// <param name="Tail">The page's 95th percentile to the floor's.</param>
/// <param name="OfDrawn">The page's answers per second to those of the bare page that the libraries make.</param>
/// <param name="DrawnTail">The page's 95th percentile to that page's.</param>
sealed record Measured(string What, string Database, double Scale, Answered Work, double? Throughput, double? Tail, double? OfDrawn, double? DrawnTail);

/// <summary>The pages that are measured, in turns with the floor.</summary>
sealed class Pages(BenchSite site, Floor floor, BenchDatabase database)
{
    const int Rounds = 5, FarAway = 500;
    static readonly TimeSpan Start = TimeSpan.FromSeconds(10), WarmUp = TimeSpan.FromSeconds(2), Sample = TimeSpan.FromMilliseconds(600);
    static readonly string[] Registers = ["/beslut", "/moten", "/uppdrag"];
    static readonly (string What, string Address)[] Searches =
    [
        ("Search, a word that most have", "/sok?q=samverkan"), ("Search, two words", "/sok?q=utskrivning+primärvården"), ("Search, a phrase", "/sok?q=%22fast+vårdkontakt%22"),
        ("Search, a rare word", "/sok?q=ledarhundsprojektet"), ("Search, a word spelt wrongly", "/sok?q=hjelpmedel"), ("Suggestions while typing", "/sok/forslag?q=utskr"),
    ];

    public async IAsyncEnumerable<Measured> Run()
    {
        // What all pages share is compiled in full before the first is measured; this one asks for no data of the rooms.
        await Load.For(Start, site.Client, [.. site.Areas.Select(a => site.In(a, "/konto"))]);
        foreach (var path in Registers)
            yield return await Cold($"Counts of {path}, cold", $"{path}/antal");
        foreach (var path in Registers)
        {
            yield return await Compared($"{path}, first page", [.. site.Areas.Select(a => site.In(a, path))]);
            var (far, page) = await site.Onward(site.Areas[0], path, FarAway);
            yield return await Compared(page == FarAway ? $"{path}, page {page}" : $"{path}, last page ({page})", [far]);
            yield return await Compared($"Counts of {path}, warm", [.. site.Areas.Select(a => site.In(a, $"{path}/antal"))]);
        }
        yield return await Compared("All that one person owes (/uppdrag/mina)", [.. site.Areas.Select(a => site.ByBusiest(a, "/uppdrag/mina"))]);
        foreach (var (what, words) in Searches)
            yield return await Compared(what, [.. site.Areas.Select(a => site.In(a, words))]);
        yield return await Compared("The public feed", [.. site.Areas.Select(a => site.In(a, $"/publikt/{a.Slug}/flode.atom"))]);
        yield return await Compared("The public decisions", [.. site.Areas.Select(a => site.In(a, $"/publikt/{a.Slug}/beslut"))]);
        yield return await Compared("A decision", Things("/beslut", a => a.Decisions));
        yield return await Compared("A meeting", Things("/moten", a => a.Meetings));
    }

    IReadOnlyList<Asked> Things(string path, Func<BenchArea, IReadOnlyList<Guid>> of) =>
        [.. Enumerable.Range(0, site.Areas.Max(a => of(a).Count)).SelectMany(i => site.Areas.Where(a => of(a).Count > i).Select(a => site.In(a, $"{path}/{of(a)[i]:D}")))];

    // Nobody has asked an area for it before: the first warms up the program alone.
    async Task<Measured> Cold(string what, string path)
    {
        List<double> times = [];
        foreach (var area in site.Areas)
            times.Add((await Load.One(site.Client, site.In(area, path))).Milliseconds);
        times.RemoveAt(0);
        return new(what, database.Name, database.Scale, Answered.Of(times, TimeSpan.FromMilliseconds(times.Sum())), null, null, null, null);
    }

    async Task<Measured> Compared(string what, IReadOnlyList<Asked> asked)
    {
        floor.Length = (await Load.One(site.Client, asked[0])).Html.Length;
        Asked[] bare = [new(floor.Address, null)], drawn = [new(floor.Drawn, null)];
        await Load.For(WarmUp, site.Client, asked);
        await Load.For(WarmUp / 4, site.Client, bare);
        await Load.For(WarmUp / 4, site.Client, drawn);
        List<(Answered Work, Answered Floor, Answered Drawn)> rounds = [];
        for (var i = 0; i < Rounds; i++)
            rounds.Add((await Load.For(Sample, site.Client, asked), await Load.For(Sample / 2, site.Client, bare), await Load.For(Sample / 2, site.Client, drawn)));
        double Median(Func<(Answered Work, Answered Floor, Answered Drawn), double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);
        return new(what, database.Name, database.Scale, new(Median(r => r.Work.PerSecond), Median(r => r.Work.P50), Median(r => r.Work.P95)),
            Median(r => r.Work.PerSecond / r.Floor.PerSecond), Median(r => r.Work.P95 / r.Floor.P95), Median(r => r.Work.PerSecond / r.Drawn.PerSecond), Median(r => r.Work.P95 / r.Drawn.P95));
    }
}
