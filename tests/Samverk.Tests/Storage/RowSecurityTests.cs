using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>What PostgreSQL itself lets through, whatever SQL the program comes to send.</summary>
[Trait("database", "postgres")]
public sealed class RowSecurityTests(WorldOnce once)
{
    // Those of the installation. The outbox names the area of each job, and its worker asks for the next of all areas.
    static readonly string[] AreaLess = [
        "organisations_account", "organisations_account_person", "organisations_area", "organisations_invitation", "organisations_kept_form", "organisations_login", "organisations_obeyed_logout", "organisations_passkey", "organisations_session",
        "storage_key", "storage_mark", "storage_outbox", "storage_schema"];

    [Fact]
    public async Task Every_table_is_behind_row_security_or_named_as_area_less()
    {
        await using var two = await once.TwoAreas();
        await using var owner = await TestDatabase.OpenOwner(two.World.Place);
        var tables = await Read(owner, """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity, (select count(*) from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
            """, r => (Name: r.GetString(0), IsForced: r.GetBoolean(1), Policies: r.GetInt64(2)));
        Assert.Equal(AreaLess, tables.Where(t => !t.IsForced).Select(t => t.Name));
        Assert.All(tables.Where(t => t.IsForced), t => Assert.Equal(1, t.Policies));
    }

    [Fact]
    public async Task The_program_owns_nothing_and_is_above_nothing()
    {
        await using var two = await once.TwoAreas();
        await using var app = await Open(two.World.Place.Connection);
        Assert.Equal(Separation.AppRole, await Scalar<string>(app, "select current_user::text"));
        Assert.False(await Scalar<bool>(app, "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"));
        Assert.Equal([Separation.OwnerRole], await Read(app, "select distinct tableowner::text from pg_tables where schemaname = 'public'", r => r.GetString(0)));
        Assert.False(await Scalar<bool>(app, "select pg_has_role(current_user, 'samverk_owner', 'member')"));
        await Denied(app, "alter table organisations_person disable row level security");
        await Denied(app, "drop policy area on organisations_person");
        await Denied(app, "truncate organisations_person");
        await Denied(app, "insert into storage_schema (number, name) values (9999, 'x')");
        await Denied(app, "create table lucka (id integer)");
        Assert.Empty(await Problems(two.World));
    }

    [Fact]
    public async Task Without_an_area_no_row_is_seen_by_anybody()
    {
        await using var two = await once.TwoAreas();
        await using var app = await Open(two.World.Place.Connection);
        await using var owner = await TestDatabase.OpenOwner(two.World.Place);
        foreach (var table in await Separated(owner))
        {
            Assert.Equal(0, await Count(app, table));
            Assert.Equal(0, await Count(owner, table));
        }
    }

    [Fact]
    public async Task Raw_SQL_reads_and_changes_the_own_area_alone()
    {
        await using var two = await once.TwoAreas();
        await using var above = await Open(TestDatabase.AsSuperuser(two.World.Place));
        await using var app = await Open(two.World.Place.Connection);
        foreach (var table in await Separated(above))
        {
            await Enter(app, two.Theirs);
            var theirs = await Count(app, table);
            await Enter(app, two.Ours);
            var ours = await Count(app, table);
            Assert.True(theirs > 0 && ours > 0, $"{table} has no row to be kept apart");
            Assert.Equal(await Count(above, table), ours + theirs);
            await OnlyOursChange(app, table, ours);
            await TheirsCannotBeWritten(app, above, table, two);
        }
    }

    [Fact]
    public async Task A_connection_that_comes_back_from_the_pool_has_forgotten_its_area()
    {
        await using var two = await once.TwoAreas();
        var single = two.World.Place with { Connection = new NpgsqlConnectionStringBuilder(two.World.Place.Connection) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString };
        await using var world = new TestWorld(single);
        var (process, pool) = await world.In(two.Theirs, async s => (await Process(s), s.GetRequiredService<SamverkDb>().Database.GetConnectionString()!));
        Assert.Equal(0, await Ask(world, s => s.GetRequiredService<SamverkDb>().Set<Person>().IgnoreQueryFilters().CountAsync()));
        Assert.Equal(process, await Ask(world, Process));
        // Also for one that goes past the program's context.
        await world.In(two.Theirs, Process);
        await using var raw = await Open(pool);
        Assert.Equal(process, await Scalar<int>(raw, "select pg_backend_pid()"));
        Assert.Equal(0, await Count(raw, "organisations_person"));
    }

    [Fact]
    public async Task An_area_entered_on_an_open_connection_holds_from_then_on()
    {
        await using var two = await once.TwoAreas();
        await using var scope = two.World.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SamverkDb>();
        await db.Database.OpenConnectionAsync();
        await using (await db.Database.BeginTransactionAsync())
        {
            Assert.Equal(0, await Everyone(db));
            scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(two.Ours);
            Assert.True(await Everyone(db) > 0);
            Assert.Equal(await db.Set<Person>().CountAsync(), await Everyone(db));
        }
        // The rolled back transaction took the setting with it.
        Assert.Equal(await db.Set<Person>().CountAsync(), await Everyone(db));
        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(two.Theirs));
    }

    [Fact]
    public async Task A_row_of_another_area_is_refused_by_the_database_too()
    {
        await using var two = await once.TwoAreas();
        await two.World.In(two.Ours, async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            Assert.Equal(0, await db.Set<Person>().IgnoreQueryFilters().Where(p => p.Area == two.Theirs).ExecuteUpdateAsync(set => set.SetProperty(p => p.Title, "ändrat")));
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Set<Person>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Area, two.Theirs)));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        });
    }

    static async Task OnlyOursChange(DbConnection app, string table, long ours)
    {
        var column = await Scalar<string>(app, $"select quote_ident(attname) from pg_attribute where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped order by attnum limit 1");
        await using var transaction = await app.BeginTransactionAsync();
        Assert.Equal(ours, await Change(app, $"update {table} set {column} = {column}"));
    }

    static async Task TheirsCannotBeWritten(DbConnection app, DbConnection above, string table, TwoAreas two)
    {
        var hasArea = await Scalar<bool>(app, $"select exists (select from pg_attribute where attrelid = '{table}'::regclass and attname = 'area')");
        // A part of a row says by its whole where it belongs: one that we don't see is theirs.
        var ours = hasArea ? [] : await Read(app, $"select to_jsonb(t)::text from {table} t", r => r.GetString(0));
        var all = await Read(above, $"select to_jsonb(t)::text from {table} t {(hasArea ? $"where area = '{two.Theirs:D}'" : "")}", r => r.GetString(0));
        var row = all.Except(ours).First();
        await Denied(app, $"insert into {table} select * from jsonb_populate_record(null::{table}, $1::text::jsonb)", row);
        if (!hasArea)
            return;
        await Denied(app, $"update {table} set area = '{two.Theirs:D}'");
        Assert.Equal(0, await Change(app, $"delete from {table} where area = '{two.Theirs:D}'"));
        Assert.Equal(0, await Change(app, $"update {table} set area = '{two.Ours:D}' where area = '{two.Theirs:D}'"));
    }

    static Task<List<string>> Separated(DbConnection connection) => Read(connection, "select tablename::text from pg_policies where schemaname = 'public' order by 1", r => r.GetString(0));

    static Task<int> Everyone(SamverkDb db) => db.Database.SqlQueryRaw<int>("select count(*)::int as \"Value\" from organisations_person").SingleAsync();

    static Task<int> Process(IServiceProvider services) => services.GetRequiredService<SamverkDb>().Database.SqlQueryRaw<int>("select pg_backend_pid() as \"Value\"").SingleAsync();

    internal static Task<IReadOnlyList<string>> Problems(TestWorld world) => Ask(world, s => Separation.Problems(s.GetRequiredService<SamverkDb>()));

    internal static async Task<T> Ask<T>(TestWorld world, Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider);
    }

    static async Task<DbConnection> Open(string connection)
    {
        var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
        return open;
    }

    static Task<long> Enter(DbConnection connection, Guid area) => Change(connection, $"set samverk.area = '{area:D}'");

    static Task<long> Count(DbConnection connection, string table) => Scalar<long>(connection, $"select count(*) from {table}");

    static async Task<T> Scalar<T>(DbConnection connection, string sql) => (await Read(connection, sql, r => r.GetFieldValue<T>(0))).Single();

    static async Task<List<T>> Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    static async Task<long> Change(DbConnection connection, string sql, params string[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        return await command.ExecuteNonQueryAsync();
    }

    static async Task Denied(DbConnection connection, string sql, params string[] values)
    {
        var denied = await Assert.ThrowsAsync<PostgresException>(() => Change(connection, sql, values));
        Assert.True(denied.SqlState == PostgresErrorCodes.InsufficientPrivilege, $"{sql}: {denied.MessageText}");
    }
}
