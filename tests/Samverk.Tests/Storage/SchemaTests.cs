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
