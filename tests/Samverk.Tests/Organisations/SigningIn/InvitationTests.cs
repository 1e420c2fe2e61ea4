using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

[Trait("database", "both")]
public sealed class InvitationTests(WorldOnce once)
{
    /// <summary>Invites somebody new of Askviks kommun; answers with the link's key.</summary>
    internal static Task<(string Key, Guid Person)> Invite(TestWorld world, string name = "Yusuf Brorson", string mail = "yusuf.brorson@askvik.example", string organisation = "Askviks kommun") => world.In(async s =>
    {
        var by = (await s.GetRequiredService<Actors>().Find((await s.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default))!;
        var home = (await s.GetRequiredService<AreaDirectory>().Organisations(default)).Single(o => o.Name == organisation);
        var (key, person, refusal) = await s.GetRequiredService<Invitations>().InviteNew(new(name, mail, null, home.Id), null, by, default);
        Assert.Null(refusal);
        return (key!.Text, person);
    });

    internal static async Task<List<string>> Told(TestWorld world, Guid person) => await world.In(async s =>
        (await s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(r => r.Subject == person).OrderBy(r => r.Number).ToListAsync()).ConvertAll(r => r.Happening()!.Words));

    [Fact]
    public async Task An_administrator_invites_and_the_link_is_shown_once()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var home = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().Organisations(default)).Single(o => o.Name == "Askviks kommun"));
        var answer = await TestSite.Post(browser, "/administration/inloggning", "/administration/inloggning",
            ("_handler", "bjudin"), ("namn", "Yusuf Brorson"), ("epost", "Yusuf.Brorson@askvik.example"), ("organisation", $"{home.Id}"));
        var page = await answer.Content.ReadAsStringAsync();
        var link = page[(page.IndexOf("/inbjudan?nyckel=", StringComparison.Ordinal))..][..(17 + 43)];
        Assert.DoesNotContain("/inbjudan?nyckel=", await browser.GetStringAsync("/administration/inloggning"), StringComparison.Ordinal);

        using var invited = site.Browser();
        Assert.Contains("Välkommen, Yusuf Brorson", await invited.GetStringAsync(link), StringComparison.Ordinal);
        var person = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Person>().SingleAsync(p => p.Name == "Yusuf Brorson"));
        Assert.Equal("yusuf.brorson@askvik.example", person.Mail);
        Assert.Contains("Yusuf Brorson bjöds in att logga in", await Told(world, person.Id));
        Assert.DoesNotContain(link[17..], string.Join(' ', await Told(world, person.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_closed_by_time_by_a_newer_one_and_by_being_taken_back()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        async Task<string> Opened(string key) => await browser.GetStringAsync($"/inbjudan?nyckel={key}");
        var (first, person) = await Invite(world);
        var by = await world.Actor("Linda Ekroth");
        var (second, refusal) = await world.In(s => s.GetRequiredService<Invitations>().Invite(person, "yusuf.brorson@askvik.example", null, by, default));
        Assert.Null(refusal);
        Assert.Contains("Inbjudan gäller inte längre", await Opened(first), StringComparison.Ordinal);
        Assert.Contains("Välkommen", await Opened(second!.Text), StringComparison.Ordinal);

        using var administrator = site.Browser(by);
        var page = $"/administration/inloggning/{person}";
        await TestSite.Post(administrator, page, page, ("_handler", "ta-tillbaka"));
        Assert.Contains("Inbjudan gäller inte längre", await Opened(second.Text), StringComparison.Ordinal);
        Assert.Contains("Inbjudan till Yusuf Brorson togs tillbaka", await Told(world, person));
        Assert.Equal("invitation-closed", (await world.In(s => s.GetRequiredService<Invitations>().Revoke(person, by, default)))?.Code);

        var (third, _) = await world.In(s => s.GetRequiredService<Invitations>().Invite(person, "yusuf.brorson@askvik.example", null, by, default));
        world.Clock.At += TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1);
        Assert.Contains("Välkommen", await Opened(third!.Text), StringComparison.Ordinal);
        world.Clock.At += TimeSpan.FromSeconds(1);
        Assert.Contains("Inbjudan gäller inte längre", await Opened(third.Text), StringComparison.Ordinal);
        Assert.Contains("Länken stämmer inte", await Opened("påhittad"), StringComparison.Ordinal);
        Assert.Contains("Länken stämmer inte", await browser.GetStringAsync("/inbjudan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_is_refused_in_words_and_nobody_is_added()
    {
        await using var world = await once.Copy();
        var by = await world.Actor("Linda Ekroth");
        Task<string?> Said(NewPerson invited, Actor? actor = null) =>
            world.In(async s => (await s.GetRequiredService<Invitations>().InviteNew(invited, null, actor ?? by, default)).Refusal?.Code);
        Assert.Equal("name-missing", await Said(new(" ", "yusuf@askvik.example", null, null)));
        Assert.Equal("mail-missing", await Said(new("Yusuf Brorson", " ", null, null)));
        Assert.Equal("mail-odd", await Said(new("Yusuf Brorson", "yusuf", null, null)));
        Assert.Equal("mail-odd", await Said(new("Yusuf Brorson", "yusuf@askvik.example\r\nBcc: alla@askvik.example", null, null)));
        Assert.Equal("mail-odd", await Said(new("Yusuf Brorson", "Yusuf <yusuf@askvik.example>", null, null)));
        Assert.Equal("organisation-missing", await Said(new("Yusuf Brorson", "yusuf@askvik.example", null, Ids.Next())));
        Assert.Equal("may-not-administer", await Said(new("Yusuf Brorson", "yusuf@askvik.example", null, null), await world.Actor("Maria Sandelin")));
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Person>().AnyAsync(p => p.Name == "Yusuf Brorson")));
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Invitation>().AnyAsync()));
    }

    [Fact]
    public async Task An_invitation_never_opens_another_area_that_the_same_account_is_in()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (maria, by) = (await world.Actor("Maria Sandelin"), await world.Actor("Linda Ekroth"));
        using var signedIn = site.Browser(maria);
        var (_, there) = await SessionTests.SecondArea(world, "Maria Sandelin", maria.Person);
        await site.Services.GetRequiredService<OneArea>().Do(maria.Area, async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            async Task<Guid> Account(Guid person) => (await db.Set<AccountPerson>().AsNoTracking().SingleAsync(p => p.Person == person)).Account;
            Assert.Equal(await Account(there), await Account(maria.Person));
            var (key, refusal) = await s.GetRequiredService<Invitations>().Invite(maria.Person, "maria.sandelin@bergslunda.example", null, by, default);
            Assert.Null(refusal);
            Assert.NotEqual(await Account(there), await Account(maria.Person));
            var (open, _) = await Invitations.Open(key!.Text, db, s.GetRequiredService<OneArea>(), world.Clock, default);
            Assert.Equal(await Account(maria.Person), open!.Account);
            return true;
        });
    }

    [Fact]
    public async Task Tries_are_slowed_down_by_address_and_by_link_and_said_so_in_words()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--SignIn:AttemptsPerMinute", "30");
        using var browser = site.Browser();
        List<HttpStatusCode> same = [], others = [];
        for (var tries = 0; tries < 21; tries++)
            same.Add((await browser.GetAsync("/inbjudan?nyckel=samma")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, same[^1]);
        Assert.Equal(HttpStatusCode.OK, same[^2]);
        for (var tries = 0; tries < 12; tries++)
            others.Add((await browser.GetAsync($"/inbjudan?nyckel=annan-{tries}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, others[0]);
        var last = await browser.GetAsync("/kom-igang?nyckel=x");
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal("60", last.Headers.GetValues("Retry-After").Single());
        Assert.Contains("många försök på kort tid", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The page itself can still be read.
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/logga-in")).StatusCode);
    }
}
