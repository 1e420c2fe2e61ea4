using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

[Trait("database", "both")]
public sealed class SchemaTests(WorldOnce once)
{
    [Fact]
    public async Task The_numbered_scripts_give_exactly_the_schema_of_the_model()
    {
        await using var scripted = await once.Empty();
        var place = TestDatabase.Empty();
        await using var created = new TestWorld(place);
        await using (var scope = created.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
            await using var connection = await TestDatabase.OpenOwner(place);
            await using var command = connection.CreateCommand();
            command.CommandText = Schema.Wanted(db);
            await command.ExecuteNonQueryAsync();
        }
        Assert.Equal(await Describe(created), await Describe(scripted));
        TestDatabase.Drop(place);
    }

    [Fact]
    public async Task Upgrading_twice_does_nothing_the_second_time()
    {
        await using var world = await once.Empty();
        await using var scope = world.Services.CreateAsyncScope();
        Assert.Empty(await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>()));
    }

    [Fact]
    public async Task A_database_of_every_earlier_schema_keeps_its_rows_and_becomes_the_model()
    {
        var scripts = Schema.Scripts(Provider);
        foreach (var seen in Enumerable.Range(1, scripts.Count))
        {
            var place = TestDatabase.Empty();
            await using (var world = new TestWorld(place))
            await using (var scope = world.Services.CreateAsyncScope())
            {
                var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
                Assert.Equal(seen, (await Schema.Upgrade(db, [.. scripts.Take(seen)], default)).Count);
                var before = await RowInEveryTable.Add(db);
                Assert.Equal(scripts.Skip(seen).Select(s => s.Name), await Schema.Upgrade(db));
                Assert.Equal(before, await RowInEveryTable.Count(db, before.Keys));
                var (missing, unknown) = await Drift.Find(db, default);
                Assert.Empty(missing);
                Assert.Empty(unknown);
            }
            TestDatabase.Drop(place);
        }
    }

    [Fact]
    public async Task A_later_script_runs_once_and_keeps_what_there_was()
    {
        await using var world = await once.Copy();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        var before = await RowInEveryTable.Count(db, db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct());
        var scripts = With("alter table storage_mark add column note text; update storage_mark set note = value; create table storage_later (id integer primary key)");
        Assert.Equal(["9000_later.sql"], await Schema.Upgrade(db, scripts, default));
        Assert.Empty(await Schema.Upgrade(db, scripts, default));
        Assert.Equal(before, await RowInEveryTable.Count(db, before.Keys));
        var (missing, unknown) = await Drift.Find(db, default);
        Assert.Empty(missing);
        Assert.Equal(["storage_later.id", "storage_mark.note (får vara tom)"], unknown.Select(u => u.Replace("id (får vara tom)", "id", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_script_that_fails_half_way_leaves_the_database_as_it_was()
    {
        await using var world = await once.Copy();
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        await Assert.ThrowsAnyAsync<DbException>(() => Schema.Upgrade(db, With("create table storage_later (id integer primary key); delete from storage_mark; insert into finns_inte values (1)"), default));
        Assert.Empty((await Drift.Find(db, default)).Unknown);
        Assert.True(await db.Set<Mark>().AnyAsync());
        Assert.Empty(await Schema.Upgrade(db));
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("serve")]
    [InlineData("verify")]
    public async Task A_database_of_a_newer_program_is_refused_in_words(string command)
    {
        await using var world = await once.Empty();
        await using (var scope = world.Services.CreateAsyncScope())
            await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>(), With("create table storage_later (id integer primary key)"), default);
        var (code, _, complained) = await SamverkProcess.Run(world.Place, [command]);
        Assert.Equal(2, code);
        Assert.StartsWith("Databasen har schema 9000", complained);
        Assert.DoesNotContain("   at ", complained);
    }

    static Provider Provider => TestDatabase.IsPostgres ? Provider.Postgres : Provider.Sqlite;

    static IReadOnlyList<Schema.Script> With(string sql) => [.. Schema.Scripts(Provider), new Schema.Script(9000, "9000_later.sql", sql)];

    static async Task<string> Describe(TestWorld world)
    {
        await using var connection = await TestDatabase.OpenOwner(world.Place);
        await using var command = connection.CreateCommand();
        command.CommandText = TestDatabase.IsPostgres
            ? """
              select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable from information_schema.columns where table_schema = 'public' and table_name <> 'storage_schema'
              union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'storage_schema'
              union all select conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid::regclass::text <> 'storage_schema'
              union all select tablename || ' ' || policyname || ' ' || permissive || ' ' || roles::text || ' ' || cmd || ' ' || qual || ' ' || with_check from pg_policies where schemaname = 'public'
              union all select relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'storage_schema'
              order by 1
              """
            : "select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master where tbl_name <> 'storage_schema' and name not like 'sqlite_%' order by 1";
        var text = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            text.AppendLine(string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return text.ToString();
    }
}
