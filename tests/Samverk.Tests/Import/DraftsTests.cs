using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Import;
using Samverk.Import.Pages;
using Samverk.Organisations;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Import;

/// <summary>Who meets minutes that nobody has confirmed, and an original with personal data.</summary>
[Trait("database", "both")]
public sealed class DraftsTests(WorldOnce once)
{
    const string Mark = "Kvicksilverfrågan";

    const string Minutes = $"""
        Protokoll
        Chefsgruppen

        Tid: Fredag den 20 november 2026 kl. 9.00–12.00
        Plats: Teams

        Närvarande:
        Helena Wikmark	Region Bergslunda

        1. {Mark}
        Gruppen ställer sig bakom förslaget. Frågor till siv.akesson@gmail.com.
        """;

    [Fact]
    public async Task A_draft_is_met_by_its_body_s_secretary_and_administrators_alone()
    {
        await using var world = await once.Copy();
        var draft = await HandIn(world, null);
        await using var site = await TestSite.Over(world);
        var who = await Who.In(world);
        foreach (var (actor, sees) in new[] { (who.Reader, false), (who.OtherSecretary, false), (who.Secretary, true), (who.Administrator, true) })
        {
            using var browser = site.Browser(actor);
            await Meets(browser, actor, draft, sees);
        }
    }

    [Fact]
    public async Task A_draft_is_met_by_the_secretary_who_handed_it_over()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, who.OtherSecretary.Person);
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(who.OtherSecretary);
        await Meets(browser, who.OtherSecretary, draft, sees: true);
        // The file itself has personal data in it: that is for those who may confirm it.
        Assert.Equal(HttpStatusCode.Forbidden, await Status(browser, ImportPages.Original(draft.Document)));
    }

    [Fact]
    public async Task What_a_draft_is_read_as_decides_and_not_what_it_was_read_as()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, null);
        var elsewhere = who.OtherSecretary.SecretaryOf.First();
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var review = (await db.Set<Samverk.Import.Reading>().SingleAsync(r => r.Document == draft.Document)).Review;
            review.Body = elsewhere;
            Assert.Null(await s.GetRequiredService<Importing>().Save(draft.Document, review, 0, who.Administrator, default));
        });
        await using var site = await TestSite.Over(world);
        using var before = site.Browser(who.Secretary);
        using var now = site.Browser(who.OtherSecretary);
        await Meets(before, who.Secretary, draft, who.Secretary.SecretaryOf.Contains(elsewhere));
        await Meets(now, who.OtherSecretary, draft, sees: true);
    }

    [Fact]
    public async Task Who_does_not_see_a_draft_cannot_change_it()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, null);
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(who.OtherSecretary);
        using var answer = await TestSite.Post(browser, ImportPages.Start, ImportPages.Document(draft.Batch, draft.Document) + "/utkast", ("Version", "0"), ("Place", "Någon annanstans"));
        Assert.Contains("no-document", await answer.Content.ReadAsStringAsync());
        await world.In(async s => Assert.Equal(0, await s.GetRequiredService<SamverkDb>().Set<Document>().Where(d => d.Id == draft.Document).Select(d => d.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_waits_with_somebody_else_is_told_without_its_name()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, null);
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser(who.OtherSecretary);
        var page = await browser.GetStringAsync($"{ImportPages.Start}?finns={draft.Document:D}");
        Assert.Contains("väntar på granskning av någon annan", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain(FileName, page);
    }

    [Fact]
    public async Task Confirmed_minutes_are_read_by_all_but_an_original_with_personal_data_stays_with_those_who_may_confirm_it()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, null);
        await Confirm(world, who.Administrator, draft.Document);
        await using var site = await TestSite.Over(world);
        foreach (var (actor, mayFetch) in new[] { (who.Reader, false), (who.OtherSecretary, false), (who.Secretary, true), (who.Administrator, true) })
        {
            using var browser = site.Browser(actor);
            var text = WebUtility.HtmlDecode(await browser.GetStringAsync(ImportPages.Original(draft.Document) + "/text"));
            Assert.Contains(Mark, text);
            Assert.DoesNotContain("siv.akesson", text);
            Assert.Equal(mayFetch ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Status(browser, ImportPages.Original(draft.Document)));
        }
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(draft.Document, who.Administrator, default)));
        using var reader = site.Browser(who.Reader);
        Assert.Equal(HttpStatusCode.NotFound, await Status(reader, ImportPages.Original(draft.Document) + "/text"));
    }

    [Fact]
    public async Task The_original_of_a_body_that_came_with_its_minutes_stays_with_those_who_may_confirm_it()
    {
        await using var world = await once.Copy();
        var who = await Who.In(world);
        var draft = await HandIn(world, null);
        await Confirm(world, who.Administrator, draft.Document, review => (review.Body, review.NewBody, review.BodyName) = (null, true, "Nätverket för kvicksilver"));
        await using var site = await TestSite.Over(world);
        using var secretary = site.Browser(who.Secretary);
        using var administrator = site.Browser(who.Administrator);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(secretary, ImportPages.Original(draft.Document)));
        Assert.Equal(HttpStatusCode.OK, await Status(administrator, ImportPages.Original(draft.Document)));
    }

    static string FileName => "cg-kvicksilver.txt";

    // Lists, counts, addresses: all of them tell or none.
    static async Task Meets(HttpClient browser, Actor actor, (Guid Batch, Guid Document) draft, bool sees)
    {
        var found = sees ? HttpStatusCode.OK : HttpStatusCode.NotFound;
        Assert.Equal(found, await Status(browser, ImportPages.Original(draft.Document) + "/text"));
        if (!sees)
            Assert.Equal(HttpStatusCode.NotFound, await Status(browser, ImportPages.Original(draft.Document)));
        if (!actor.MayImport)
            return;
        Assert.Equal(found, await Status(browser, ImportPages.Batch(draft.Batch)));
        Assert.Equal(found, await Status(browser, ImportPages.Batch(draft.Batch) + "/bekrafta"));
        Assert.Equal(found, await Status(browser, ImportPages.Document(draft.Batch, draft.Document)));
        Assert.Equal(sees, (await browser.GetStringAsync(ImportPages.Start)).Contains(draft.Batch.ToString("D"), StringComparison.Ordinal));
    }

    static async Task<HttpStatusCode> Status(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        return answer.StatusCode;
    }

    static async Task<(Guid Batch, Guid Document)> HandIn(TestWorld world, Guid? by)
    {
        var (batch, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Kvicksilver", [new(FileName, Encoding.UTF8.GetBytes(Minutes))], by, default));
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        return (batch, received[0].Document);
    }

    static Task Confirm(TestWorld world, Actor administrator, Guid document, Action<Review>? change = null) => world.In(async s =>
    {
        var reading = await s.GetRequiredService<SamverkDb>().Set<Samverk.Import.Reading>().SingleAsync(r => r.Document == document);
        var review = reading.Review;
        foreach (var question in review.Questions)
            question.Answer ??= "ok";
        change?.Invoke(review);
        Assert.Null(await s.GetRequiredService<Importing>().Save(document, review, 0, administrator, default));
        Assert.Null(await s.GetRequiredService<Importing>().Confirm(document, administrator, default));
    });

    /// <summary>People of the World by what they are to Chefsgruppen.</summary>
    sealed record Who(Actor Reader, Actor Secretary, Actor OtherSecretary, Actor Administrator)
    {
        public static async Task<Who> In(TestWorld world)
        {
            var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "CG").Id;
            List<Actor> all = [];
            foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
                all.Add((await world.Actor(person.Id))!);
            return new(
                all.First(a => a is { HasPlace: true, MayImport: false }),
                all.First(a => !a.IsAdministrator && a.SecretaryOf.Contains(body)),
                all.First(a => !a.IsAdministrator && a.IsSecretary(null) && !a.SecretaryOf.Contains(body)),
                all.First(a => a.IsAdministrator));
        }
    }
}
