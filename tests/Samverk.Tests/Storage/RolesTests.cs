using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Storage;

/// <summary>The ways in which an installation may reach its PostgreSQL.</summary>
[Trait("database", "postgres")]
public sealed class RolesTests
{
    const string Plain = "samverk_test_plain";

    [Fact]
    public async Task A_superuser_that_does_both_steps_down_for_the_daily_work()
    {
        var place = TestDatabase.Empty();
        place = place with { Connection = TestDatabase.AsSuperuser(place), Owner = null };
        await using (var world = new TestWorld(place))
        {
            await Upgrade(world);
            Assert.Equal([Separation.AppRole], await Strings(world, "select current_user::text as \"Value\""));
            Assert.Equal([Separation.OwnerRole], await Strings(world, "select distinct tableowner::text as \"Value\" from pg_tables where schemaname = 'public'"));
            Assert.Contains("byta tillbaka", Assert.Single(await RowSecurityTests.Problems(world)));
            await Lives(world);
        }
        TestDatabase.Drop(place);
    }

    [Fact]
    public async Task A_plain_owner_of_its_database_goes_on_alone_and_is_told()
    {
        TestDatabase.Administer($"do $$ begin if to_regrole('{Plain}') is null then create role {Plain} login; end if; end $$");
        var place = TestDatabase.Empty();
        TestDatabase.Administer($"alter database {TestDatabase.Name(place)} owner to {Plain}");
        var alone = place with { Connection = TestDatabase.As(place, Plain), Owner = null };
        await using (var world = new TestWorld(alone))
        {
            await Upgrade(world);
            Assert.Equal([Plain], await Strings(world, "select current_user::text as \"Value\""));
            // FORCE binds the tables' owner as well.
            await Lives(world);
            var problems = await RowSecurityTests.Problems(world);
            Assert.Equal(2, problems.Count);
            Assert.Contains("i stället för samverk_app", problems[0]);
            Assert.Contains("äger tabellerna", problems[1]);
        }
        // Later somebody gives the installation its two logins: the tables change owner, what they hold stays.
        await using (var world = new TestWorld(place with { Owner = TestDatabase.AsSuperuser(place) }))
        {
            await Upgrade(world);
            Assert.Empty(await RowSecurityTests.Problems(world));
            Assert.Single(await RowSecurityTests.Ask(world, s => s.GetRequiredService<AreaSetup>().List(default)));
        }
        TestDatabase.Drop(place);
    }

    [Fact]
    public async Task A_login_that_may_not_change_the_schema_says_so_and_starts_once_another_has()
    {
        var place = TestDatabase.Empty();
        await using (var world = new TestWorld(place with { Owner = null }))
        {
            var refused = await Assert.ThrowsAsync<InstallationException>(() => Upgrade(world));
            Assert.Contains("ConnectionStrings__SamverkOwner", refused.Message, StringComparison.Ordinal);
            await using (var owner = new TestWorld(place))
                Assert.NotEmpty(await Upgrade(owner));
            Assert.Empty(await Upgrade(world));
            await Lives(world);
        }
        TestDatabase.Drop(place);
    }

    [Fact]
    public async Task Row_security_that_somebody_has_turned_off_is_told()
    {
        var place = TestDatabase.Empty();
        await using (var world = new TestWorld(place))
        {
            await Upgrade(world);
            TestDatabase.Administer("alter table organisations_person no force row level security; drop policy area on plans_act", TestDatabase.Name(place));
            Assert.Equal(["Radskyddet är avstängt för organisations_person, plans_act."], await RowSecurityTests.Problems(world));
        }
        TestDatabase.Drop(place);
    }

    // An area is made, and seen from within it alone.
    static async Task Lives(TestWorld world)
    {
        var area = await RowSecurityTests.Ask(world, async s =>
        {
            var plan = new AreaPlan("Tallmora", "tallmora", new("Region Tallmora", OrganisationKind.Region, "98"), []);
            var (made, refusal) = await s.GetRequiredService<AreaSetup>().Create(plan, default);
            Assert.Null(refusal);
            return made;
        });
        const string organisations = "select name as \"Value\" from organisations_organisation";
        Assert.Equal(["Region Tallmora"], await world.In(area, s => s.GetRequiredService<SamverkDb>().Database.SqlQueryRaw<string>(organisations).ToListAsync()));
        Assert.Empty(await Strings(world, organisations));
    }

    static Task<IReadOnlyList<string>> Upgrade(TestWorld world) => RowSecurityTests.Ask(world, s => Schema.Upgrade(s.GetRequiredService<SamverkDb>()));

    static Task<List<string>> Strings(TestWorld world, string sql) =>
        RowSecurityTests.Ask(world, s => s.GetRequiredService<SamverkDb>().Database.SqlQueryRaw<string>(sql).ToListAsync());
}
