using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Import;

[Trait("database", "both")]
public sealed class KilledTests(WorldOnce once)
{
    const int Files = 200;

    [Fact]
    public async Task A_killed_import_of_200_files_goes_on_with_nothing_lost_or_doubled()
    {
        await using var world = await once.Copy();
        var before = await Documents(world);
        var archive = Path.Combine(world.Place.Folder, "arkiv");
        Directory.CreateDirectory(archive);
        for (var i = 0; i < Files; i++)
            await File.WriteAllTextAsync(Path.Combine(archive, $"{i:000}.txt"), $"Minnesanteckningar\nArbetsgrupp {i}\n\nDatum: 2022-03-{1 + i % 28:00}\n\n1. Punkt {i}\nGruppen beslutar att prova {i}.\n", Encoding.UTF8);

        using (var first = Start(world, archive))
        {
            // Killed once it has acknowledged some files, in the middle of others.
            var acknowledged = 0;
            while (acknowledged < 20 && await first.StandardError.ReadLineAsync() is not null)
                acknowledged++;
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }
        var kept = await Documents(world) - before;
        Assert.InRange(kept, 1, Files);

        using (var second = Start(world, archive))
        {
            _ = second.StandardError.ReadToEndAsync();
            await second.StandardOutput.ReadToEndAsync();
            await second.WaitForExitAsync();
            Assert.Equal(0, second.ExitCode);
        }
        Assert.Equal(Files, await Documents(world) - before);
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            Assert.Equal(0, await db.Set<Document>().CountAsync(d => d.ReadAt == null));
            Assert.False(await db.Set<Document>().GroupBy(d => d.Sha256).AnyAsync(g => g.Count() > 1));
            Assert.Null((await Verification.Walk(db)).Broken);
        });
    }

    static Process Start(TestWorld world, string archive)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Work).Assembly.Location, "import", archive])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SAMVERK_DATA"] = world.Place.Folder;
        start.Environment["ConnectionStrings__Samverk"] = world.Place.Connection;
        start.Environment["ConnectionStrings__SamverkOwner"] = world.Place.Owner ?? "";
        return Process.Start(start)!;
    }

    static Task<int> Documents(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Document>().CountAsync());
}
