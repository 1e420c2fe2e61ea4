using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

/// <summary>Copies of a SQLite database. The same on PostgreSQL is <see cref="PostgresBackupTests"/>.</summary>
public sealed class BackupTests(WorldOnce once)
{
    [Fact, SupportedOSPlatform("linux")]
    public async Task A_copy_taken_while_others_write_is_whole_and_restores_to_the_same_record()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            for (; !stop.IsCancellationRequested; written++)
                await world.In(s => s.GetRequiredService<Importing>().Receive($"Skrivet {written}", [new($"{written}.txt", Enumerable.Repeat((byte)(written % 251), 60_000).Append((byte)(written / 251)).ToArray())], null, default));
        });
        while (Volatile.Read(ref written) < 3 && !writing.IsCompleted)
            await Task.Yield();
        var file = Path.Combine(world.Place.Folder, "kopia.db");
        var before = Volatile.Read(ref written);
        var (taken, refusal) = await Backup.Take(world.Place.DatabaseFile!, file, overwrite: false, default);
        await stop.CancelAsync();
        await writing;
        Assert.Null(refusal);
        Assert.Null(taken!.History!.Broken);
        Assert.Equal([file], Directory.GetFiles(world.Place.Folder, "kopia*"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await using var other = await Restored(file);
        var (here, there) = (await Record.Of(world), await Record.Of(other));
        // What was acknowledged when the copy began is in it, and all that is in it is as it was.
        Assert.InRange(there.Count(l => l.StartsWith("Document", StringComparison.Ordinal)), before, here.Count);
        Assert.Empty(there.Except(here));
        // Nothing was written meanwhile to be lost: a second copy has it all.
        Assert.Null((await Backup.Take(world.Place.DatabaseFile!, file, overwrite: true, default)).Refusal);
        await using var last = await Restored(file);
        Assert.Equal(here, await Record.Of(last));
        foreach (var restored in new[] { other, last })
        {
            await restored.DisposeAsync();
            TestDatabase.Drop(restored.Place);
        }
    }

    [Fact]
    public async Task Neither_a_copy_nor_a_database_is_replaced_unasked_and_the_old_one_is_kept()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        var (database, file) = (world.Place.DatabaseFile!, Path.Combine(world.Place.Folder, "kopia.db"));
        Assert.Null((await Backup.Take(database, file, overwrite: false, default)).Refusal);
        Assert.Equal("exists", (await Backup.Take(database, file, overwrite: false, default)).Refusal?.Code);
        Assert.Equal("same-file", (await Backup.Take(database, database, overwrite: true, default)).Refusal?.Code);
        Assert.Equal("no-folder", (await Backup.Take(database, Path.Combine(file, "x", "y.db"), overwrite: false, default)).Refusal?.Code);

        var bytes = await File.ReadAllBytesAsync(database);
        Assert.Equal("exists", (await Restore.From(file, database, replace: false, world.Clock, default)).Refusal?.Code);
        SqliteConnection.ClearAllPools();
        var (restored, refusal) = await Restore.From(file, database, replace: true, world.Clock, default);
        Assert.Null(refusal);
        Assert.EndsWith("samverk.db.2026-11-24-120000", restored!.Replaced);
        Assert.Equal(bytes.Length, new FileInfo(restored.Replaced!).Length);
        Assert.Empty(Directory.GetFiles(world.Place.Folder, "*.tmp*"));
    }

    [Fact]
    public async Task A_restore_waits_for_nobody_it_refuses_while_a_server_uses_the_folder()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        var file = Path.Combine(world.Place.Folder, "kopia.db");
        await using (await SamverkProcess.Serve(world.Place))
        {
            var (code, said, complained) = await SamverkProcess.Run(world.Place, ["backup", file]);
            Assert.True(code == 0, complained);
            Assert.Contains("Historiken är hel", said);
            (code, _, complained) = await SamverkProcess.Run(world.Place, ["restore", file, "--force"]);
            Assert.Equal(2, code);
            Assert.Contains("Stoppa Samverk", complained);
        }
        var after = await SamverkProcess.Run(world.Place, ["restore", file, "--force"]);
        Assert.True(after.Code == 0, after.Complained);
        Assert.Contains("ligger kvar som", after.Said);
    }

    [Fact]
    public async Task What_is_no_whole_copy_of_Samverk_is_refused_and_nothing_is_changed()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        var (database, file) = (world.Place.DatabaseFile!, Path.Combine(world.Place.Folder, "kopia.db"));
        Assert.Null((await Backup.Take(database, file, overwrite: false, default)).Refusal);
        SqliteConnection.ClearAllPools();
        var before = await File.ReadAllBytesAsync(database);

        Assert.Equal("no-file", await Refused(Path.Combine(world.Place.Folder, "finns-inte.db")));
        Assert.Equal("not-sqlite", await Refused(await Written("PGDMP-lik"u8.ToArray())));
        Assert.Equal("not-samverk", await Refused(await Changed("drop table storage_schema")));
        Assert.Equal("too-new", await Refused(await Changed("insert into storage_schema (number, name) values (9000, '9000_framtid')")));
        Assert.Equal("broken", await Refused(await Changed("update storage_history set told = 'ändrat' where number = 7")));
        Assert.Equal("damaged", await Refused(await Changed("pragma foreign_keys=off; update import_document set batch = 'ingen' where id = (select min(id) from import_document)")));
        Assert.Contains(await Refused(await Written((await File.ReadAllBytesAsync(file))[..200_000])), new[] { "damaged", "failed" });

        Assert.Equal(before, await File.ReadAllBytesAsync(database));
        Assert.Empty(Directory.GetFiles(world.Place.Folder, "*.tmp*"));

        async Task<string?> Refused(string copy) => (await Restore.From(copy, database, replace: true, world.Clock, default)).Refusal?.Code;

        async Task<string> Written(byte[] content)
        {
            var path = Path.Combine(world.Place.Folder, $"{Ids.Next():N}.db");
            await File.WriteAllBytesAsync(path, content);
            return path;
        }

        async Task<string> Changed(string sql)
        {
            var path = await Written(await File.ReadAllBytesAsync(file));
            await using var connection = SqliteFile.Connection(path, SqliteOpenMode.ReadWrite);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
            return path;
        }
    }

    [Fact]
    public async Task A_database_with_a_broken_history_is_copied_all_the_same_and_it_is_said()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "SQLite");
        await using var world = await once.Copy();
        await world.In(s => s.GetRequiredService<SamverkDb>().Database.ExecuteSqlRawAsync("update storage_history set told = 'ändrat' where number = 7"));
        var file = Path.Combine(world.Place.Folder, "kopia.db");
        var (code, _, complained) = await SamverkProcess.Run(world.Place, ["backup", file]);
        Assert.Equal(1, code);
        Assert.Contains("rad 7 ", complained);
        Assert.True(File.Exists(file));
    }

    static async Task<TestWorld> Restored(string file)
    {
        var place = TestDatabase.Empty();
        var (restored, refusal) = await Restore.From(file, place.DatabaseFile!, replace: false, TimeProvider.System, default);
        Assert.Null(refusal);
        Assert.Null(restored!.Replaced);
        return new(place);
    }
}
