using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>Checkpoints as files: written, signed, read, and held against the history by <c>samverk verify</c>.</summary>
[Trait("database", "both")]
public sealed class CheckpointTests(WorldOnce once)
{
    [Fact]
    public async Task A_checkpoint_is_written_and_verify_heeds_it()
    {
        await using var world = await once.Copy();
        var file = Path.Combine(world.Place.Folder, "utanför.json");
        var (code, said, _) = await Command(world, ProofCommands.WriteCheckpoint, file);
        Assert.Equal(0, code);
        Assert.Contains("-----BEGIN PUBLIC KEY-----", said);
        Assert.Contains("1 områden", said);
        Assert.Equal(0, (await Command(world, ProofCommands.Verify)).Code);
        (code, said, _) = await Command(world, ProofCommands.Verify, "--checkpoint", file);
        Assert.Equal(0, code);
        Assert.Contains("stämmer med kontrollpunkten från 24 november 2026 kl. 12.00", said);

        await Forgery.Rewrite(world, 7);
        Assert.Equal(0, (await Command(world, ProofCommands.Verify)).Code);
        (code, _, var fault) = await Command(world, ProofCommands.Verify, "--checkpoint", file);
        Assert.Equal(1, code);
        Assert.Contains("omskriven", fault);
        Assert.Contains((await world.Actor("Linda Ekroth")).Area.ToString("D"), fault);
    }

    [Fact]
    public async Task An_area_that_has_been_taken_away_is_missed_by_its_checkpoint()
    {
        await using var world = await once.Copy();
        var file = Path.Combine(world.Place.Folder, "utanför.json");
        await Command(world, ProofCommands.WriteCheckpoint, file);
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            await db.Set<HistoryRow>().ExecuteDeleteAsync();
            await db.Set<HistoryHead>().ExecuteDeleteAsync();
            await db.Set<Area>().ExecuteDeleteAsync();
        });
        Assert.Equal(0, (await Command(world, ProofCommands.Verify)).Code);
        var (code, _, fault) = await Command(world, ProofCommands.Verify, "--checkpoint", file);
        Assert.Equal(1, code);
        Assert.Contains("området finns inte", fault);
    }

    [Fact]
    public async Task Every_erased_row_is_told_by_verify()
    {
        await using var world = await once.Copy();
        Assert.Null(await HistoryTests.Erase(world, 7, await world.Actor("Linda Ekroth")));
        var (code, said, _) = await Command(world, ProofCommands.Verify);
        Assert.Equal(0, code);
        Assert.Contains("är raderad enligt 9 kap. 2 §", said);
    }

    [Theory]
    [InlineData("\"number\": ", "\"number\": 1")]
    [InlineData("2026-11-24", "2026-11-25")]
    [InlineData("\"key\": \"", "\"key\": \"AAAA")]
    [InlineData("{", "[")]
    [InlineData("samverk-kontrollpunkt-1", "samverk-kontrollpunkt-2")]
    public async Task A_checkpoint_that_has_been_changed_is_none(string from, string to)
    {
        await using var world = await once.Copy();
        var file = Path.Combine(world.Place.Folder, "utanför.json");
        await Command(world, ProofCommands.WriteCheckpoint, file);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace(from, to, StringComparison.Ordinal));
        var (code, _, fault) = await Command(world, ProofCommands.Verify, "--checkpoint", file);
        Assert.Equal(1, code);
        Assert.Contains("har ändrats sedan den signerades", fault);
    }

    [Fact]
    public async Task A_checkpoint_of_another_key_is_refused_unless_that_key_is_named()
    {
        await using var world = await once.Copy();
        var (file, pem) = (Path.Combine(world.Place.Folder, "utanför.json"), Path.Combine(world.Place.Folder, "publik.pem"));
        var said = (await Command(world, ProofCommands.WriteCheckpoint, file)).Said;
        await File.WriteAllTextAsync(pem, said[said.IndexOf("-----BEGIN", StringComparison.Ordinal)..]);
        File.Delete(Path.Combine(world.Place.Folder, CheckpointKey.FileName));
        // Without any key of its own the installation takes the checkpoint's, and says which it is.
        Assert.Equal(0, (await Command(world, ProofCommands.Verify, "--checkpoint", file)).Code);
        await Command(world, ProofCommands.WriteCheckpoint, Path.Combine(world.Place.Folder, "ny.json"));
        var (code, _, fault) = await Command(world, ProofCommands.Verify, "--checkpoint", file);
        Assert.Equal(1, code);
        Assert.Contains("en annan nyckel", fault);
        Assert.Equal(0, (await Command(world, ProofCommands.Verify, "--key", pem, "--checkpoint", file)).Code);
    }

    [Fact]
    public async Task The_key_is_made_once_and_only_its_owner_can_read_it()
    {
        await using var world = await once.Empty();
        var none = new ConfigurationBuilder().Build();
        Assert.Null(CheckpointKey.Known(world.Place, none));
        using var made = CheckpointKey.Open(world.Place, none);
        using var again = CheckpointKey.Open(world.Place, none);
        Assert.Equal(made.PublicKey, again.PublicKey);
        var file = Path.Combine(world.Place.Folder, CheckpointKey.FileName);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        // From configuration, as text or as a file.
        foreach (var given in new[] { await File.ReadAllTextAsync(file), file })
        {
            using var configured = CheckpointKey.Open(world.Place with { Folder = "/finns/inte" }, new ConfigurationBuilder().AddInMemoryCollection([new("Proof:Key", given)]).Build());
            Assert.Equal(made.PublicKey, configured.PublicKey);
        }
    }

    [Fact]
    public async Task What_can_not_be_understood_is_said_and_nothing_is_written_over()
    {
        await using var world = await once.Copy();
        var file = Path.Combine(world.Place.Folder, "utanför.json");
        await File.WriteAllTextAsync(file, "annat");
        Assert.Equal(2, (await Command(world, ProofCommands.WriteCheckpoint, file)).Code);
        Assert.Equal("annat", await File.ReadAllTextAsync(file));
        Assert.Equal(2, (await Command(world, ProofCommands.WriteCheckpoint)).Code);
        Assert.Equal(2, (await Command(world, ProofCommands.WriteCheckpoint, "/finns/inte/a.json")).Code);
        Assert.Equal(2, (await Command(world, ProofCommands.Verify, "--annat", file)).Code);
        Assert.Equal(2, (await Command(world, ProofCommands.Verify, "--checkpoint")).Code);
        Assert.Equal(2, (await Command(world, ProofCommands.Verify, "--checkpoint", "/finns/inte")).Code);
        Assert.Equal(2, (await Command(world, ProofCommands.Verify, "--key", file)).Code);
        Assert.Equal(1, (await Command(world, ProofCommands.Verify, "--checkpoint", file)).Code);
    }

    [Fact]
    public async Task Each_day_gets_one_checkpoint_and_addresses_go_after_their_time()
    {
        await using var world = await once.Copy();
        var writer = world.Services.GetRequiredService<CheckpointWriter>();
        using var daily = new DailyProof(world.Services.GetRequiredService<EveryArea>(), writer, world.Services.GetRequiredService<Statistics>(), new Readiness(), world.Clock, NullLogger<DailyProof>.Instance);
        await daily.Do(default);
        var first = Path.Combine(writer.Folder, "2026-11-24.json");
        var text = await File.ReadAllTextAsync(first);
        await daily.Do(default);
        Assert.Equal([first], Directory.EnumerateFiles(writer.Folder));
        Assert.Equal(text, await File.ReadAllTextAsync(first));
        var rows = await Origins(world);
        Assert.True(rows > 300);

        world.Clock.At += HistoryOrigin.Kept - TimeSpan.FromDays(1);
        await HistoryTests.Erase(world, 7, await world.Actor("Linda Ekroth"));
        await daily.Do(default);
        // What was erased lost its own, the erasing got one, and so did the row that tells that the World's letters went.
        Assert.Equal(rows + 1, await Origins(world));
        world.Clock.At += TimeSpan.FromDays(2);
        await daily.Do(default);
        // What is left is from the erasing, and from the two rows that tell how many went.
        Assert.Equal(3, await Origins(world));
        Assert.Equal(3, Directory.EnumerateFiles(writer.Folder).Count());
        Assert.Equal(0, (await Command(world, ProofCommands.Verify, "--checkpoint", writer.Folder)).Code);
    }

    static Task<int> Origins(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryOrigin>().CountAsync());

    static async Task<(int Code, string Said, string Fault)> Command(TestWorld world, Func<string[], IServiceProvider, TextWriter, TextWriter, CancellationToken, Task<int>> command, params string[] args)
    {
        await using var said = new StringWriter();
        await using var fault = new StringWriter();
        var code = await command(args, world.Services, said, fault, default);
        return (code, said.ToString(), fault.ToString());
    }
}
