using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Meetings;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Public;

public sealed class OParlTests(WorldOnce once)
{
    // OParl 1.1, 3: what every object of a type must have.
    static readonly Dictionary<string, string[]> Required = new()
    {
        ["System"] = ["oparlVersion", "body"],
        ["Body"] = ["name", "organization", "person", "meeting", "paper", "legislativeTerm"],
        ["Organization"] = [],
        ["Meeting"] = [],
        ["AgendaItem"] = ["order"],
        ["Paper"] = [],
        ["Consultation"] = [],
        ["File"] = ["accessUrl"],
        ["Location"] = [],
    };

    [Fact]
    public async Task From_the_system_every_list_and_object_is_reached_and_each_is_found_by_its_id()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        async Task<JsonElement> Get(string address)
        {
            using var answer = await browser.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }

        async Task<List<JsonElement>> List(string? address)
        {
            List<JsonElement> all = [];
            var total = -1;
            while (address is not null)
            {
                var page = await Get(address);
                all.AddRange(page.GetProperty("data").EnumerateArray());
                total = page.GetProperty("pagination").GetProperty("totalElements").GetInt32();
                address = page.GetProperty("links").TryGetProperty("next", out var next) ? next.GetString() : null;
            }
            Assert.Equal(total, all.Count);
            return all;
        }

        var system = await Get("/publikt/bergslunda/oparl");
        Check(system, "System");
        var body = Assert.Single(await List(system.GetProperty("body").GetString()));
        Check(body, "Body");
        foreach (var (list, kind) in new[] { ("organization", "Organization"), ("meeting", "Meeting"), ("agendaItem", "AgendaItem"), ("paper", "Paper"), ("consultation", "Consultation"), ("file", "File"), ("locationList", "Location") })
        {
            var rows = await List(body.GetProperty(list).GetString());
            Assert.NotEmpty(rows);
            Assert.Equal(rows.Count, rows.Select(r => r.GetProperty("id").GetString()).Distinct().Count());
            Assert.All(rows, row => Check(row, kind));
            foreach (var row in rows.Where((_, i) => i % 11 == 0).Take(4))
                Assert.Equal(row.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), (await Get(row.GetProperty("id").GetString()!)).GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        }
        foreach (var none in new[] { "person", "membership", "legislativeTermList" })
            Assert.Empty(await List(body.GetProperty(none).GetString()));
        var published = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().CountAsync(m => m.Publication != null));
        var meetings = await List(body.GetProperty("meeting").GetString());
        Assert.Equal(published, meetings.Count(m => m.GetProperty("meetingState").GetString() == "durchgeführt"));
        Assert.Contains(meetings, m => m.GetProperty("meetingState").GetString() == "terminiert" && m.GetProperty("start").GetString() == "2026-12-11T09:30:00+01:00");
        var ofBody = await List(meetings[^1].GetProperty("organization")[0].GetString() + "/meetings");
        Assert.All(ofBody, m => Assert.Equal(meetings[^1].GetProperty("organization")[0].GetString(), m.GetProperty("organization")[0].GetString()));
    }

    static void Check(JsonElement thing, string kind)
    {
        Assert.Equal($"https://schema.oparl.org/1.1/{kind}", thing.GetProperty("type").GetString());
        Assert.True(Uri.IsWellFormedUriString(thing.GetProperty("id").GetString(), UriKind.Absolute));
        Assert.All(Required[kind], property => Assert.True(thing.TryGetProperty(property, out _), $"{kind} lacks {property}"));
        Assert.All(thing.EnumerateObject(), property => Assert.NotEqual(JsonValueKind.Null, property.Value.ValueKind));
    }
}
