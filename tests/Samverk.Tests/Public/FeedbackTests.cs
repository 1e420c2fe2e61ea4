using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Public.Feedback;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

[Trait("database", "both")]
public sealed class FeedbackTests(WorldOnce once)
{
    const string Page = "/publikt/bergslunda/tillganglighet";
    static readonly (string Name, string Value) Handler = ("_handler", "synpunkt");

    [Theory]
    [InlineData("/tillganglighet")]
    [InlineData(Page)]
    public async Task What_somebody_writes_reaches_the_administrator_who_ends_it(string from)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        using var sent = await TestSite.Post(anybody, from, Page, Handler, ("text", "Menyn går inte att öppna med tangentbordet."), ("sida", "/publikt/bergslunda/moten"), ("post", "nagon@askvik.example"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("har kommit fram", await anybody.GetStringAsync(sent.Headers.Location!.ToString()), StringComparison.Ordinal);

        using var administrator = site.Browser(await Publications.Administrator(world));
        var html = WebUtility.HtmlDecode(await administrator.GetStringAsync("/administration/synpunkter"));
        Assert.Contains("Menyn går inte att öppna med tangentbordet.", html, StringComparison.Ordinal);
        Assert.Contains("Svara till nagon@askvik.example.", html, StringComparison.Ordinal);
        var id = (await Rows(world)).Single().Id;
        using var ended = await TestSite.Post(administrator, "/administration/synpunkter", "/administration/synpunkter", ("_handler", "avsluta"), ("synpunkt", $"{id:D}"));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.NotNull((await Rows(world)).Single().HandledAt);
    }

    [Theory]
    [InlineData("", "", "Texten saknas")]
    [InlineData("Jag heter 19121212-1212.", "", "personnummer")]
    [InlineData("Menyn syns inte.", "ingen adress", "E-postadressen ser inte ut")]
    public async Task What_can_not_be_kept_is_said_with_what_was_typed_kept_on_the_page(string text, string mail, string said)
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        using var answer = await TestSite.Post(anybody, Page, Page, Handler, ("text", text), ("post", mail));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.Empty(await Rows(world));
    }

    [Fact]
    public async Task Programs_that_fill_in_every_field_and_addresses_that_write_too_often_leave_nothing()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var anybody = site.Browser();
        using var trap = await TestSite.Post(anybody, Page, Page, Handler, ("text", "Köp här"), ("webbplats", "https://exempel.example"));
        Assert.Equal(HttpStatusCode.Redirect, trap.StatusCode);
        Assert.Empty(await Rows(world));
        var token = await TestSite.Token(anybody, Page);
        for (var i = 0; i < 5; i++)
            using (var sent = await TestSite.PostWith(anybody, token, Page, Handler, ("text", $"Synpunkt {i}")))
                Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var sixth = await TestSite.PostWith(anybody, token, Page, Handler, ("text", "Synpunkt 6"));
        Assert.Contains("Vänta tio minuter", WebUtility.HtmlDecode(await sixth.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(5, (await Rows(world)).Count);
    }

    static Task<List<AccessibilityFeedback>> Rows(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<AccessibilityFeedback>().ToListAsync());
}
