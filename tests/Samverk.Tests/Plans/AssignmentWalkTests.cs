using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Samverk.Meetings.Desk;
using Samverk.Organisations.ApiAccess;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;
using static Microsoft.Playwright.Assertions;

namespace Samverk.Tests.Plans;

/// <summary>An assignment from one meeting to the next, as people and programs meet it.</summary>
[Trait("database", "both")]
public sealed partial class AssignmentWalkTests(WorldOnce once, Chromium chromium)
{
    [Fact]
    public async Task From_the_mail_it_is_accepted_and_reported_on_a_phone_and_the_next_meeting_approves_it()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{server.Ready.GetProperty("port").GetInt32()}", "--Mail:From", "samverk@bergslunda.example"]);
        var held = await Held.Open(world, "Fast vårdkontakt");
        await held.Write("Fast vårdkontakt", new AssignmentNote("Ta fram en tidplan.", Held.Adjuster, null, new(2027, 1, 15)));
        var frozen = await held.Freeze();
        Assert.Null(await held.Approve(Held.Adjuster, frozen.Seal));
        await using (var chairAt = await chromium.As(await world.Actor(Held.Chair), site))
        {
            var chair = await chairAt.NewPageAsync();
            await chair.GotoAsync($"/protokoll/{held.Meeting}/justering");
            await chair.GetByLabel("Jag har läst protokollet och det stämmer").CheckAsync();
            await chair.GetByRole(AriaRole.Button, new() { NameString = "Justera protokollet" }).ClickAsync();
            await Expect(chair.GetByText("Alla har nu justerat")).ToBeVisibleAsync();
        }
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        // Those who adjust have got letters too.
        var mail = await ArrivedMail.Next(server);
        while (!mail.Text.Contains("/uppdrag/", StringComparison.Ordinal))
            mail = await ArrivedMail.Next(server);
        Assert.Equal("Du har fått ett uppdrag: Ta fram en tidplan.", mail.Subject);
        Assert.Contains("Redovisas senast: 15 januari 2027", mail.Text, StringComparison.Ordinal);
        var link = new Uri(Link().Match(mail.Text).Value);
        Assert.Equal(new Uri(site.Address).Authority, link.Authority);

        // The link carries no authority: whoever follows it signs in, and comes back to the assignment.
        using (var nobody = site.Browser())
        {
            var answer = await nobody.GetAsync(link);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Contains(Uri.EscapeDataString(link.AbsolutePath), answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
        await using var ownerAt = await chromium.As(await world.Actor(Held.Adjuster), site, 375);
        var phone = await ownerAt.NewPageAsync();
        await phone.GotoAsync(link.AbsolutePath);
        await phone.GetByRole(AriaRole.Button, new() { NameString = "Ta emot" }).ClickAsync();
        await Expect(phone.GetByText("Du har tagit emot uppdraget.")).ToBeVisibleAsync();
        await Passes(phone);
        await phone.GotoAsync("/mina");
        await Passes(phone);
        await phone.GetByRole(AriaRole.Link, new() { NameString = "Ta fram en tidplan." }).ClickAsync();
        await phone.GetByLabel("Vad är gjort?").FillAsync("Tidplanen är klar.");
        await phone.GetByRole(AriaRole.Button, new() { NameString = "Redovisa" }).ClickAsync();
        await Expect(phone.GetByText("Organet tar upp det vid nästa möte.")).ToBeVisibleAsync();

        var next = await AssignmentTests.NextMeeting(world);
        Assert.Null(await held.Agenda(a => a.Begin(next.Meeting, held.By, default)));
        await AssignmentTests.Approve(world, next, "Redovisning: Ta fram en tidplan.");
        // Two months later they sign in anew.
        await using var laterAt = await chromium.As(await world.Actor(Held.Adjuster), site, 375);
        phone = await laterAt.NewPageAsync();
        await phone.GotoAsync(link.AbsolutePath);
        await Expect(phone.Locator(".badge").First).ToHaveTextAsync("Godkänt");
        await Passes(phone);
        await phone.GotoAsync($"/moten/{next.Meeting}");
        await Expect(phone.GetByText("Tidplanen är klar.")).ToBeVisibleAsync();
        await Passes(phone);
    }

    [Fact]
    public async Task A_program_asks_what_its_person_owes_and_acts_on_it_with_a_token_that_says_so()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (held, id) = await AssignmentTests.Given(world, Held.Adjuster);
        var owner = await world.Actor(Held.Adjuster);
        using var reading = await site.Program(owner, TokenScope.Read);
        using var acting = await site.Program(owner, TokenScope.ReadAndRegister);
        using var secretary = await site.Program(held.By, TokenScope.ReadAndRegister);
        var mine = await reading.GetFromJsonAsync<JsonElement>("/api/v1/assignments?owner=me&open=true&limit=200");
        Assert.Contains(mine.GetProperty("items").EnumerateArray(), a => a.GetProperty("id").GetGuid() == id && a.GetProperty("state").GetString() == "given");
        Assert.DoesNotContain((await secretary.GetFromJsonAsync<JsonElement>("/api/v1/assignments?owner=me&limit=200")).GetProperty("items").EnumerateArray(), a => a.GetProperty("id").GetGuid() == id);
        Assert.Equal(HttpStatusCode.Forbidden, (await reading.PostAsync($"/api/v1/assignments/{id}/acceptance", null)).StatusCode);
        Assert.Equal("accepted", await State(await acting.PostAsync($"/api/v1/assignments/{id}/acceptance", null)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await acting.PostAsync($"/api/v1/assignments/{id}/acceptance", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await acting.PostAsJsonAsync($"/api/v1/assignments/{id}/report", new { text = "" })).StatusCode);
        Assert.Equal("reported", await State(await acting.PostAsJsonAsync($"/api/v1/assignments/{id}/report", new { text = "Klart." })));
        Assert.Equal(HttpStatusCode.Forbidden, (await acting.PostAsync($"/api/v1/assignments/{id}/approval", null)).StatusCode);
        Assert.Equal("forwarded", await State(await secretary.PostAsJsonAsync($"/api/v1/assignments/{id}/forwarding", new { to = Held.Adjuster, text = "Lite till." })));
        Assert.Equal("withdrawn", await State(await secretary.PostAsJsonAsync($"/api/v1/assignments/{id}/withdrawal", new { reason = "Löst ändå." })));
        var whole = await reading.GetFromJsonAsync<JsonElement>($"/api/v1/assignments/{id}");
        Assert.Equal(["given", "accepted", "reported", "forwarded", "withdrawn"], whole.GetProperty("acts").EnumerateArray().Select(a => a.GetProperty("state").GetString()));

        static async Task<string?> State(HttpResponseMessage answer)
        {
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, said);
            return JsonDocument.Parse(said).RootElement.GetProperty("state").GetString();
        }
    }

    static async Task Passes(IPage page)
    {
        Assert.Empty(await Axe.Faults(page));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, $"{page.Url} is too wide");
    }

    [GeneratedRegex("http://[^ \n]+/uppdrag/[0-9a-f-]{36}", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
