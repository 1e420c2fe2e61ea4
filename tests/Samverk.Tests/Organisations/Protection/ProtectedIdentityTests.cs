using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Storage;
using Samverk.Storage.Registers;
using Samverk.Tests.House;
using Samverk.Tests.Security;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations.Protection;

/// <summary>Somebody with protected identity is named on the pages of the meetings that they were at, and to those who look after their organisation; nowhere else.</summary>
[Trait("database", "both")]
public sealed class ProtectedIdentityTests(WorldOnce once)
{
    const string Name = "Farid Rahimi";

    static async Task<Guid> Protect(TestWorld world)
    {
        var (by, person) = (await world.Administrator(), await world.Person(Name));
        Assert.Null(await world.Said<IdentityKeeper>(k => k.Protect(person, by, default)));
        return person;
    }

    /// <summary>The kinds of pages that a browser meets the name on.</summary>
    static async Task<List<string>> Kinds(TestWorld world, HttpClient browser, Guid person)
    {
        var council = await world.Body("SR");
        var original = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Body == council.Id && m.Document != null && m.Attendance.Any(a => a.Name == Name)).Select(m => m.Document!.Value).FirstAsync());
        var pages = await Visit.All(browser, 25, $"/personer/{person}", "/personer?q=Farid", $"/organ/{council.Id}", $"/organ/{council.Id}?dag=2025-06-01", $"/historik/{person}", $"/historik/{council.Id}", $"/importera/original/{original}/text", "/logga-in");
        Assert.True(pages.Count > 150, $"only {pages.Count} pages");
        // The examples about the API are written once for all, of the invented region.
        return [.. pages.Where(p => p.Address != "/api" && WebUtility.HtmlDecode(p.Html).Contains(Name, StringComparison.OrdinalIgnoreCase)).Select(p => Visit.Kind(p.Address)).Distinct().Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_name_is_met_on_meetings_pages_alone()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Björn Åkerlind"));
        var person = await world.Person(Name);
        var before = await Kinds(world, browser, person);
        Assert.Superset(new HashSet<string>(["/moten/{id}", "/personer", "/personer/{id}", "/organ/{id}", "/historik/{id}", "/importera/original/{id}/text", "/logga-in"]), before.ToHashSet());
        await Protect(world);
        Assert.Equal(["/moten/{id}", "/protokoll/{id}"], await Kinds(world, browser, person));
        Assert.Contains(PersonInfo.Protected, await browser.GetStringAsync($"/personer/{person}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_rooms_are_told_is_safe_and_a_meeting_tells_the_truth_only_for_its_own_page()
    {
        await using var world = await once.Copy();
        var person = await Protect(world);
        await world.In(async s =>
        {
            var info = (await s.GetRequiredService<AreaDirectory>().People(default)).Single(p => p.Id == person);
            Assert.Equal((PersonInfo.Protected, null, true), (info.Name, info.Title, info.IsProtected));
            var (lists, db) = (s.GetRequiredService<MeetingsLists>(), s.GetRequiredService<SamverkDb>());
            var meeting = await db.Set<Attendance>().Where(a => a.Person == person).Select(a => a.Meeting).FirstAsync();
            Assert.DoesNotContain(Name, JsonSerializer.Serialize(await lists.Meeting(meeting, default)), StringComparison.OrdinalIgnoreCase);
            Assert.Contains((await lists.Meeting(meeting, default))!.Attendance, a => a.Person == person && a.Name == PersonInfo.Protected);
            Assert.Contains((await lists.OnItsPage(meeting, default))!.Attendance, a => a.Person == person && a.Name == Name);
            // Minutes that come later still know who it is, without saying so.
            var known = await Known.Load(s.GetRequiredService<AreaDirectory>(), default);
            Assert.Equal((person, PersonInfo.Protected), (Assert.Single(known.Named(Name)).Id, known.Named(Name)[0].Name));
            Assert.Empty(known.Alike("Farid Rahimy"));
            Assert.Empty(known.Named(PersonInfo.Protected));
        });
    }

    [Fact]
    public async Task No_register_tells_in_any_row()
    {
        await using var world = await once.Copy();
        var before = await Registers(world);
        Assert.Superset(new HashSet<string>(["people", "decisions"]), before.ToHashSet());
        await Protect(world);
        Assert.Empty(await Registers(world));
    }

    /// <summary>The registers that have the name in a row, as files and other systems get it.</summary>
    static Task<List<string>> Registers(TestWorld world) => world.In(async s =>
    {
        List<string> telling = [];
        foreach (var register in s.GetServices<Register>())
        {
            await register.Prepare(default);
            await foreach (var row in register.Whole(Selection.All))
                if (register.Columns.Any(c => CellText.Of(c.Of(row))?.Contains(Name, StringComparison.OrdinalIgnoreCase) == true))
                    telling.Add(register.ApiName);
        }
        return telling;
    });

    [Fact]
    public async Task Who_looks_after_the_organisation_reads_the_name_and_that_stands_in_the_log()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var person = await Protect(world);
        using var administrator = site.Browser(await world.Administrator());
        using var stranger = site.Browser(await world.Actor("Kennet Brolund"));
        Assert.Equal(0, await Reads(world, person));
        foreach (var address in new[] { $"/personer/{person}", "/personer?q=farid", $"/personer/{person}/andra", $"/personer/{person}/anonymisera" })
            Assert.Contains(Name, await administrator.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Equal(4, await Reads(world, person));
        // A coordinator of another organisation looks after others.
        Assert.DoesNotContain(Name, await stranger.GetStringAsync($"/personer/{person}"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{person}", await stranger.GetStringAsync("/personer?q=farid"), StringComparison.Ordinal);
        Assert.Equal(4, await Reads(world, person));
    }

    [Fact]
    public async Task Letters_and_exports_have_no_name()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (person, reader) = (await Protect(world), await world.Actor("Björn Åkerlind"));
        await world.In(async s =>
        {
            var (post, work) = (s.GetRequiredService<Post>(), s.GetRequiredService<Work>());
            var (called, text) = ((await s.GetRequiredService<AreaDirectory>().People(default)).Single(p => p.Id == person).Name, post.Seal("Hej"));
            await work.Must(() => { post.Leave(new("invitation", person, reader.Person, "nagon@lindasa.example", called, "Inbjudan", world.Clock.At.AddDays(14)), text); return Task.CompletedTask; });
            Assert.Equal(PersonInfo.Protected, await s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.About == person && m.Kind == "invitation").Select(m => m.ToName).SingleAsync());
        });
        // The administrator has seated him: what they did stands in their own file.
        using var own = site.Browser(await world.Administrator());
        Assert.DoesNotContain(Name, await own.GetStringAsync(PersonExportEndpoints.Own), StringComparison.OrdinalIgnoreCase);
        using var his = site.Browser((await world.Actor(person))!);
        Assert.Contains(Name, await his.GetStringAsync(PersonExportEndpoints.Own), StringComparison.Ordinal);
        var folder = Path.Combine(world.Place.Folder, "utdrag");
        var said = new StringWriter();
        Assert.Equal(0, await ExportCommand.Run(["--organisation", "Region Bergslunda", folder], world.Services, said, said, default));
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl", SearchOption.AllDirectories))
            Assert.DoesNotContain(Name, await File.ReadAllTextAsync(file), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_new_name_is_kept_apart_too_and_the_protection_can_be_lifted()
    {
        await using var world = await once.Copy();
        var (by, person) = (await world.Administrator(), await Protect(world));
        var home = await world.Organisation("Lindåsa kommun");
        Assert.Equal("protected", await world.Said<IdentityKeeper>(k => k.Protect(person, by, default)));
        Assert.Null(await world.Said<PersonKeeper>(k => k.Change(person, new("Farid Rahimi Holm", "kommunalråd", home, null), by, default)));
        Assert.DoesNotContain(await world.Told(person), w => w.Contains("Holm", StringComparison.Ordinal));
        Assert.Equal(person, await world.In(async s => Assert.Single((await Known.Load(s.GetRequiredService<AreaDirectory>(), default)).Named("Farid Rahimi Holm")).Id));
        Assert.Null(await world.Said<IdentityKeeper>(k => k.Lift(person, by, default)));
        Assert.Equal("not-protected", await world.Said<IdentityKeeper>(k => k.Lift(person, by, default)));
        Assert.Equal(person, await world.Person("Farid Rahimi Holm"));
        Assert.Equal(0, await world.In(s => s.GetRequiredService<SamverkDb>().Set<ProtectedName>().CountAsync()));
    }

    [Fact]
    public async Task Only_those_who_look_after_the_organisation_protect()
    {
        await using var world = await once.Copy();
        var person = await world.Person(Name);
        foreach (var name in new[] { "Kennet Brolund", "Maria Sandelin", "Mirja Lahtinen" })
            Assert.NotNull(await world.Said<IdentityKeeper>(async k => await k.Protect(person, await world.Actor(name), default)));
        Assert.Null(await world.Said<IdentityKeeper>(async k => await k.Protect(await world.Person("Marko Petrović"), await world.Actor("Kennet Brolund"), default)));
    }

    [Fact]
    public async Task An_original_with_the_name_is_handed_only_to_who_may_confirm_it()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var council = await world.Body("SR");
        var original = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Body == council.Id && m.Document != null && m.Attendance.Any(a => a.Name == Name)).Select(m => m.Document!.Value).FirstAsync());
        using var reader = site.Browser(await world.Actor("Björn Åkerlind"));
        using var secretary = site.Browser(await world.Actor("Maria Sandelin"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/importera/original/{original}")).StatusCode);
        await Protect(world);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"/importera/original/{original}")).StatusCode);
        Assert.Equal(0, await Reads(world, original));
        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync($"/importera/original/{original}")).StatusCode);
        Assert.Equal(1, await Reads(world, original));
    }

    static Task<int> Reads(TestWorld world, Guid of) => world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync(r => r.Subject == of && r.Kind == nameof(ProtectedRead)));
}
