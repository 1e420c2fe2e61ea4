using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Dispatching;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Meetings.Desk;

namespace Samverk.Tests.Meetings.Dispatching;

/// <summary>Adjusted minutes on their way to the principals, from the secretary's confirm to the registrar's case number.</summary>
[Trait("database", "both")]
public sealed class DispatchTests(WorldOnce once)
{
    [Fact]
    public async Task Each_mailbox_gets_the_sealed_file_once_and_the_account_says_what_became_of_it()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(server.Ready.GetProperty("port").GetInt32()));
        var desk = (await Desk(site, held))!;
        var to = desk.Receivers.Where(r => r.Mail is not null).Take(3).ToList();
        Assert.Null(await Send(site, held, to));
        Assert.Equal("already-dispatched", (await Send(site, held, to))?.Code);
        List<ArrivedMail> mails = [await ArrivedMail.Next(server), await ArrivedMail.Next(server), await ArrivedMail.Next(server)];
        Assert.Equal(to.Select(r => r.Mail).Order(), mails.Select(m => (string?)m.To).Order());
        var sealedPdf = await In(site, held.By, s => s.GetRequiredService<AdjustingLists>().Pdf(held.Meeting, held.By, default));
        var sent = await Followed(site, held, d => d.Row.State == DispatchState.Sent);
        Assert.All(mails, mail =>
        {
            var dispatch = sent.Single(d => d.Address == mail.To).Row;
            Assert.Equal(sealedPdf, mail.Part("application/pdf")!.Bytes);
            Assert.Contains($"Expedieringens nummer: {dispatch.Number}", mail.Text, StringComparison.Ordinal);
            Assert.Contains($"http://test/expedieringar/{dispatch.Id}", mail.Text, StringComparison.Ordinal);
        });
        Assert.Matches("^NV 2026-11-24:[1-3]$", sent[0].Row.Number);
        Assert.Equal([DispatchActKind.Queued, DispatchActKind.Sent], sent[0].Acts.Select(a => a.Kind));
    }

    [Fact]
    public async Task A_mail_server_that_is_down_is_shown_and_what_is_sent_again_arrives_once()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        var port = Peer.FreePort();
        await using var site = await TestSite.Over(world, Settings(port));
        var to = (await Desk(site, held))!.Receivers.First(r => r.Mail is not null);
        Assert.Null(await Send(site, held, [to]));
        var failed = Assert.Single(await Followed(site, held, d => d.Row.State == DispatchState.Failed));
        Assert.Equal("Mejlservern gick inte att nå.", failed.Row.Problem);
        await using var server = await Peer.Start("smtp.mjs", $"{port}");
        Assert.Null(await In(site, held.By, s => s.GetRequiredService<MinutesDispatcher>().SendAgain(failed.Row.Id, "http://test", held.By, default)));
        Assert.Equal(to.Mail, (await ArrivedMail.Next(server)).To);
        var sent = Assert.Single(await Followed(site, held, d => d.Row.State == DispatchState.Sent));
        Assert.Null(sent.Row.Problem);
        Assert.Equal([DispatchActKind.Queued, DispatchActKind.Failed, DispatchActKind.SentAgain, DispatchActKind.Sent], sent.Acts.Select(a => a.Kind));
        // The letter that never left was taken back.
        Assert.Equal(1, await world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().CountAsync(m => m.About == failed.Row.Id && m.SentAt != null)));
    }

    [Fact]
    public async Task Only_the_receivers_own_registrar_registers_it_and_the_sender_sees_the_case_number()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        await using var site = await TestSite.Over(world);
        var (registrar, organisation) = await Registrar(world, "Askvik");
        Assert.Null(await Send(site, held, [.. (await Desk(site, held))!.Receivers.Where(r => r.Organisation == organisation)]));
        var dispatch = Assert.Single((await Desk(site, held))!.Sent).Row.Id;
        var (other, _) = await Registrar(world, "Tallmora");
        Task<string?> Register(Actor actor, string number) => In(site, actor, async s => (await s.GetRequiredService<MinutesDispatcher>().Register(dispatch, number, actor, default))?.Code);
        Assert.Equal("may-not-register", await Register(held.By, "KS 2026/1"));
        Assert.Equal("may-not-register", await Register(other, "KS 2026/1"));
        Assert.Equal("case-number-missing", await Register(registrar, "  "));
        Assert.Contains(dispatch, await Sent(world, site, dispatch, registrar));
        Assert.Null(await Register(registrar, "KS 2026/00417"));
        Assert.DoesNotContain(await In(site, registrar, s => s.GetRequiredService<DispatchLists>().WaitingFor(registrar, default)), r => r.Id == dispatch);
        var seen = Assert.Single((await Desk(site, held))!.Sent);
        Assert.Equal((DispatchState.Registered, "KS 2026/00417"), (seen.Row.State, seen.Row.TheirCaseNumber));
        Assert.Equal("already-received", await In(site, held.By, async s => (await s.GetRequiredService<MinutesDispatcher>().SendAgain(dispatch, "http://test", held.By, default))?.Code));
        // Mistyped, it is written anew; both are in the history.
        Assert.Null(await Register(registrar, "KS 2026/00471"));
        Assert.Equal(2, await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync(h => h.Subject == held.Meeting && h.Kind == nameof(DispatchRegistered))));
    }

    [Fact]
    public async Task What_is_restricted_never_leaves_and_what_is_not_adjusted_is_not_sent()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Ett enskilt ärende", ItemKind.Decision, null, null, null, new("25 kap. 1 § OSL", "Uppgifter om en enskild")), null, held.By, default)));
        await held.Write("Ett enskilt ärende", new DecisionNote(DecisionOutcome.Decision, "hemligheten beslutas."));
        await held.Write("Läget i kommunerna", new TextNote("Tolv kommuner redovisar."));
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(server.Ready.GetProperty("port").GetInt32()));
        var to = (await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default))).Where(o => o.IsPrincipal).Take(1).Select(o => new DispatchReceiver(o.Id, o.Name, null, true)).ToList();
        Assert.Equal("not-adjusted", (await Send(site, held, to))?.Code);
        await held.Seal();
        Assert.True((await Desk(site, held))!.IsExtract);
        Assert.Null(await Send(site, held, to));
        var mail = await ArrivedMail.Next(server);
        var text = await PdfText.Of(mail.Part("application/pdf")!.Bytes);
        Assert.Contains("Tolv kommuner redovisar.", text, StringComparison.Ordinal);
        Assert.Contains("utdrag", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hemligheten", text, StringComparison.Ordinal);
        Assert.DoesNotContain("enskilt", text + mail.Text, StringComparison.Ordinal);
        using var outsider = site.Browser(await world.Actor("Leila Mansour"));
        var restricted = (await held.Items()).Single(i => i.Title == "Ett enskilt ärende").Number;
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/protokoll/{held.Meeting}/utdrag/{restricted}.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await outsider.GetAsync($"/expedieringar/{(await Desk(site, held))!.Sent[0].Row.Id}/handling.pdf")).StatusCode);
    }

    [Fact]
    public async Task An_extract_of_one_item_says_what_it_is_of_who_adjusted_and_the_seal()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        await using var site = await TestSite.Over(world);
        using var reader = site.Browser(await world.Actor("Leila Mansour"));
        var number = (await held.Items()).Single(i => i.Title == "Fast vårdkontakt").Number;
        var text = await PdfText.Of(await reader.GetByteArrayAsync($"/protokoll/{held.Meeting}/utdrag/{number}.pdf"));
        Assert.Contains($"Protokollsutdrag § {number}", text, StringComparison.Ordinal);
        Assert.Contains("ställer sig bakom arbetssättet", text, StringComparison.Ordinal);
        Assert.Contains(Held.Chair, text, StringComparison.Ordinal);
        var seal = (await In(site, held.By, s => s.GetRequiredService<AdjustingLists>().Adjusted(held.Meeting, held.By, default)))!.Seal;
        Assert.Contains(seal[..8].ToUpperInvariant(), text, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await reader.GetByteArrayAsync($"/protokoll/{held.Meeting}/protokoll.docx"))[..2]);
    }

    [Fact]
    public async Task A_program_registers_with_a_token_that_may_and_is_told_no_otherwise()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        await using var site = await TestSite.Over(world);
        var (registrar, organisation) = await Registrar(world, "Askvik");
        Assert.Null(await Send(site, held, [.. (await Desk(site, held))!.Receivers.Where(r => r.Organisation == organisation)]));
        var address = $"/api/v1/dispatches/{(await Desk(site, held))!.Sent[0].Row.Id}/registration";
        using var program = await site.Program(registrar, TokenScope.ReadAndRegister);
        using var reading = await site.Program(registrar, TokenScope.Read);
        using var others = await site.Program((await Registrar(world, "Tallmora")).Actor, TokenScope.ReadAndRegister);
        Assert.Equal(HttpStatusCode.Forbidden, (await reading.PostAsJsonAsync(address, new { caseNumber = "KS 1" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await others.PostAsJsonAsync(address, new { caseNumber = "KS 1" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsJsonAsync(address, new { nummer = 1 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await program.PostAsJsonAsync(address, new { caseNumber = " " })).StatusCode);
        var answer = await program.PostAsJsonAsync(address, new { caseNumber = "KS 2026/99" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(("registered", "KS 2026/99"), ((string?)said["state"], (string?)said["receiverCaseNumber"]));
    }

    [Fact]
    public async Task By_SDK_it_is_handed_over_once_followed_and_received_by_its_receipt()
    {
        await using var world = await once.Copy();
        var held = await Adjusted(world);
        var (_, organisation) = await Registrar(world, "Askvik");
        var code = (await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default))).Single(o => o.Id == organisation).Code!;
        await using var service = await MessageService.Start();
        await using var site = await TestSite.Over(world, service.Settings(code));
        service.Refusal = "Input isn't valid";
        var to = (await Desk(site, held))!.Receivers.Single(r => r.Organisation == organisation);
        Assert.Equal("sdk:registrator:0203:askvik.example", to.Mail);
        Assert.Null(await Send(site, held, [to]));
        Assert.Equal("Meddelandetjänsten tog inte emot meddelandet: Input isn't valid", Assert.Single(await Followed(site, held, d => d.Row.State == DispatchState.Failed)).Row.Problem);
        service.Refusal = null;
        await Later(world, site, hours: 2);
        var message = Assert.Single(service.Messages).Value;
        Assert.Equal(("0203:askvik.example", "1"), ((string?)message["recipient"], (string?)message["digitalDocument"]![0]!["index"]));
        Assert.Equal("%PDF-"u8.ToArray(), Convert.FromBase64String((string)message["digitalDocument"]![1]!["contentFiles"]![0]!["content"]!)[..5]);
        service.Status = "WAITING_FOR_RECEIPT";
        await Later(world, site, hours: 2);
        Assert.Equal((DispatchWay.Sdk, DispatchState.Sent), Assert.Single((await Desk(site, held))!.Sent) is var sent ? (sent.Row.Way, sent.Row.State) : default);
        service.Status = "ACCEPTED";
        await Later(world, site, hours: 2);
        Assert.Equal((DispatchState.Received, 1), (Assert.Single((await Desk(site, held))!.Sent).Row.State, service.Handed));
    }

    static async Task<Held> Adjusted(TestWorld world)
    {
        var held = await Held.Open(world, "Fast vårdkontakt");
        await held.Write("Fast vårdkontakt", new DecisionNote(DecisionOutcome.Endorsement, "ställer sig bakom arbetssättet."));
        await held.Seal();
        return held;
    }

    static Task<DispatchDesk?> Desk(TestSite site, Held held) => In(site, held.By, s => s.GetRequiredService<DispatchLists>().Desk(held.Meeting, held.By, default));

    static Task<Refusal?> Send(TestSite site, Held held, List<DispatchReceiver> to) =>
        In(site, held.By, s => s.GetRequiredService<MinutesDispatcher>().Send(held.Meeting, [.. to.Select(r => r.Organisation)], "http://test", held.By, default));

    /// <summary>Does what is due until the account says so; the clock of the letters stands still, so a little is let pass each time.</summary>
    static async Task<IReadOnlyList<DispatchView>> Followed(TestSite site, Held held, Func<DispatchView, bool> all)
    {
        var clock = (StandingClock)site.Services.GetRequiredService<TimeProvider>();
        IReadOnlyList<DispatchView> sent = [];
        await Until.So(async () =>
        {
            clock.At += TimeSpan.FromSeconds(2);
            await site.Services.GetRequiredService<Outbox>().DoAll(default);
            sent = (await Desk(site, held))!.Sent;
            return sent.Count > 0 && sent.All(all);
        }, () => string.Join("; ", sent));
        return sent;
    }

    static async Task<List<Guid>> Sent(TestWorld world, TestSite site, Guid dispatch, Actor registrar)
    {
        await In(site, registrar, s => s.GetRequiredService<Work>().Must(async () => (await s.GetRequiredService<SamverkDb>().Set<Dispatch>().AsTracking().SingleAsync(d => d.Id == dispatch)).Leave(world.Clock.At)));
        return [.. (await In(site, registrar, s => s.GetRequiredService<DispatchLists>().WaitingFor(registrar, default))).Select(r => r.Id)];
    }

    static async Task Later(TestWorld world, TestSite site, int hours)
    {
        world.Clock.At += TimeSpan.FromHours(hours);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
    }

    static async Task<(Actor Actor, Guid Organisation)> Registrar(TestWorld world, string municipality)
    {
        var function = (await world.In(s => s.GetRequiredService<PlaceLists>().ReachedFunctions(new(2026, 11, 24), default))).First(f => f.Kind == FunctionKind.Registrar && f.OrganisationName!.StartsWith(municipality, StringComparison.Ordinal));
        return ((await world.Actor(function.Person))!, function.Organisation!.Value);
    }

    static string[] Settings(int port) => ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{port}", "--Mail:From", "samverk@bergslunda.example"];

    static Task<T> In<T>(TestSite site, Actor actor, Func<IServiceProvider, Task<T>> act) => site.Services.GetRequiredService<OneArea>().Do(actor.Area, act);

    static Task<bool> In(TestSite site, Actor actor, Func<IServiceProvider, Task> act) => site.Services.GetRequiredService<OneArea>().Do(actor.Area, async s => { await act(s); return true; });
}
