using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Organisations.Protection;
using Samverk.Organisations.SigningIn;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.Views;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations.Protection;

/// <summary>Who somebody was that has left is forgotten, and the minutes stay true.</summary>
[Trait("database", "both")]
public sealed class AnonymisingTests(WorldOnce once)
{
    const string Name = "Sorin Malmlöf", Older = "Sorin Malm";

    /// <summary>Where somebody sat and what they did for whom, without their name.</summary>
    static readonly string[] Stays = ["organisations_membership", "organisations_standing", "organisations_function"];

    static Task<T> Of<T>(TestWorld world, Func<SamverkDb, Task<T>> ask) => world.In(s => ask(s.GetRequiredService<SamverkDb>()));

    static Task<string?> Anonymise(TestWorld world, Guid person, Actor by) => world.Said<Anonymising>(a => a.Anonymise(person, by, default));

    /// <summary>Somebody who sat in the council until a day, was at a meeting of it, and has everything that one can have.</summary>
    static async Task<(Guid Person, Guid Meeting)> Left(TestWorld world, DateOnly last)
    {
        var (by, home, council) = (await world.Administrator(), await world.Organisation("Askviks kommun"), await world.Body("SR"));
        var (person, refusal) = await world.In(s => s.GetRequiredService<PersonKeeper>().Add(new(Older, "ledamot", home, "sorin@askvik.example"), by, default));
        Assert.Null(refusal);
        Assert.Null(await world.Said<PersonKeeper>(k => k.Change(person, new(Name, "ledamot", home, "sorin@askvik.example"), by, default)));
        var seat = await world.Seat("SR", "Askvik");
        Assert.Null(await world.Said<PlaceKeeper>(k => k.Seat(council.Id, person, null, new(seat, MembershipRole.Deputy, new(2023, 1, 1), last, null), by, default)));
        Assert.Null(await world.Said<FunctionKeeper>(k => k.Give(new(person, FunctionKind.Reporter, home, new(2023, 1, 1), last, "rapport@askvik.example", null, null), by, default)));
        Assert.Null(await world.Said<Invitations>(async i => (await i.Invite(person, "sorin@askvik.example", null, by, default)).Refusal));
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser((await world.Actor(person))!);
        await browser.GetStringAsync("/konto/uppgifter.json");
        var meeting = await Of(world, db => db.Set<Meeting>().Where(m => m.Body == council.Id && m.Document != null).OrderBy(m => m.On).Select(m => m.Id).FirstAsync());
        await world.In(s => s.GetRequiredService<Work>().Must(() => s.GetRequiredService<SavedViews>().Save(person, "Mina beslut", "/beslut", world.Clock.At, default)));
        Assert.Null((await world.In(s => s.GetRequiredService<TokenKeeper>().Give(person, new("Statistiken", TokenScope.Read, 30), null, default))).Refusal);
        await Of(world, db => db.Set<Attendance>().Where(a => a.Meeting == meeting && a.Position == 1).ExecuteUpdateAsync(a => a.SetProperty(x => x.Person, person).SetProperty(x => x.Name, Name)));
        return (person, meeting);
    }

    [Fact]
    public async Task Nothing_tells_any_longer_who_it_was_but_the_minutes()
    {
        await using var world = await once.Copy();
        var (by, (person, meeting)) = (await world.Administrator(), await Left(world, new(2025, 6, 30)));
        var plan = (await world.In(s => s.GetRequiredService<Anonymising>().Plan(person, by, default)))!;
        Assert.Null(plan.No);
        Assert.Equal((1, 1, 1, 2), (plan.Spellings, plan.Sessions, plan.Invitations, plan.Places));
        Assert.True(plan.Rows > 8 && plan.Origins > 0, plan.ToString());
        var told = await Of(world, db => db.Set<HistoryRow>().CountAsync(r => r.Told != ""));

        Assert.Null(await Anonymise(world, person, by));

        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var row = await db.Set<Person>().SingleAsync(p => p.Id == person);
            Assert.Equal((PersonInfo.Anonymised, null, null), (row.Name, row.Title, row.Mail));
            Assert.NotNull(row.AnonymisedAt);
            foreach (var name in new[] { Name, Older })
            {
                var folded = Swedish.Fold(name);
                Assert.False(await db.Set<HistoryRow>().AnyAsync(r => r.Told.Contains(name) || r.Folded.Contains(folded)));
                Assert.False(await db.Set<PersonAlias>().AnyAsync(a => a.Folded == folded));
            }
            Assert.False(await db.Set<Account>().AnyAsync(a => a.Name == Name || a.Name == Older));
            Assert.False(await db.Set<AccountPerson>().AnyAsync(p => p.Person == person));
            Assert.False(await db.Set<Session>().AnyAsync(x => x.Person == person));
            Assert.False(await db.Set<Invitation>().AnyAsync(i => i.Person == person));
            Assert.False(await db.Set<Message>().AnyAsync(m => m.About == person));
            Assert.False(await db.Set<Function>().AnyAsync(f => f.Person == person && f.Mail != null));
            Assert.False(await db.Set<HistoryOrigin>().AnyAsync(o => db.Set<HistoryRow>().Any(r => r.Number == o.Number && r.By == person)));
            // By the model, so that a table that is new and is somebody's own is not forgotten: what stays is said here.
            var referring = s.GetRequiredService<Referring>();
            foreach (var table in referring.Tables.Where(t => t.FindProperty("Person") is not null && !Stays.Contains(t.GetTableName())))
                Assert.True(await referring.Rows(table, [table.FindProperty("Person")!], person).CountAsync() == 0, $"{table.GetTableName()} has something of the person left");
            // The minutes say who was there, and no longer that it is this person.
            var attended = await db.Set<Attendance>().SingleAsync(a => a.Meeting == meeting && a.Position == 1);
            Assert.Equal((Name, null), (attended.Name, attended.Person));
            // Each erasing is a row, what went is told as a number, and the chain proves the rest.
            Assert.Equal(told + 1, await db.Set<HistoryRow>().CountAsync(r => r.Told != ""));
            Assert.Equal(1, await db.Set<HistoryRow>().CountAsync(r => r.Subject == person && r.Kind == nameof(PersonAnonymised)));
            Assert.Null((await Verification.Walk(db)).Broken);
        });
        Assert.Equal("person-anonymised", await Anonymise(world, person, by));
    }

    [Fact]
    public async Task Pages_show_nobody_and_nothing_can_be_given_to_them()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (by, (person, meeting)) = (await world.Administrator(), await Left(world, new(2025, 6, 30)));
        using var browser = site.Browser(by);
        var page = await browser.GetStringAsync($"/personer/{person}/anonymisera");
        Assert.Contains("Anonymisera personen", page, StringComparison.Ordinal);
        using var unsure = await TestSite.Post(browser, $"/personer/{person}/anonymisera", $"/personer/{person}/anonymisera", ("_handler", "anonymisera"));
        Assert.Contains("Kryssa i att du har läst", await unsure.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await TestSite.Post(browser, $"/personer/{person}/anonymisera", $"/personer/{person}/anonymisera", ("_handler", "anonymisera"), ("saker", "ja"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("Personen är anonymiserad.", await browser.GetStringAsync(done.Headers.Location!.ToString()), StringComparison.Ordinal);
        Assert.Contains("Anonymiserad person", await browser.GetStringAsync("/personer?q=anonymiserad"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{person}", await browser.GetStringAsync($"/personer?q={Name}"), StringComparison.Ordinal);
        Assert.Contains(Name, await browser.GetStringAsync($"/moten/{meeting}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/personer/{person}/andra")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/personer/{person}/anonymisera")).StatusCode);
        var home = await world.Organisation("Askviks kommun");
        Assert.Equal("person-anonymised", await world.Said<FunctionKeeper>(k => k.Give(new(person, FunctionKind.Reporter, home, Today, null, null, null, null), by, default)));
        Assert.NotNull(await world.Said<Invitations>(async i => (await i.Invite(person, "ny@askvik.example", null, by, default)).Refusal));
    }

    [Fact]
    public async Task Who_has_not_left_for_long_or_has_promised_something_stays()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        Assert.Equal("yourself", await Anonymise(world, by.Person, by));
        Assert.Equal("still-place", await Anonymise(world, await world.Person("Farid Rahimi"), by));
        var (recent, _) = await Left(world, new(2026, 6, 30));
        Assert.Equal("place-recent", await Anonymise(world, recent, by));
        world.Clock.At += TimeSpan.FromDays(400);
        var promised = await Of(world, db => db.Set<Assignment>().Where(a => a.State == AssignmentState.Given).Select(a => a.Id).FirstAsync());
        await Of(world, db => db.Set<Assignment>().Where(a => a.Id == promised).ExecuteUpdateAsync(a => a.SetProperty(x => x.AssigneePerson, recent)));
        Assert.Equal("open-assignment", await Anonymise(world, recent, by));
        Assert.Null(await world.In(s => s.GetRequiredService<Work>().Do(() => s.GetRequiredService<PlansRecord>().Report(promised, by, "Gjort", world.Clock.At, default))));
        Assert.Null(await Anonymise(world, recent, by));
    }

    [Fact]
    public async Task The_only_administrator_stays_and_only_those_who_look_after_the_organisation_may()
    {
        await using var world = await once.Copy();
        var (linda, ahmad) = (await world.Administrator(), await world.Person("Ahmad Nassar"));
        Assert.NotNull(await Anonymise(world, ahmad, await world.Actor("Kennet Brolund")));
        Assert.NotNull(await Anonymise(world, ahmad, await world.Actor("Maria Sandelin")));
        var home = await world.Organisation("Region Bergslunda");
        Assert.Null(await world.Said<FunctionKeeper>(k => k.Give(new(ahmad, FunctionKind.Coordinator, home, Today, null, null, null, null), linda, default)));
        Assert.Equal("last-administrator", await Anonymise(world, linda.Person, (await world.Actor(ahmad))!));
    }

    [Fact]
    public async Task An_account_that_is_somebody_elsewhere_too_stays_for_that()
    {
        await using var world = await once.Copy();
        var (by, (person, _)) = (await world.Administrator(), await Left(world, new(2025, 6, 30)));
        var other = await world.Person("Viveca Thorsell");
        var account = await Of(world, db => db.Set<AccountPerson>().Where(p => p.Person == person).Select(p => p.Account).SingleAsync());
        // As if Viveca were another area's person of the same account.
        await Of(world, db => db.Set<AccountPerson>().Where(p => p.Person == other).ExecuteUpdateAsync(p => p.SetProperty(x => x.Account, account).SetProperty(x => x.Area, Ids.Next())));
        Assert.Null(await Anonymise(world, person, by));
        Assert.True(await Of(world, db => db.Set<Account>().AnyAsync(a => a.Id == account)));
        Assert.Equal([other], await Of(world, db => db.Set<AccountPerson>().Where(p => p.Account == account).Select(p => p.Person).ToListAsync()));
    }
}
