using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Disclosure;

/// <summary>A request for public records, from when it comes in until its package is fetched.</summary>
[Trait("database", "both")]
public sealed class DisclosureTests(WorldOnce once)
{
    static readonly DateOnly Came = new(2026, 11, 20);

    static Task<Actor> Registrar(TestWorld world) => world.Actor("Christer Palm");

    internal static async Task<Guid> Receive(TestWorld world, Actor by, string? words = null, DateOnly? from = null, DateOnly? to = null)
    {
        var owner = await world.Organisation("Region Bergslunda");
        var (request, refusal) = await world.In(s => s.GetRequiredService<Requests>().Receive(new(owner, "Allt om hemtjänst i Samverkansrådet", Came, "RB 2026-118", from, to, [], [], words), by, default));
        Assert.Null(refusal);
        return request;
    }

    static Task<DisclosureRequest> Request(TestWorld world, Guid id) =>
        world.In(s => s.GetRequiredService<SamverkDb>().Set<DisclosureRequest>().Include(r => r.Items.OrderBy(i => i.Position)).SingleAsync(r => r.Id == id));

    static Task<Matches> Found(TestWorld world, Guid id, Actor by) => world.In(async s => await s.GetRequiredService<Collecting>().Find(await Request(world, id), by, default));

    /// <summary>Takes the first of each kind into the request.</summary>
    internal static async Task<DisclosureRequest> Take(TestWorld world, Guid id, Actor by)
    {
        var chosen = (await Found(world, id, by)).Rows.GroupBy(m => m.Kind).Select(g => (g.Key, g.First().Thing)).ToHashSet();
        Assert.Null(await world.Said<Requests>(r => r.Take(id, chosen, by, default)));
        return await Request(world, id);
    }

    /// <summary>Takes the first of each kind, gives one out masked and withholds another.</summary>
    internal static async Task Answered(TestWorld world, Guid id, Actor by)
    {
        var request = await Take(world, id, by);
        Assert.Null(await Decide(world, request, by, i => i.Kind switch
        {
            RecordKind.Decision => new(i.Id, DisclosureOutcome.GivenMasked, "21 kap. 1 § OSL", "Rör en enskilds hälsa.", "hemtjänst", false),
            RecordKind.Assignment => new(i.Id, DisclosureOutcome.Refused, "25 kap. 1 § OSL", "Rör en enskild i hälso- och sjukvården.", null, false),
            _ => Given(i),
        }));
        Assert.Null(await world.Said<Requests>(r => r.Answer(id, by, default)));
    }

    static Task<string?> Decide(TestWorld world, DisclosureRequest request, Actor by, Func<DisclosureItem, ItemDecision> decide) =>
        world.Said<Requests>(r => r.Decide(request.Id, [.. request.Items.Select(decide)], by, default));

    static ItemDecision Given(DisclosureItem item) => new(item.Id, DisclosureOutcome.Given, null, null, null, false);

    [Fact]
    public async Task What_answers_it_is_found_by_days_words_bodies_and_people()
    {
        await using var world = await once.Copy();
        var by = await Registrar(world);
        var owner = await world.Organisation("Region Bergslunda");
        var all = (await Found(world, await Receive(world, by), by)).Rows;
        Assert.Equal(Enum.GetValues<RecordKind>(), all.Select(m => m.Kind).Distinct().Order());
        Assert.Equal(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().CountAsync(m => m.Owner == owner && m.Document != null && m.Withdrawal == null)), all.Count(m => m.Kind == RecordKind.Meeting));
        var year = (await Found(world, await Receive(world, by, from: new(2025, 1, 1), to: new(2025, 12, 31)), by)).Rows;
        Assert.NotEmpty(year);
        Assert.All(year, m => Assert.Equal(2025, m.On.Year));
        var worded = (await Found(world, await Receive(world, by, words: "nära vård"), by)).Rows;
        Assert.InRange(worded.Count, 1, all.Count - 1);
        Assert.All(worded.Where(m => m.Kind == RecordKind.Decision), m => Assert.Contains("vård", m.About, StringComparison.OrdinalIgnoreCase));
        var (council, person) = (await world.Body("SR"), await world.Person("Farid Rahimi"));
        var (narrow, _) = await world.In(async s => await s.GetRequiredService<Requests>().Receive(new(council.Host, "Möten", Came, null, null, null, [council.Id], [person], null), by, default));
        var attended = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Body == council.Id && m.Document != null && m.Withdrawal == null && m.Attendance.Any(a => a.Person == person)).Select(m => m.Id).ToListAsync());
        Assert.NotEmpty(attended);
        Assert.Equal(attended.Order(), (await Found(world, narrow, by)).Rows.Where(m => m.Kind == RecordKind.Meeting).Select(m => m.Thing).Order());
    }

    [Fact]
    public async Task It_is_seen_and_tried_by_its_organisations_registrar_and_administrators_alone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var request = await Receive(world, await Registrar(world));
        foreach (var (name, status) in new[] { ("Christer Palm", HttpStatusCode.OK), ("Linda Ekroth", HttpStatusCode.OK), ("Elin Strömqvist", HttpStatusCode.NotFound), ("Maria Sandelin", HttpStatusCode.Forbidden), ("Björn Åkerlind", HttpStatusCode.Forbidden) })
        {
            using var browser = site.Browser(await world.Actor(name));
            Assert.Equal(status, (await browser.GetAsync($"/utlamnande/{request}")).StatusCode);
        }
        var granaker = await world.Actor("Elin Strömqvist");
        using var other = site.Browser(granaker);
        Assert.DoesNotContain("hemtjänst", await other.GetStringAsync("/utlamnande?visa=alla"), StringComparison.Ordinal);
        Assert.Equal("no-request", await world.Said<Requests>(r => r.Answer(request, granaker, default)));
        var owner = await world.Organisation("Region Bergslunda");
        Assert.Equal("may-not-disclose", await world.Said<Requests>(async r => (await r.Receive(new(owner, "Allt", Came, null, null, null, [], [], null), granaker, default)).Refusal));
    }

    [Fact]
    public async Task Each_record_is_decided_on_with_law_and_reason_before_it_is_answered_once()
    {
        await using var world = await once.Copy();
        var by = await Registrar(world);
        var request = await Take(world, await Receive(world, by), by);
        Assert.Equal(4, request.Items.Count);
        Assert.Equal("nothing-chosen", await world.Said<Requests>(r => r.Take(request.Id, new HashSet<(RecordKind, Guid)>(), by, default)));
        Assert.Equal("undecided", await world.Said<Requests>(r => r.Answer(request.Id, by, default)));
        Assert.Null(await Decide(world, request, by, i => Given(i) with { Outcome = i.Kind == RecordKind.Assignment ? DisclosureOutcome.Refused : DisclosureOutcome.Given }));
        Assert.Equal("ground-missing", await world.Said<Requests>(r => r.Answer(request.Id, by, default)));
        Assert.Null(await Decide(world, request, by, i => i.Kind == RecordKind.Assignment ? new(i.Id, DisclosureOutcome.Refused, "25 kap. 1 § OSL", "Uppgiften rör en enskild.", null, false) : Given(i)));
        Assert.Null(await world.Said<Requests>(r => r.Answer(request.Id, by, default)));
        Assert.Equal("request-answered", await world.Said<Requests>(r => r.Answer(request.Id, by, default)));
        Assert.Equal("request-answered", await Decide(world, request, by, Given));
        var answered = await Request(world, request.Id);
        Assert.Equal((RequestState.Answered, 4, "Christer Palm, registrator"), (answered.State, answered.Waited(new(2027, 1, 1)), answered.DecidedBy));
        Assert.Equal(["En begäran om allmänna handlingar från 20 november 2026 lades in", "Begäran besvarades: 3 lämnas ut, 0 lämnas ut med maskering, 1 lämnas inte ut"], await world.Told(request.Id));
        var written = WrittenDecision.Of(answered, "Region Bergslunda", await world.In(s => s.GetRequiredService<ProtectedNames>().Mask(default)));
        Assert.Equal(["Begäran", "Lämnas ut i sin helhet", "Lämnas inte ut", "Så överklagar du"], written.Parts.Select(p => p.Title));
        var refused = written.Parts[2].Lines.Single();
        Assert.EndsWith("25 kap. 1 § OSL. Uppgiften rör en enskild.", refused, StringComparison.Ordinal);
        // Which it is, nothing of what it says.
        Assert.DoesNotContain(answered.Items.Single(i => i.Kind == RecordKind.Assignment).About![..20], refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_nothing_answers_is_answered_too()
    {
        await using var world = await once.Copy();
        var by = await Registrar(world);
        var id = await Receive(world, by, words: "finns inte alls");
        Assert.Empty((await Found(world, id, by)).Rows);
        Assert.Null(await world.Said<Requests>(r => r.Answer(id, by, default)));
        var written = WrittenDecision.Of(await Request(world, id), "Region Bergslunda", await world.In(s => s.GetRequiredService<ProtectedNames>().Mask(default)));
        Assert.Contains("ingen handling", written.Parts[1].Paragraphs[0], StringComparison.Ordinal);
        Assert.DoesNotContain(written.Parts, p => p.Title == "Så överklagar du");
    }

    [Fact]
    public async Task The_package_has_what_is_given_out_and_nothing_else()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var by = await Registrar(world);
        var request = await Take(world, await Receive(world, by), by);
        var (original, meeting) = (request.Items.Single(i => i.Kind == RecordKind.Original), request.Items.Single(i => i.Kind == RecordKind.Meeting));
        await world.In(s => s.GetRequiredService<SamverkDb>().Set<DisclosureItem>().Where(i => i.Id == original.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Title, "../../=1+1.txt")));
        var word = (await world.In(s => s.GetRequiredService<MeetingsLists>().Meeting(meeting.Thing, default)))!.Attendance[0].Name;
        Assert.Null(await Decide(world, request, by, i => i.Kind switch
        {
            RecordKind.Original => Given(i),
            RecordKind.Meeting => new(i.Id, DisclosureOutcome.GivenMasked, "21 kap. 1 § OSL", "Rör hälsa.", $"{word}\n", false),
            _ => new(i.Id, DisclosureOutcome.Refused, "25 kap. 1 § OSL", "Rör en enskild.", null, false),
        }));
        using var browser = site.Browser(by);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/utlamnande/{request.Id}/paket.zip")).StatusCode);
        Assert.Null(await world.Said<Requests>(r => r.Answer(request.Id, by, default)));
        using var answer = await browser.GetAsync($"/utlamnande/{request.Id}/paket.zip");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType!.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["beslut.html", "forteckning.csv", "forteckning.html", "forteckning.json", $"original/{original.Position:000}-_.._=1+1.txt".Replace("=", "_", StringComparison.Ordinal).Replace("+", "_", StringComparison.Ordinal), $"text/{meeting.Position:000}-{meeting.Title}.txt"], zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var bytes = await world.In(s => s.GetRequiredService<Importing>().Content(original.Thing, default));
        Assert.Equal(bytes, await Bytes(zip.Entries.Single(e => e.FullName.StartsWith("original/", StringComparison.Ordinal))));
        var text = Encoding.UTF8.GetString(await Bytes(zip.Entries.Single(e => e.FullName.StartsWith("text/", StringComparison.Ordinal))));
        Assert.Contains("[maskerat]", text, StringComparison.Ordinal);
        Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        using var list = JsonDocument.Parse(await Bytes(zip.GetEntry("forteckning.json")!));
        Assert.Equal(2, list.RootElement.EnumerateArray().Count(l => l.GetProperty("file").ValueKind == JsonValueKind.Null));
        Assert.Contains("Så överklagar du", Encoding.UTF8.GetString(await Bytes(zip.GetEntry("beslut.html")!)), StringComparison.Ordinal);
        Assert.Equal(1, await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync(r => r.Subject == request.Id && r.Kind == nameof(ProtectedRead))));
    }

    [Fact]
    public async Task A_protected_name_goes_out_in_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (by, council, person) = (await Registrar(world), await world.Body("SR"), await world.Person("Farid Rahimi"));
        var (id, _) = await world.In(async s => await s.GetRequiredService<Requests>().Receive(new(council.Host, "Allt som Farid Rahimi har sagt", Came, null, null, null, [council.Id], [person], null), by, default));
        Assert.Null(await world.Said<IdentityKeeper>(async k => await k.Protect(person, await world.Administrator(), default)));
        var request = await Take(world, id, by);
        Assert.Null(await Decide(world, request, by, Given));
        // The registrar may not confirm minutes, so not hand over an original that names somebody protected.
        Assert.Equal("restricted", await world.Said<Requests>(r => r.Answer(id, by, default)));
        Assert.Null(await Decide(world, request, by, i => i.Kind == RecordKind.Original ? new(i.Id, DisclosureOutcome.GivenMasked, "22 kap. 1 § OSL", "Skyddade personuppgifter.", null, false) : Given(i)));
        Assert.Null(await world.Said<Requests>(r => r.Answer(id, by, default)));
        using var browser = site.Browser(by);
        await using var zip = new ZipArchive(await browser.GetStreamAsync($"/utlamnande/{id}/paket.zip"));
        Assert.Equal(4 + request.Items.Count, zip.Entries.Count);
        foreach (var entry in zip.Entries)
            Assert.DoesNotContain("Farid Rahimi", Encoding.UTF8.GetString(await Bytes(entry)), StringComparison.OrdinalIgnoreCase);
    }

    static async Task<byte[]> Bytes(ZipArchiveEntry entry)
    {
        await using var stream = await entry.OpenAsync();
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }
}
