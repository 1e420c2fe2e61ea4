using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Organisations.SigningIn;

/// <summary>Invitations by mail, through a real mail server and the site's own outbox.</summary>
[Trait("database", "both")]
public sealed class InvitationMailTests(WorldOnce once)
{
    const string People = "/administration/inloggning", Address = "yusuf.brorson@askvik.example";

    [Fact]
    public async Task A_server_that_is_down_delays_and_shows_and_then_the_link_arrives_and_works()
    {
        await using var world = await once.Copy();
        var port = Peer.FreePort();
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{port}", "--Mail:From", "Samverk <samverk@bergslunda.example>");
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var invited = await Invite(world, browser);
        Assert.Contains("Ett brev med länken skickas till personen.", invited, StringComparison.Ordinal);
        var link = Link(invited);

        var failed = await Letter(world, m => m.Problem is not null);
        Assert.Equal(1, failed.Attempts);
        Assert.DoesNotContain(link, Encoding.Latin1.GetString(failed.Text!), StringComparison.Ordinal);
        var row = await world.In(s => s.GetRequiredService<SamverkDb>().Set<OutboxRow>().SingleAsync(r => r.About == failed.Id));
        Assert.True(row.DoneAt is null && row.Problem is not null && !row.Problem.Contains("brorson", StringComparison.OrdinalIgnoreCase));
        var page = WebUtility.HtmlDecode(await browser.GetStringAsync($"{People}/{failed.About}"));
        Assert.Contains("Brevet har inte gått iväg.", page, StringComparison.Ordinal);
        Assert.Contains("Mejlservern gick inte att nå. Ett försök är gjort. Nästa görs av sig självt 24 november 2026 kl. 12.02.", page, StringComparison.Ordinal);
        var administration = WebUtility.HtmlDecode(await browser.GetStringAsync("/administration"));
        Assert.Contains("Brev har inte gått iväg.", administration, StringComparison.Ordinal);
        Assert.Contains($"{People}/{failed.About}\">Yusuf Brorson</a>", administration, StringComparison.Ordinal);

        await using var server = await Peer.Start("smtp.mjs", $"{port}");
        world.Clock.At += TimeSpan.FromMinutes(2);
        var mail = await ArrivedMail.Next(server);
        Assert.Equal(("samverk@bergslunda.example", Address), (mail.From, mail.To));
        Assert.StartsWith("Du är inbjuden till Samverk: ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal($"<{failed.Id:N}@bergslunda.example>", mail.Id);
        foreach (var words in new[] { "Hej Yusuf Brorson!", "Linda Ekroth har bjudit in dig", "till och med 8 december 2026", "Skicka den inte vidare", $"\r\n\r\n{site.Address}{link}\r\n" })
            Assert.Contains(words, mail.Text.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        using var guest = site.Browser();
        Assert.Contains("Välkommen, Yusuf Brorson", await guest.GetStringAsync(Link(mail.Text)), StringComparison.Ordinal);

        var sent = await Letter(world, m => m.SentAt is not null);
        Assert.True(sent is { Text: null, Problem: null, Attempts: 2 });
        Assert.Contains($"Brevet skickades 24 november 2026 kl. 12.02 till {Address}.", await Shown(browser, $"{People}/{sent.About}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Brev har inte gått iväg.", await Shown(browser, "/administration"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_whose_link_no_longer_opens_anything_is_erased_unsent()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{Peer.FreePort()}", "--Mail:From", "samverk@bergslunda.example");
        var by = await world.Actor("Linda Ekroth");
        using var browser = site.Browser(by);
        await Invite(world, browser);
        var first = await Letter(world, m => m.Problem is not null);
        world.Clock.At += TimeSpan.FromSeconds(1);
        await TestSite.Post(browser, $"{People}/{first.About}", $"{People}/{first.About}", ("_handler", "bjudin"), ("epost", Address));
        var letters = await Letters(world);
        Assert.Equal(2, letters.Count);
        Assert.True(letters[0] is { Text: null, SentAt: null });
        Assert.NotNull(letters[1].Text);
        await TestSite.Post(browser, $"{People}/{first.About}", $"{People}/{first.About}", ("_handler", "ta-tillbaka"));
        Assert.All(await Letters(world), m => Assert.Null(m.Text));

        // One that is used by the link that was shown.
        world.Clock.At += TimeSpan.FromSeconds(1);
        var answer = await TestSite.Post(browser, $"{People}/{first.About}", $"{People}/{first.About}", ("_handler", "bjudin"), ("epost", Address));
        Assert.Contains("/inbjudan?nyckel=", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(await Letters(world), m => m.Text is not null);
        await site.Services.GetRequiredService<OneArea>().Do(by.Area, async s =>
        {
            var id = (await s.GetRequiredService<SamverkDb>().Set<Invitation>().SingleAsync(i => i.Person == first.About && i.UsedAt == null && i.RevokedAt == null)).Id;
            await s.GetRequiredService<Work>().Must(() => s.GetRequiredService<Invitations>().Accept(id, "en inloggningsnyckel", default));
            return true;
        });
        Assert.All(await Letters(world), m => Assert.Null(m.Text));
    }

    [Fact]
    public async Task Without_a_mail_server_the_link_is_there_to_copy_and_nothing_waits()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(await world.Actor("Linda Ekroth"));
        var page = await Invite(world, browser);
        Assert.Contains("Ingen mejlserver är inställd, så inget brev skickas.", page, StringComparison.Ordinal);
        Assert.Equal(17 + 43, Link(page).Length);
        Assert.Empty(await Letters(world));
    }

    [Fact]
    public async Task A_line_break_in_a_name_or_address_is_refused()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world, "--Mail:Host", "127.0.0.1", "--Mail:Port", $"{Peer.FreePort()}", "--Mail:From", "samverk@bergslunda.example");
        var by = await world.Actor("Linda Ekroth");
        Task<string?> Said(string name, string mail) => site.Services.GetRequiredService<OneArea>().Do(by.Area,
            async s => (await s.GetRequiredService<Invitations>().InviteNew(new(name, mail, null, null), "http://127.0.0.1", by, default)).Refusal?.Code);
        Assert.Equal("name-odd", await Said("Yusuf\r\nBcc: alla@askvik.example", Address));
        Assert.Equal("mail-odd", await Said("Yusuf Brorson", Address + "\r\nBcc: alla@askvik.example"));
        Assert.Empty(await Letters(world));
    }

    static async Task<string> Invite(TestWorld world, HttpClient browser)
    {
        var home = await world.In(async s => (await s.GetRequiredService<AreaDirectory>().Organisations(default)).Single(o => o.Name == "Askviks kommun"));
        var answer = await TestSite.Post(browser, People, People, ("_handler", "bjudin"), ("namn", "Yusuf Brorson"), ("epost", Address), ("organisation", $"{home.Id}"));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    static string Link(string text) => text[text.IndexOf("/inbjudan?nyckel=", StringComparison.Ordinal)..][..(17 + 43)];

    static async Task<string> Shown(HttpClient browser, string page) => WebUtility.HtmlDecode(await browser.GetStringAsync(page));

    static Task<List<Message>> Letters(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == "invitation").OrderBy(m => m.CreatedAt).ToListAsync());

    // The outbox does it when it gets to it.
    static async Task<Message> Letter(TestWorld world, Func<Message, bool> isSo)
    {
        Message? letter = null;
        await Until.So(async () => (letter = (await Letters(world)).SingleOrDefault()) is not null && isSo(letter), () => "The letter never came there.");
        return letter!;
    }
}
