using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.National;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Storage;
using Samverk.Storage.Registers;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>The national data that performance is measured with, at a thousandth of its size.</summary>
[Trait("database", "both")]
public sealed class NationalTests(WorldOnce once)
{
    const double Scale = 0.001;
    const int Areas = 21;

    [Fact]
    public async Task It_is_whole_of_the_promised_shape_and_every_register_opens_over_it()
    {
        await using var world = await Filled();
        var areas = await AreasOf(world);
        Assert.Equal(Areas, areas.Count);
        Assert.Equal("not-empty", (await world.Services.GetRequiredService<NationalSeed>().Fill(Scale, _ => { }, default))?.Code);
        await using (var scope = world.Services.CreateAsyncScope())
            Assert.True(await scope.ServiceProvider.GetRequiredService<AreaSetup>().IsDemo(default));
        var sums = new Dictionary<string, int>();
        foreach (var area in areas)
            await world.In(area.Id, async s =>
            {
                var db = s.GetRequiredService<SamverkDb>();
                Assert.Equal(1, await db.Set<HistoryRow>().CountAsync());
                foreach (var (name, count) in await Counts(db))
                    sums[name] = sums.GetValueOrDefault(name) + count;
            });
        // 289 municipalities beside their regions: Gotland's is its region.
        Assert.Equal((21 + 289, 21 * 60, 21 * 100), (sums["organisations"], sums["bodies"], sums["people"]));
        Assert.InRange(sums["meetings"], 100_000 * Scale * .9, 100_000 * Scale * 1.2);
        foreach (var (name, promised) in new[] { ("items", 1_200_000), ("decisions", 700_000), ("assignments", 300_000), ("attendances", 2_000_000) })
            Assert.InRange(sums[name] / (double)sums["meetings"], promised / 100_000.0 * .85, promised / 100_000.0 * 1.25);
        Assert.All(new[] { "planned", "reports", "mentions", "consultations", "deadlines", "questions", "originals" }, name => Assert.NotEqual(0, sums[name]));

        await using var output = new StringWriter();
        Assert.True(await Doctor.Run(world.Services, full: true, output, default) == 0, output.ToString());
        await using var broken = new StringWriter();
        Assert.True(await ProofCommands.Verify([], world.Services, output, broken, default) == 0, broken.ToString());
        await using var site = await TestSite.Over(world);
        await EveryRegister(world, site, areas[0].Id);
        await EveryRegister(world, site, areas[^1].Id);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_with_the_same_ids()
    {
        await using var one = await Filled();
        await using var other = await Filled();
        var (area, same) = ((await AreasOf(one))[3].Id, (await AreasOf(other))[3].Id);
        Assert.Equal(area, same);
        Assert.Equal(await one.In(area, Rows), await other.In(same, Rows));

        static async Task<List<string>> Rows(IServiceProvider s)
        {
            var db = s.GetRequiredService<SamverkDb>();
            var decisions = await db.Set<Decision>().OrderBy(d => d.Number).Select(d => d.Id + d.Number + d.Text + d.Meeting).ToListAsync();
            return [.. decisions, .. await db.Set<Person>().OrderBy(p => p.Folded).Select(p => p.Id + p.Name).ToListAsync()];
        }
    }

    [Fact]
    public async Task It_goes_into_an_empty_database_alone()
    {
        await using var world = await once.Copy();
        var before = await AreasOf(world);
        var refusal = await world.Services.GetRequiredService<NationalSeed>().Fill(Scale, _ => { }, default);
        Assert.Equal("not-empty", refusal?.Code);
        Assert.Equal(before, await AreasOf(world));
    }

    [Fact]
    public async Task A_load_that_fails_leaves_the_database_empty_and_whole()
    {
        await using var world = await once.Empty();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Services.GetRequiredService<NationalSeed>().Fill(Scale, _ => stop.Cancel(), stop.Token));
        Assert.Empty(await AreasOf(world));
        await using (var scope = world.Services.CreateAsyncScope())
        {
            var (missing, unknown) = await Drift.Find(scope.ServiceProvider.GetRequiredService<SamverkDb>(), default);
            Assert.Empty(missing.Concat(unknown));
        }
        Assert.Null(await world.Services.GetRequiredService<NationalSeed>().Fill(Scale, _ => { }, default));
    }

    [Theory]
    [InlineData("national", "--scale", "0")]
    [InlineData("national", "--scale", "2")]
    [InlineData("national", "--scale", "mycket")]
    [InlineData("national", "--size", "1")]
    [InlineData("stort")]
    public async Task What_cannot_be_meant_is_said(params string[] arguments)
    {
        await using var world = await once.Empty();
        await using var errors = new StringWriter();
        Assert.Equal(2, await SeedCommand.Run(arguments, world.Services, TextWriter.Null, errors, default));
        Assert.Contains("seed national", errors.ToString());
        Assert.Empty(await AreasOf(world));
    }

    static async Task EveryRegister(TestWorld world, TestSite site, Guid area)
    {
        var administrator = await world.In(area, async s => await s.GetRequiredService<Actors>().Find((await s.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default));
        using var browser = site.Browser(administrator!);
        var registers = await world.In(area, s => Task.FromResult(s.GetServices<Register>().Select(r => r.Path).ToList()));
        foreach (var address in registers.SelectMany(path => new[] { path, path + "/antal", path + ".csv", path + ".json" }))
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }
        var meeting = await world.In(area, s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Document != null).Select(m => new { m.Id, m.Document }).FirstAsync());
        foreach (var address in new[] { $"/moten/{meeting.Id}", $"/importera/original/{meeting.Document}/text", "/sok?q=samverkan" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }
    }

    static async Task<(string Name, int Count)[]> Counts(SamverkDb db) =>
    [
        ("organisations", await db.Set<Organisation>().CountAsync()), ("bodies", await db.Set<Body>().CountAsync()), ("people", await db.Set<Person>().CountAsync()),
        ("meetings", await db.Set<Meeting>().CountAsync(m => m.Document != null)), ("planned", await db.Set<Meeting>().CountAsync(m => m.Document == null)),
        ("items", await db.Set<AgendaItem>().CountAsync()), ("decisions", await db.Set<Decision>().CountAsync()), ("attendances", await db.Set<Attendance>().CountAsync()),
        ("assignments", await db.Set<Assignment>().CountAsync()), ("reports", await db.Set<Assignment>().CountAsync(a => a.ReportedAt != null)), ("deadlines", await db.Set<Deadline>().CountAsync()),
        ("mentions", await db.Set<AgreementMention>().CountAsync()), ("consultations", await db.Set<Consultation>().CountAsync()), ("questions", await db.Set<Question>().CountAsync()),
        ("originals", await db.Set<Document>().CountAsync()),
    ];

    static async Task<List<AreaInfo>> AreasOf(TestWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(default);
    }

    async Task<TestWorld> Filled()
    {
        var world = await once.Empty();
        Assert.Null(await world.Services.GetRequiredService<NationalSeed>().Fill(Scale, _ => { }, default));
        return world;
    }
}
