using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.Protection;

/// <summary>What an area holds about a person, as a file.</summary>
[Trait("database", "both")]
public sealed class PersonExportTests(WorldOnce once)
{
    static async Task<JsonElement> Tables(HttpClient browser, string address)
    {
        using var file = JsonDocument.Parse(await browser.GetStringAsync(address));
        return file.RootElement.GetProperty("tables").Clone();
    }

    static Task<Guid> Attended(TestWorld world) => world.In(s =>
        s.GetRequiredService<SamverkDb>().Set<Attendance>().Where(a => a.Person != null).GroupBy(a => a.Person).OrderByDescending(g => g.Count()).Select(g => g.Key!.Value).FirstAsync());

    [Fact]
    public async Task It_has_every_row_that_names_the_person_and_no_key()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var person = await Attended(world);
        using var own = site.Browser((await world.Actor(person))!);
        var tables = await Tables(browser, PersonExportEndpoints.Of(person));
        await world.In(async s =>
        {
            var (db, referring) = (s.GetRequiredService<SamverkDb>(), s.GetRequiredService<Referring>());
            Assert.Equal(await db.Set<Attendance>().CountAsync(a => a.Person == person), tables.GetProperty("meetings_attendance").GetArrayLength());
            Assert.Equal(person, tables.GetProperty("organisations_person")[0].GetProperty("id").GetGuid());
            Assert.Equal(1, tables.GetProperty("organisations_session").GetArrayLength());
            Assert.Equal(1, tables.GetProperty("organisations_account").GetArrayLength());
            // By the model, so that a column that is new and refers to people is not forgotten.
            foreach (var table in referring.Tables.Where(t => t.FindProperty("Person") is not null))
            {
                var rows = await referring.Rows(table, [table.FindProperty("Person")!], person).CountAsync();
                Assert.Equal(rows, tables.TryGetProperty(table.GetTableName()!, out var told) ? told.GetArrayLength() : 0);
            }
        });
        Assert.Contains(tables.GetProperty("storage_history").EnumerateArray(), r => r.GetProperty("subject").GetGuid() == person);
        Assert.DoesNotContain("key_hash", tables.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("public_key", tables.GetRawText(), StringComparison.Ordinal);

        var mine = await Tables(own, PersonExportEndpoints.Own);
        Assert.Equal(tables.GetProperty("meetings_attendance").GetArrayLength(), mine.GetProperty("meetings_attendance").GetArrayLength());
        // From where they themselves took it out is among their own, and that both did so is in the log.
        Assert.NotEqual(0, mine.GetProperty("storage_history_origin").GetArrayLength());
        Assert.Equal(2, await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync(r => r.Kind == nameof(ProtectedRead) && r.Subject == person)));
    }

    [Fact]
    public async Task Nobody_else_takes_it_out_and_another_areas_person_is_not_found()
    {
        await using var two = await once.TwoAreas();
        await using var site = await TestSite.Over(two.World);
        var (theirs, member, administrator) = await Somebody(two);
        using var browser = site.Browser(administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(PersonExportEndpoints.Of(theirs))).StatusCode);
        var tables = await Tables(browser, PersonExportEndpoints.Own);
        Assert.DoesNotContain(House.TwoAreas.Mark, tables.GetRawText(), StringComparison.Ordinal);
        using var other = site.Browser(member);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(PersonExportEndpoints.Of(administrator.Person))).StatusCode);
    }

    static async Task<(Guid Theirs, Actor Member, Actor Administrator)> Somebody(TwoAreas two)
    {
        var theirs = await two.World.In(two.Theirs, s => s.GetRequiredService<SamverkDb>().Set<Person>().Select(p => p.Id).FirstAsync());
        return await two.World.In(two.Ours, async s =>
        {
            var (db, actors, today) = (s.GetRequiredService<SamverkDb>(), s.GetRequiredService<Actors>(), two.World.Clock.At);
            var administrator = await db.Set<Function>().Where(f => f.Kind == FunctionKind.Administrator && f.Organisation == null).Select(f => f.Person).FirstAsync();
            var member = await db.Set<Membership>().Where(m => m.Person != administrator && m.To == null).Select(m => m.Person).FirstAsync();
            var day = DateOnly.FromDateTime(today.Date);
            return (theirs, (await actors.Find(member, day, default))!, (await actors.Find(administrator, day, default))!);
        });
    }
}
