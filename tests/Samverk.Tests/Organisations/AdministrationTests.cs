using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations;

[Trait("database", "both")]
public sealed class AdministrationTests(WorldOnce once)
{
    static async Task<Actor> Administrator(TestWorld world) => (await world.Actor((await world.In(s => s.GetRequiredService<AreaSetup>().Administrator(default)))!.Value))!;

    static Task<Guid> Host(TestWorld world) => world.In(async s => (await s.GetRequiredService<AreaDirectory>().Organisations(default))[0].Id);

    static Task<string?> Said(TestWorld world, Func<Administration, Task<Samverk.Shared.Refusal?>> verb) =>
        world.In(async s => (await verb(s.GetRequiredService<Administration>()))?.Code);

    [Fact]
    public async Task A_new_body_gets_a_new_secretary_who_may_record_until_released()
    {
        await using var world = await once.Copy();
        var (by, host) = (await Administrator(world), await Host(world));
        Assert.Null(await Said(world, a => a.AddBody(new("xq", "Samverkansgruppen Ny", "samverkansgrupp", null, host), by, default)));
        var body = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == "XQ"));
        Assert.Null(await Said(world, a => a.AppointSecretary(new(body.Id, null, "Yusuf Brorson", "utredare", host, null), by, default)));
        var person = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().People(default)).Single(p => p.Name == "Yusuf Brorson"));
        Assert.Null((await world.Actor(person.Id))!.MayRecord(body.Id));
        Assert.Equal("secretary-already", await Said(world, a => a.AppointSecretary(new(body.Id, person.Id, "", null, null, null), by, default)));

        var standing = await world.In(async s => (await s.GetRequiredService<AdministrationLists>().Secretaries(default)).Single(r => r.Name == "Yusuf Brorson").Id);
        Assert.Null(await Said(world, a => a.ReleaseSecretary(standing, by, default)));
        Assert.NotNull((await world.Actor(person.Id))!.MayRecord(body.Id));
        Assert.Equal("standing-ended", await Said(world, a => a.ReleaseSecretary(standing, by, default)));

        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(r => r.Subject == body.Id).OrderBy(r => r.Number).ToListAsync());
        Assert.Equal(["Samverkansgruppen Ny lades till", "Yusuf Brorson blev sekreterare från 24 november 2026", "Yusuf Brorson var sekreterare till och med 23 november 2026"],
            told.Select(r => r.Happening()!.Words));
        Assert.All(told, row => Assert.Equal(by.Person, row.By));
    }

    [Fact]
    public async Task What_can_not_be_is_refused_in_words_and_nothing_is_saved()
    {
        await using var world = await once.Copy();
        var (by, host) = (await Administrator(world), await Host(world));
        var known = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().Bodies(default))[0]);
        Assert.Equal("code-missing", await Said(world, a => a.AddBody(new(" ", "Ny grupp", "", null, host), by, default)));
        Assert.Equal("code-odd", await Said(world, a => a.AddBody(new("S R", "Ny grupp", "", null, host), by, default)));
        Assert.Equal("name-missing", await Said(world, a => a.AddBody(new("NY", " ", "", null, host), by, default)));
        Assert.Equal("name-long", await Said(world, a => a.AddBody(new("NY", new string('n', 201), "", null, host), by, default)));
        Assert.Equal("code-taken", await Said(world, a => a.AddBody(new(known.Code, "Ny grupp", "", null, host), by, default)));
        Assert.Equal("body-exists", await Said(world, a => a.AddBody(new("NY", known.Name.ToUpperInvariant(), "", null, host), by, default)));
        Assert.Equal("parent-missing", await Said(world, a => a.AddBody(new("NY", "Ny grupp", "", Guid.CreateVersion7(), host), by, default)));
        Assert.Equal("host-missing", await Said(world, a => a.AddBody(new("NY", "Ny grupp", "", null, null), by, default)));
        Assert.Equal("body-missing", await Said(world, a => a.AppointSecretary(new(null, null, "Yusuf Brorson", null, host, null), by, default)));
        Assert.Equal("person-missing", await Said(world, a => a.AppointSecretary(new(known.Id, null, " ", null, host, null), by, default)));
        Assert.Equal("person-missing", await Said(world, a => a.AppointSecretary(new(known.Id, Guid.CreateVersion7(), "", null, host, null), by, default)));
        Assert.Equal("organisation-missing", await Said(world, a => a.AppointSecretary(new(known.Id, null, "Yusuf Brorson", null, Guid.CreateVersion7(), null), by, default)));
        Assert.Equal("kind-odd", await Said(world, a => a.AddOrganisation("Region Nordanö", OrganisationKind.Region, by, default)));
        Assert.Equal(known.Id, (await world.In(async s => await s.GetRequiredService<AreaDirectory>().Bodies(default)))[0].Id);
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)), p => p.Name == "Yusuf Brorson");
    }

    [Fact]
    public async Task Only_an_administrator_may()
    {
        await using var world = await once.Copy();
        var host = await Host(world);
        var other = (await Administrator(world)) with { Functions = [] };
        Assert.Equal("may-not-administer", await Said(world, a => a.AddBody(new("NY", "Ny grupp", "", null, host), other, default)));
        Assert.Equal("may-not-administer", await Said(world, a => a.AddOrganisation("Föreningen Ny", OrganisationKind.UserOrganisation, other, default)));
        Assert.Equal("may-not-administer", await Said(world, a => a.AppointSecretary(new(null, null, "", null, null, null), other, default)));
        Assert.Equal("may-not-administer", await Said(world, a => a.ReleaseSecretary(Guid.CreateVersion7(), other, default)));
    }

    [Fact]
    public async Task An_organisation_is_added_once()
    {
        await using var world = await once.Copy();
        var by = await Administrator(world);
        Assert.Null(await Said(world, a => a.AddOrganisation(" Föreningen Ny ", OrganisationKind.UserOrganisation, by, default)));
        Assert.Equal("organisation-exists", await Said(world, a => a.AddOrganisation("föreningen ny", OrganisationKind.UserOrganisation, by, default)));
    }
}
