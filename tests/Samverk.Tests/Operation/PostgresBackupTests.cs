using System.Diagnostics;
using Npgsql;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Import.Files;

namespace Samverk.Tests.Operation;

/// <summary>The way that the handbook gives for PostgreSQL.</summary>
[Trait("database", "postgres")]
public sealed class PostgresBackupTests(WorldOnce once)
{
    [Fact]
    public async Task A_dump_restored_to_another_database_is_the_same_record()
    {
        Tools.Need("pg_dump", "pg_restore");
        await using var world = await once.Copy();
        var dump = Path.Combine(world.Place.Folder, "samverk.dump");
        await Run("pg_dump", world.Place, "--format=custom", $"--file={dump}", Database(world.Place));

        var place = TestDatabase.Empty();
        await Run("pg_restore", place, "--single-transaction", "--exit-on-error", $"--dbname={Database(place)}", dump);
        await using (var restored = new TestWorld(place))
        {
            Assert.Equal(await Record.Of(world), await Record.Of(restored));
            Assert.Equal(await Record.Counts(world), await Record.Counts(restored));
            var (code, said, complained) = await SamverkProcess.Run(place, ["verify"]);
            Assert.True(code == 0, complained);
            Assert.Contains("Historiken är hel", said);
        }
        TestDatabase.Drop(place);
    }

    [Theory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public async Task The_commands_say_what_to_run_instead(string command, string tool)
    {
        await using var world = await once.Copy();
        var place = world.Place with { Connection = world.Place.Connection + ";Password=hemligt" };
        var (code, _, complained) = await SamverkProcess.Run(place, [command, "/kopior/två ord.dump"]);
        Assert.Equal(2, code);
        Assert.Contains(tool, complained);
        Assert.Contains("'/kopior/två ord.dump'", complained);
        Assert.Contains(Database(place), complained);
        Assert.DoesNotContain("hemligt", complained);
    }

    static string Database(DataPlace place) => new NpgsqlConnectionStringBuilder(place.Connection).Database!;

    static async Task Run(string tool, DataPlace place, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(TestDatabase.Server);
        using var process = Process.Start(new ProcessStartInfo(tool, [$"--host={server.Host}", $"--port={server.Port}", $"--username={server.Username}", .. arguments]) { UseShellExecute = false, RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{tool} over {Database(place)}: {errors}");
    }
}
