using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Tests.House;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations;

/// <summary>Who sits in a body: what they may follows the days, and what was is never lost.</summary>
[Trait("database", "both")]
public sealed class PlaceTests(WorldOnce once)
{
    [Fact]
    public async Task Somebody_new_is_seated_from_New_Year_and_may_read_from_that_day()
    {
        await using var world = await once.Copy();
        var (by, body, seat, home) = (await world.Administrator(), await world.Body("SR"), await world.Seat("SR", "Askvik"), await world.Organisation("Askviks kommun"));
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Seat(body.Id, null, new("Tuva Hellgren", "ledamot", home, null),
            new(seat, MembershipRole.Deputy, NewYear, new(2030, 12, 31), 2), by, default)));
        var person = await world.Person("Tuva Hellgren");
        Assert.False((await world.Actor(person))!.HasPlace);
        Assert.True((await world.In(s => s.GetRequiredService<Actors>().Find(person, NewYear, default)))!.HasPlace);
        Assert.False((await world.In(s => s.GetRequiredService<Actors>().Find(person, new(2031, 1, 1), default)))!.HasPlace);
        const string words = "Tuva Hellgren blev ersättare nummer 2 i Samverkansrådet för Askvik från 1 januari 2027 till och med 31 december 2030";
        Assert.Contains(words, await world.Told(body.Id));
        Assert.Contains(words, await world.Told(person));
        Assert.Contains(words, await world.Told(home));
        Assert.Equal(2, (await world.Place("SR", "Tuva Hellgren")).Order);
    }

    [Fact]
    public async Task One_person_holds_seats_in_several_bodies_but_not_twice_in_one()
    {
        await using var world = await once.Copy();
        var (by, person) = (await world.Administrator(), await world.Person("Kjell Åhs"));
        async Task<string?> Seat(string body, string label, MembershipRole role, DateOnly from, DateOnly? to) =>
            await world.Said<PlaceKeeper>(async k => await k.Seat((await world.Body(body)).Id, person, null, new(await world.Seat(body, label), role, from, to, null), by, default));
        Assert.Null(await Seat("AU", "Kommunerna", MembershipRole.Member, NewYear, null));
        Assert.Equal("place-overlaps", await Seat("AU", "Kommunerna", MembershipRole.Deputy, new(2027, 6, 1), null));
        Assert.Equal("place-overlaps", await Seat("SR", "Stenvalla", MembershipRole.Member, NewYear, null));
        Assert.Null(await Seat("SR", "Stenvalla", MembershipRole.Deputy, NewYear, null));
        Assert.Null(await Seat("AU", "Kommunerna", MembershipRole.Member, new(2020, 1, 1), new(2022, 12, 31)));
    }

    [Fact]
    public async Task Nonsense_is_refused_in_words_and_nothing_is_saved()
    {
        await using var world = await once.Copy();
        var (by, body, seat, person) = (await world.Administrator(), await world.Body("SR"), await world.Seat("SR", "Askvik"), await world.Person("Nadja Forsell"));
        Task<string?> Seat(Guid? into, MembershipRole role, DateOnly? from, DateOnly? to, int? order = null) =>
            world.Said<PlaceKeeper>(k => k.Seat(body.Id, person, null, new(into, role, from, to, order), by, default));
        Assert.Equal("from-missing", await Seat(seat, MembershipRole.Deputy, null, null));
        Assert.Equal("days-reversed", await Seat(seat, MembershipRole.Deputy, NewYear, Today));
        Assert.Equal("days-odd", await Seat(seat, MembershipRole.Deputy, new(1027, 1, 1), null));
        Assert.Equal("days-odd", await Seat(seat, MembershipRole.Deputy, NewYear, new(2207, 1, 1)));
        Assert.Equal("seat-not-chosen", await Seat(null, MembershipRole.Member, NewYear, null));
        Assert.Equal("seat-missing", await Seat(await world.Seat("CG", "Askvik"), MembershipRole.Member, NewYear, null));
        Assert.Equal("order-odd", await Seat(seat, MembershipRole.Deputy, NewYear, null, 0));
        Assert.Equal("person-missing", await world.Said<PlaceKeeper>(k => k.Seat(body.Id, null, null, new(seat, MembershipRole.Deputy, NewYear, null, null), by, default)));
        Assert.Equal("body-missing", await world.Said<PlaceKeeper>(k => k.Seat(Ids.Next(), person, null, new(seat, MembershipRole.Deputy, NewYear, null, null), by, default)));
        Assert.Equal(["Nadja Forsell lades till som person"], await world.Told(person));
    }

    [Fact]
    public async Task A_guest_has_no_place_and_reads_nothing_by_it()
    {
        await using var world = await once.Copy();
        var (by, body, person) = (await world.Administrator(), await world.Body("SR"), await world.Person("Nadja Forsell"));
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Seat(body.Id, person, null, new(null, MembershipRole.Guest, Today, null, null), by, default)));
        Assert.False((await world.Actor(person))!.HasPlace);
        var guest = await world.Place("SR", "Nadja Forsell");
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Correct(guest.Id, new(null, MembershipRole.CoOpted, Today, null, null), by, default)));
        Assert.True((await world.Actor(person))!.HasPlace);
    }

    [Fact]
    public async Task What_began_is_ended_and_the_rights_end_with_it()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var place = await world.Place("SR", "Farid Rahimi");
        Assert.Equal("last-missing", await world.Said<PlaceKeeper>(k => k.End(place.Id, null, by, default)));
        Assert.Equal("end-before-start", await world.Said<PlaceKeeper>(k => k.End(place.Id, new(2018, 1, 1), by, default)));
        Assert.Null(await world.Said<PlaceKeeper>(k => k.End(place.Id, new(2026, 11, 23), by, default)));
        Assert.False((await world.Actor(place.Person))!.HasPlace);
        Assert.Equal("end-later", await world.Said<PlaceKeeper>(k => k.End(place.Id, new(2027, 11, 23), by, default)));
        Assert.Contains("Farid Rahimi är ledamot i Samverkansrådet för Lindåsa till och med 23 november 2026", await world.Told(place.Person));
        var then = await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(place.Body, new(2026, 11, 20), default));
        var now = await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(place.Body, Today, default));
        Assert.Contains(then.Single(s => s.Label == "Lindåsa").Holders, h => h.Name == "Farid Rahimi");
        Assert.Empty(now.Single(s => s.Label == "Lindåsa").Holders);
    }

    [Fact]
    public async Task A_mistake_is_withdrawn_with_a_reason_and_no_day_shows_it()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var place = await world.Place("SR", "Hans Lidvall");
        Assert.Equal("reason-missing", await world.Said<PlaceKeeper>(k => k.Withdraw(place.Id, " ", by, default)));
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Withdraw(place.Id, "Fel person i listan", by, default)));
        Assert.False((await world.Actor(place.Person))!.HasPlace);
        Assert.All(await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(place.Body, new(2020, 1, 1), default)), s => Assert.DoesNotContain(s.Holders, h => h.Name == "Hans Lidvall"));
        Assert.Contains("Hans Lidvall som ledamot i Samverkansrådet för Örnsta togs bort som felaktigt: Fel person i listan", await world.Told(place.Body));
        Assert.Equal("place-missing", await world.Said<PlaceKeeper>(k => k.Withdraw(place.Id, "En gång till", by, default)));
    }

    [Fact]
    public async Task A_correction_tells_what_it_was_and_what_it_became()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var place = await world.Place("SR", "Ali Demir");
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Correct(place.Id, new(place.Seat, MembershipRole.Deputy, new(2023, 3, 1), null, null), by, default)));
        Assert.Contains("Uppgiften om Ali Demir, ersättare i Samverkansrådet för Stenvalla från 1 januari 2023, rättades till ersättare i Samverkansrådet för Stenvalla från 1 mars 2023", await world.Told(place.Person));
    }

    [Fact]
    public async Task A_secretary_seats_in_her_body_and_an_organisation_fills_its_own_seats_and_no_other()
    {
        await using var world = await once.Copy();
        var (person, council, children) = (await world.Person("Nadja Forsell"), await world.Body("SR"), await world.Body("BU"));
        var (maria, coordinator, registrar) = (await world.Actor("Maria Sandelin"), await world.Actor("Kennet Brolund"), await world.Actor("Sören Kihlgren"));
        async Task<string?> Seat(BodyInfo body, string label, Actor by, MembershipRole role = MembershipRole.Deputy) =>
            await world.Said<PlaceKeeper>(async k => await k.Seat(body.Id, person, null, new(await world.Seat(body.Code, label), role, NewYear, null, null), by, default));
        Assert.Equal("may-not-seat", await Seat(children, "Stenvalla", maria));
        Assert.Equal("may-not-seat", await Seat(council, "Lindåsa", coordinator));
        Assert.Equal("may-not-seat", await Seat(children, "Norra länsdelen", coordinator));
        Assert.Equal("may-not-seat", await Seat(council, "Askvik", registrar));
        Assert.Equal("may-not-seat", await world.Said<PlaceKeeper>(k => k.Seat(council.Id, person, null, new(null, MembershipRole.Guest, NewYear, null, null), coordinator, default)));
        Assert.Null(await Seat(council, "Askvik", coordinator));
        Assert.Null(await Seat(council, "Lindåsa", maria));
        // Nor does a seat of one's own take somebody else's.
        var theirs = await world.Place("SR", "Farid Rahimi");
        Assert.Equal("may-not-seat", await world.Said<PlaceKeeper>(async k => await k.Correct(theirs.Id, new(await world.Seat("SR", "Askvik"), MembershipRole.Deputy, NewYear, null, null), coordinator, default)));
        var own = await world.Place("SR", "Lennart Brodell");
        Assert.Equal("may-not-seat", await world.Said<PlaceKeeper>(async k => await k.Correct(own.Id, new(await world.Seat("SR", "Lindåsa"), MembershipRole.Member, NewYear, null, null), coordinator, default)));
        // Somebody new only to her own organisation.
        var (seat, other) = (await world.Seat("SR", "Askvik"), await world.Organisation("Lindåsa kommun"));
        Assert.Equal("may-not-keep-organisation", await world.Said<PlaceKeeper>(k => k.Seat(council.Id, null, new("Tuva Hellgren", null, other, null), new(seat, MembershipRole.Deputy, NewYear, null, null), coordinator, default)));
    }
}
