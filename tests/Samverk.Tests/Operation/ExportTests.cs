using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>All that one organisation owns, written by the command.</summary>
[Trait("database", "both")]
public sealed class ExportTests(WorldOnce once)
{
    static async Task<(int Code, string Said)> Run(TestWorld world, params string[] args)
    {
        var said = new StringWriter();
        return (await ExportCommand.Run(args, world.Services, said, said, default), said.ToString());
    }

    static string Fresh(TestWorld world, string name) => Path.Combine(world.Place.Folder, name);

    static List<JsonElement> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    [Fact]
    public async Task A_folder_has_the_rows_the_originals_and_the_history()
    {
        await using var world = await once.Copy();
        var folder = Fresh(world, "utdrag");
        var owner = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().GroupBy(d => d.Owner).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstAsync());
        var code = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Organisation>().Where(o => o.Id == owner).Select(o => o.Code!).SingleAsync());
        var (done, said) = await Run(world, "--organisation", code, folder);
        Assert.True(done == 0, said);

        var originals = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().Where(d => d.Owner == owner).Select(d => d.Sha256).ToListAsync());
        var sums = (await File.ReadAllLinesAsync(Path.Combine(folder, "sha256.txt"))).Select(line => line.Split("  ", 2)).ToList();
        Assert.Equal(originals.Order(), sums.Select(s => s[0]).Order());
        foreach (var sum in sums)
            Assert.Equal(sum[0], Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, sum[1])))));

        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            Assert.Equal(await db.Set<Meeting>().CountAsync(m => m.Owner == owner), Rows(folder, "meetings_meeting").Count);
            var meetings = db.Set<Meeting>().Where(m => m.Owner == owner).Select(m => m.Id);
            Assert.Equal(await db.Set<Attendance>().CountAsync(a => meetings.Contains(a.Meeting)), Rows(folder, "meetings_attendance").Count);
            Assert.Equal(await db.Set<Person>().CountAsync(p => p.Organisation == owner), Rows(folder, "organisations_person").Count);
        });
        var history = Lines(await File.ReadAllTextAsync(Path.Combine(folder, "historik.jsonl")));
        Assert.Contains(history, r => r.GetProperty("words").GetString()!.StartsWith("Allt som", StringComparison.Ordinal));
        Assert.Contains("sha256sum -c", await File.ReadAllTextAsync(Path.Combine(folder, "LÄSMIG.txt")), StringComparison.Ordinal);
    }

    static List<JsonElement> Rows(string folder, string table) => Lines(File.ReadAllText(Path.Combine(folder, "tabeller", $"{table}.jsonl")));

    [Fact]
    public async Task Nothing_of_another_area_nor_of_another_owner_is_in_a_zip()
    {
        await using var two = await once.TwoAreas();
        var file = Path.Combine(two.World.Place.Folder, "utdrag.zip");
        var code = await two.World.In(two.Ours, s => s.GetRequiredService<SamverkDb>().Set<Organisation>().Where(o => o.Kind == OrganisationKind.Region).Select(o => o.Code!).SingleAsync());
        Assert.Equal(2, (await Run(two.World, "--organisation", code, file)).Code);
        var (done, said) = await Run(two.World, "--organisation", code, "--area", "vart", file);
        Assert.True(done == 0, said);
        await using var zip = await ZipFile.OpenReadAsync(file);
        Assert.NotNull(zip.GetEntry("LÄSMIG.txt"));
        foreach (var entry in zip.Entries.Where(e => !e.FullName.StartsWith("original/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(await entry.OpenAsync(), Encoding.UTF8);
            var read = await text.ReadToEndAsync();
            Assert.DoesNotContain(House.TwoAreas.Mark, read, StringComparison.Ordinal);
            Assert.DoesNotContain(two.Theirs.ToString(), read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_can_not_be_done_is_said_and_leaves_nothing()
    {
        await using var world = await once.Copy();
        var file = Fresh(world, "ut.zip");
        var (unknown, said) = await Run(world, "--organisation", "0000", file);
        Assert.Equal(2, unknown);
        Assert.Contains("har koden 0000", said, StringComparison.Ordinal);
        Assert.Equal(2, (await Run(world, file)).Code);
        Assert.Equal(2, (await Run(world, "--organisation", "99", Path.Combine(world.Place.Folder, "finns", "inte.zip"))).Code);
        Assert.Equal(2, (await Run(world, "--organisation", "99", world.Place.Folder)).Code);

        // A changed original stops it.
        await world.In(async s => await s.GetRequiredService<SamverkDb>().Set<Document>().ExecuteUpdateAsync(d => d.SetProperty(x => x.Sha256, x => x.Sha256 + "0")));
        await Assert.ThrowsAsync<InstallationException>(() => Run(world, "--organisation", "99", file));
        Assert.False(File.Exists(file));
        Assert.False(File.Exists(file + ".ofärdig"));
    }
}
