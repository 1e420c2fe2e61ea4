using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Tests.House;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations;

/// <summary>Bodies with their seats, people and organisations: added and changed with their history.</summary>
[Trait("database", "both")]
public sealed class BodyAndPersonTests(WorldOnce once)
{
    [Fact]
    public async Task A_body_is_added_once_and_only_as_it_can_be()
    {
        await using var world = await once.Copy();
        var (by, host, known) = (await world.Administrator(), await world.Organisation("Region Bergslunda"), await world.Body("SR"));
        Task<string?> Add(NewBody body, Actor actor) => world.Said<BodyKeeper>(async k => (await k.Add(body, actor, default)).Refusal);
        Assert.Equal("may-not-administer", await Add(new("NY", "Ny grupp", "", null, host), await world.Actor("Maria Sandelin")));
        Assert.Equal("code-missing", await Add(new(" ", "Ny grupp", "", null, host), by));
        Assert.Equal("code-odd", await Add(new("S R", "Ny grupp", "", null, host), by));
        Assert.Equal("name-missing", await Add(new("NY", " ", "", null, host), by));
        Assert.Equal("name-long", await Add(new("NY", new string('n', 201), "", null, host), by));
        Assert.Equal("code-taken", await Add(new("sr", "Ny grupp", "", null, host), by));
        Assert.Equal("body-exists", await Add(new("NY", known.Name.ToUpperInvariant(), "", null, host), by));
        Assert.Equal("parent-missing", await Add(new("NY", "Ny grupp", "", Ids.Next(), host), by));
        Assert.Equal("host-missing", await Add(new("NY", "Ny grupp", "", null, null), by));
        Assert.Null(await Add(new("ny", "Ny grupp", "arbetsgrupp", known.Id, host), by));
        Assert.Equal(["Ny grupp lades till"], await world.Told((await world.Body("NY")).Id));
    }

    [Fact]
    public async Task A_renamed_body_is_found_by_its_old_name_and_never_reports_to_itself()
    {
        await using var world = await once.Copy();
        var (by, council, chiefs, care) = (await world.Administrator(), await world.Body("SR"), await world.Body("CG"), await world.Body("NV"));
        Task<string?> Change(BodyInfo body, string name, Guid? parent) => world.Said<BodyKeeper>(k => k.Change(body.Id, new(name, body.ShortName, "", parent, body.Host), by, default));
        Assert.Equal("parent-cycle", await Change(council, council.Name, council.Id));
        Assert.Equal("parent-cycle", await Change(council, council.Name, care.Id));
        Assert.Equal("body-exists", await Change(council, chiefs.Name, null));
        Assert.Null(await Change(chiefs, "Direktörsgruppen", council.Id));
        Assert.Equal(chiefs.Id, (await world.In(s => s.GetRequiredService<AreaDirectory>().BodyAliases(default)))["chefsgruppen"]);
        Assert.Contains("Namnet ändrades från Chefsgruppen till Direktörsgruppen", await world.Told(chiefs.Id));
    }

    [Fact]
    public async Task Seats_are_added_for_every_municipality_at_once_ordered_renamed_and_ended_when_empty()
    {
        await using var world = await once.Copy();
        var (by, host) = (await world.Administrator(), await world.Organisation("Region Bergslunda"));
        Assert.Null(await world.Said<BodyKeeper>(async k => (await k.Add(new("NY", "Ny grupp", "", null, host), by, default)).Refusal));
        var body = await world.Body("NY");
        Assert.Null(await world.Said<SeatKeeper>(k => k.Add(body.Id, new("", host, 3, 0, null), by, default)));
        Assert.Null(await world.Said<SeatKeeper>(k => k.AddForMunicipalities(body.Id, new("", null, 1, 1, null), by, default)));
        Assert.Equal("seats-exist", await world.Said<SeatKeeper>(k => k.AddForMunicipalities(body.Id, new("", null, 1, 1, null), by, default)));
        Assert.Equal("seat-exists", await world.Said<SeatKeeper>(k => k.Add(body.Id, new("region bergslunda", null, 1, 1, null), by, default)));
        Assert.Equal("number-odd", await world.Said<SeatKeeper>(k => k.Add(body.Id, new("Skola", null, 100, 0, null), by, default)));
        Task<List<KeptSeat>> Seats() => world.In(s => s.GetRequiredService<PlaceLists>().Seats(body.Id, default));
        Assert.Equal(13, (await Seats()).Count);
        Assert.Equal("Örnsta kommun", (await Seats())[^1].Label);
        var last = (await Seats())[^1].Id;
        Assert.Null(await world.Said<SeatKeeper>(k => k.Move(last, up: true, by, default)));
        Assert.Equal("Åsmyra kommun", (await Seats())[^1].Label);
        Assert.Null(await world.Said<SeatKeeper>(k => k.Change(last, new("Örnsta", null, 2, 0, null), by, default)));
        var person = await world.Person("Nadja Forsell");
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Seat(body.Id, person, null, new(last, MembershipRole.Member, Today, new(2027, 6, 30), null), by, default)));
        Assert.Equal("seat-filled", await world.Said<SeatKeeper>(k => k.End(last, new(2026, 12, 31), by, default)));
        Assert.Null(await world.Said<SeatKeeper>(k => k.End(last, new(2027, 6, 30), by, default)));
        Assert.Equal(12, (await Seats()).Count);
        Assert.Contains("Ordningen för platsen Örnsta kommun ändrades från 13 till 12", await world.Told(body.Id));
        Assert.Contains("Platsen ändrades från Örnsta kommun (en ledamot och en ersättare) till Örnsta (två ledamöter)", await world.Told(body.Id));
    }

    [Fact]
    public async Task The_composition_says_what_is_missing_and_what_is_over()
    {
        await using var world = await once.Copy();
        var council = await world.Body("SR");
        var faults = Composition.Faults(await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(council.Id, Today, default)));
        Assert.Equal(["En ersättare saknas: Björkfors, Ekhamra, Forsnäs, Granåker, Kvarnberga, Lindåsa, Tallmora, Åsmyra."], faults);
        var (by, committee, seat, person) = (await world.Administrator(), await world.Body("AU"), await world.Seat("AU", "Kommunerna"), await world.Person("Kjell Åhs"));
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Seat(committee.Id, person, null, new(seat, MembershipRole.Member, Today, null, null), by, default)));
        var over = Composition.Faults(await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(committee.Id, Today, default)));
        Assert.Equal(["En ledamot för mycket: Kommunerna."], over);
        var stranger = await world.Person("Viveca Thorsell");
        Assert.Null(await world.Said<PlaceKeeper>(async k => await k.Seat(council.Id, stranger, null, new(await world.Seat("SR", "Björkfors"), MembershipRole.Deputy, Today, null, null), by, default)));
        faults = Composition.Faults(await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(council.Id, Today, default)));
        Assert.Contains("Viveca Thorsell på platsen Björkfors hör till en annan organisation.", faults);
    }

    [Fact]
    public async Task A_person_is_added_renamed_and_moved_and_keeps_the_old_name_as_a_spelling()
    {
        await using var world = await once.Copy();
        var (by, askvik, dalsjö) = (await world.Actor("Kennet Brolund"), await world.Organisation("Askviks kommun"), await world.Organisation("Dalsjö kommun"));
        Task<string?> Add(PersonFacts facts, Actor actor) => world.Said<PersonKeeper>(async k => (await k.Add(facts, actor, default)).Refusal);
        Assert.Equal("may-not-keep-organisation", await Add(new("Tuva Hellgren", null, dalsjö, null), by));
        Assert.Equal("may-not-administer", await Add(new("Tuva Hellgren", null, null, null), by));
        Assert.Equal("mail-odd", await Add(new("Tuva Hellgren", null, askvik, "tuva"), by));
        Assert.Null(await Add(new(" Tuva Hellgren ", "socialsekreterare", askvik, "Tuva.Hellgren@askvik.example"), by));
        Assert.Equal("person-exists", await Add(new("tuva hellgren", null, askvik, null), by));
        Assert.Null(await Add(new("Tuva Hellgren", "rektor", askvik, null, IsAnother: true), by));
        var person = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().People(default)).Single(p => p is { Name: "Tuva Hellgren", Title: "socialsekreterare" }).Id);
        Assert.Null(await world.Said<PersonKeeper>(k => k.Change(person, new("Tuva Hellgren Moradi", "enhetschef", askvik, "tuva.hellgren@askvik.example"), by, default)));
        Assert.Equal("may-not-keep-organisation", await world.Said<PersonKeeper>(k => k.Change(person, new("Tuva Hellgren Moradi", null, dalsjö, null), by, default)));
        Assert.Null(await world.Said<PersonKeeper>(async k => await k.Change(person, new("Tuva Hellgren Moradi", "enhetschef", dalsjö, null), await world.Administrator(), default)));
        Assert.Equal(["Tuva Hellgren lades till som person", "E-postadressen till Tuva Hellgren ändrades", "Namnet ändrades från Tuva Hellgren till Tuva Hellgren Moradi", "Titeln ändrades från socialsekreterare till enhetschef",
            "Organisationen ändrades från Askviks kommun till Dalsjö kommun", "E-postadressen till Tuva Hellgren Moradi ändrades"], await world.Told(person));
        Assert.Contains(person, (await world.In(s => s.GetRequiredService<AreaDirectory>().PersonAliases(default)))["tuva hellgren"]);
    }

    [Fact]
    public async Task A_coordinator_does_not_change_the_way_in_of_somebody_who_may_more_than_the_organisation()
    {
        await using var world = await once.Copy();
        var (area, region, children, member) = (await world.Administrator(), await world.Organisation("Region Bergslunda"), await world.Person("Elsa Nordin"), await world.Person("Emil Vikander"));
        var coordinator = await world.Actor("Josefin Tallroth");
        Task<string?> Mail(Guid person, string name, Guid organisation, Actor by) =>
            world.Said<PersonKeeper>(k => k.Change(person, new(name, null, organisation, "ny@bergslunda.example"), by, default));
        var home = await world.Organisation("Stenvalla kommun");
        Assert.Equal("may-not-administer", await Mail(children, "Elsa Nordin", home, coordinator));
        Assert.Null(await Mail(member, "Emil Vikander", home, coordinator));
        var own = coordinator with { Functions = [(FunctionKind.Coordinator, region)] };
        Assert.Equal("may-not-administer", await Mail(area.Person, area.Name, region, own));
        Assert.Null(await Mail(area.Person, area.Name, region, area));
    }

    [Fact]
    public async Task An_organisation_is_added_once_and_an_official_one_keeps_its_name()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        Assert.Null(await world.Said<OrganisationKeeper>(k => k.Add(" Föreningen Ny ", OrganisationKind.UserOrganisation, by, default)));
        Assert.Equal("organisation-exists", await world.Said<OrganisationKeeper>(k => k.Add("föreningen ny", OrganisationKind.UserOrganisation, by, default)));
        Assert.Equal("kind-odd", await world.Said<OrganisationKeeper>(k => k.Add("Region Nordanö", OrganisationKind.Region, by, default)));
        var (added, official) = (await world.Organisation("Föreningen Ny"), await world.Organisation("Askviks kommun"));
        Assert.Equal("name-official", await world.Said<OrganisationKeeper>(k => k.Rename(official, "Askviks stad", by, default)));
        Assert.Equal("organisation-exists", await world.Said<OrganisationKeeper>(k => k.Rename(added, "Brukarrådet Bergslunda", by, default)));
        Assert.Null(await world.Said<OrganisationKeeper>(k => k.Rename(added, "Föreningen Nyare", by, default)));
        Assert.Equal("Namnet ändrades från Föreningen Ny till Föreningen Nyare", (await world.Told(added))[^1]);
        Assert.Equal("may-not-administer", await world.Said<OrganisationKeeper>(async k => await k.Rename(added, "Annat", await world.Actor("Kennet Brolund"), default)));
    }
}
