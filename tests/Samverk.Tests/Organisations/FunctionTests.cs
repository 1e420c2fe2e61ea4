using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations;

/// <summary>Who leads a body, who does what for an organisation and the area, and how they are reached.</summary>
[Trait("database", "both")]
public sealed class FunctionTests(WorldOnce once)
{
    static FunctionFacts Facts(Guid person, FunctionKind kind, Guid? organisation, DateOnly? from = null, DateOnly? to = null, string? mail = null, string? telephone = null) =>
        new(person, kind, organisation, from ?? Today, to, mail, telephone, null);

    [Fact]
    public async Task A_new_secretary_may_record_until_she_is_released()
    {
        await using var world = await once.Copy();
        var (by, body, person) = (await world.Administrator(), await world.Body("EH"), await world.Person("Viveca Thorsell"));
        Assert.Null(await world.Said<StandingKeeper>(k => k.Appoint(body.Id, StandingKind.Secretary, person, null, new(2026, 11, 1), null, by, default)));
        Assert.Null((await world.Actor(person))!.MayRecord(body.Id));
        Assert.Equal("standing-overlaps", await world.Said<StandingKeeper>(k => k.Appoint(body.Id, StandingKind.Secretary, person, null, Today, null, by, default)));
        var standing = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Standings(body.Id, Today, default)).Single(r => r.Person == person).Id);
        Assert.Null(await world.Said<StandingKeeper>(k => k.End(standing, new(2026, 11, 23), by, default)));
        Assert.NotNull((await world.Actor(person))!.MayRecord(body.Id));
        Assert.Equal(["Viveca Thorsell blev sekreterare i E-hälsa från 1 november 2026", "Viveca Thorsell är sekreterare i E-hälsa till och med 23 november 2026"],
            (await world.Told(body.Id)).TakeLast(2));
        Assert.Equal(2, (await world.Told(person)).Count(w => w.Contains("E-hälsa", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_body_has_one_chair_at_a_time_and_the_days_can_be_corrected_or_the_row_withdrawn()
    {
        await using var world = await once.Copy();
        var (by, body, person) = (await world.Administrator(), await world.Body("SR"), await world.Person("Ulrika Tornvall"));
        Assert.Equal("chair-taken", await world.Said<StandingKeeper>(k => k.Appoint(body.Id, StandingKind.Chair, person, null, NewYear, null, by, default)));
        var sitting = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Standings(body.Id, Today, default)).Single(r => r.Kind == StandingKind.Chair).Id);
        Assert.Null(await world.Said<StandingKeeper>(k => k.Correct(sitting, new(2025, 1, 1), new(2026, 12, 31), by, default)));
        Assert.Null(await world.Said<StandingKeeper>(k => k.Appoint(body.Id, StandingKind.Chair, person, null, NewYear, null, by, default)));
        Assert.Null(await world.Said<StandingKeeper>(k => k.Withdraw(sitting, "Aldrig vald", by, default)));
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<OrganisationsLists>().Standings(body.Id, Today, default)), s => s.Kind == StandingKind.Chair);
        Assert.Equal("may-not-administer", await world.Said<StandingKeeper>(async k => await k.Appoint(body.Id, StandingKind.Secretary, person, null, Today, null, await world.Actor("Maria Sandelin"), default)));
    }

    [Fact]
    public async Task The_last_administrator_can_not_be_removed_in_any_way()
    {
        await using var world = await once.Copy();
        var (by, other) = (await world.Administrator(), await world.Person("Ahmad Nassar"));
        var own = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Functions(null, Today, default)).Single(f => f.Kind == FunctionKind.Administrator).Id);
        Assert.Equal("last-administrator", await world.Said<FunctionKeeper>(k => k.End(own, new(2027, 12, 31), by, default)));
        Assert.Equal("last-administrator", await world.Said<FunctionKeeper>(k => k.Withdraw(own, "Slutar", by, default)));
        Assert.Equal("last-administrator", await world.Said<FunctionKeeper>(k => k.Correct(own, Facts(by.Person, FunctionKind.Administrator, null, NewYear), by, default)));
        // One who begins only after the gap does not fill it.
        Assert.Null(await world.Said<FunctionKeeper>(k => k.Give(Facts(other, FunctionKind.Administrator, null, NewYear), by, default)));
        Assert.Equal("last-administrator", await world.Said<FunctionKeeper>(k => k.End(own, Today, by, default)));
        Assert.Null(await world.Said<FunctionKeeper>(k => k.End(own, new(2026, 12, 31), by, default)));
        var next = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Functions(null, Today, default)).Single(f => f.Person == other).Id);
        Assert.Equal("last-administrator", await world.Said<FunctionKeeper>(k => k.Withdraw(next, "Ångrar sig", by, default)));
    }

    [Fact]
    public async Task Two_administrators_who_end_each_other_at_once_do_not_both_succeed()
    {
        await using var world = await once.Copy();
        var (by, other) = (await world.Administrator(), await world.Person("Ahmad Nassar"));
        Assert.Null(await world.Said<FunctionKeeper>(k => k.Give(Facts(other, FunctionKind.Administrator, null), by, default)));
        var both = (await world.In(s => s.GetRequiredService<PlaceLists>().Functions(null, Today, default))).FindAll(f => f.Kind == FunctionKind.Administrator);
        var answers = await Task.WhenAll(both.Select(f => world.Said<FunctionKeeper>(k => k.End(f.Id, new(2026, 12, 31), by, default))));
        Assert.Equal([null, "last-administrator"], answers.Order());
    }

    [Fact]
    public async Task An_organisations_coordinator_keeps_its_functions_but_does_not_say_who_administers_it()
    {
        await using var world = await once.Copy();
        var (coordinator, askvik, other, person) = (await world.Actor("Kennet Brolund"), await world.Organisation("Askviks kommun"), await world.Organisation("Dalsjö kommun"), await world.Person("Marko Petrović"));
        Assert.Null(await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Reporter, askvik, mail: " Rapport@Askvik.example ", telephone: "08-465 004 77"), coordinator, default)));
        var given = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Functions(askvik, Today, default)).Single(f => f.Person == person));
        Assert.Equal(("rapport@askvik.example", "08-465 004 77"), (given.Mail, given.Telephone));
        Assert.True((await world.Actor(person))!.Is(FunctionKind.Reporter, askvik));
        Assert.Contains("Marko Petrović blev rapportör i Askviks kommun (rapport@askvik.example, 08-465 004 77) från 24 november 2026", await world.Told(askvik));
        Assert.Equal("function-overlaps", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Reporter, askvik), coordinator, default)));
        Assert.Equal("may-not-administer", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Administrator, askvik), coordinator, default)));
        Assert.Equal("may-not-keep-organisation", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Reporter, other), coordinator, default)));
        Assert.Equal("may-not-administer", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Reporter, null), coordinator, default)));
        Assert.Equal("mail-odd", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Registrar, askvik, mail: "rapport@askvik"), coordinator, default)));
        Assert.Equal("mail-odd", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Registrar, askvik, mail: "a@askvik.example\r\nBcc: b@c.example"), coordinator, default)));
        Assert.Equal("telephone-odd", await world.Said<FunctionKeeper>(k => k.Give(Facts(person, FunctionKind.Registrar, askvik, telephone: "ring växeln"), coordinator, default)));
    }

    [Fact]
    public async Task A_contact_way_is_added_changed_and_ended_and_shows_from_day_to_day()
    {
        await using var world = await once.Copy();
        var (coordinator, askvik) = (await world.Actor("Kennet Brolund"), await world.Organisation("Askviks kommun"));
        Assert.Equal("reach-missing", await world.Said<ContactKeeper>(k => k.Add(askvik, new("Socialjouren", null, " ", "kvällar", null), coordinator, default)));
        Assert.Null(await world.Said<ContactKeeper>(k => k.Add(askvik, new("Socialjouren", null, "08-465 004 90", "kvällar", null), coordinator, default)));
        var way = await world.In(async s => (await s.GetRequiredService<PlaceLists>().Contacts(askvik, Today, default)).Single(c => c.Label == "Socialjouren"));
        Assert.Null(await world.Said<ContactKeeper>(k => k.Change(way.Id, new("Socialjouren", "jour@askvik.example", null, "dygnet runt", null), coordinator, default)));
        Assert.Null(await world.Said<ContactKeeper>(k => k.End(way.Id, new(2026, 12, 31), coordinator, default)));
        Assert.Contains(await world.In(s => s.GetRequiredService<PlaceLists>().Contacts(askvik, new(2026, 12, 31), default)), c => c.Label == "Socialjouren");
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<PlaceLists>().Contacts(askvik, NewYear, default)), c => c.Label == "Socialjouren");
        Assert.Equal(["Kontaktvägen Socialjouren (08-465 004 90, kvällar) lades till, från 24 november 2026",
            "Kontaktvägen ändrades från Socialjouren (08-465 004 90, kvällar) till Socialjouren (jour@askvik.example, dygnet runt)",
            "Kontaktvägen Socialjouren gäller till och med 31 december 2026"], (await world.Told(askvik)).TakeLast(3));
        var stranger = await world.Actor("Josefin Tallroth");
        Assert.Equal("may-not-keep-organisation", await world.Said<ContactKeeper>(k => k.End(way.Id, Today, stranger, default)));
        Assert.Equal("may-not-keep-organisation", await world.Said<ContactKeeper>(k => k.Add(askvik, new("Falsk", "x@y.example", null, null, null), stranger, default)));
    }
}
