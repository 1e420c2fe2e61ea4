using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Calendar;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Notices;
using Samverk.Organisations;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;
using Samverk.Tests.Public;

namespace Samverk.Tests.Meetings;

/// <summary>Notices as they leave by a real mail server, and what becomes of them.</summary>
[Trait("database", "both")]
public sealed class NoticeTests(WorldOnce once)
{
    [Fact]
    public async Task A_draft_mails_nobody_and_the_notice_mails_each_once_with_all_that_they_need()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(Port(server)));
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        await In(site, secretary, s => s.GetRequiredService<AgendaKeeper>().Begin(meeting, secretary, default));
        await In(site, secretary, s => s.GetRequiredService<AgendaKeeper>().AddItem(meeting, new("Ett ärende om en patient", ItemKind.Decision, null, 10, null, new("25 kap. 1 § OSL", "Uppgift om hälsa")), null, secretary, default));
        Assert.Null(await Move(site, secretary, meeting, t => t with { Place = "Rådhuset, Askvik" }));
        Assert.Empty(await Letters(world));
        Assert.Null(await Send(site, secretary, meeting, [("Zoë Gäst", "zoe@lund.example")]));
        var letters = await Letters(world);
        var recipients = await Recipients(world, meeting);
        Assert.Equal(recipients.Count(r => r.Mail is not null), letters.Count);
        var mails = await Arrived(server, letters.Count);
        Assert.Equal(mails.Count, mails.Select(m => m.To).Distinct().Count());
        Assert.All(mails, mail =>
        {
            Assert.Equal("Kallelse: Samverkansrådet för hälsa, social välfärd och vård 11 december 2026 kl. 9.30", mail.Subject);
            Assert.Contains("Dag: Fredag 11 december 2026\nTid: 9.30–15.00\nPlats: Rådhuset, Askvik", mail.Text, StringComparison.Ordinal);
            Assert.Contains(". Sekretess\n", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("patient", mail.Text, StringComparison.Ordinal);
            Assert.Equal("%PDF-"u8, mail.Part("application/pdf")!.Bytes.AsSpan(0, 5));
        });
        var members = recipients.Where(r => r is { Kind: RecipientKind.Member or RecipientKind.Guest, Mail: not null }).Select(r => r.Mail).ToHashSet();
        Assert.True(members.SetEquals(mails.Where(m => m.Part("text/calendar") is not null).Select(m => m.To)));
        var one = mails.First(m => m.To == recipients.First(r => r.Kind == RecipientKind.Member).Mail);
        Assert.Contains("method=REQUEST", one.Part("text/calendar")!.Type, StringComparison.Ordinal);
        var read = await Event(one);
        Assert.Equal(($"{meeting:D}@samverk", 1, "2026-12-11T08:30:00.000Z", "CONFIRMED"), (read.GetProperty("uid").GetString(), read.GetProperty("sequence").GetInt32(), read.GetProperty("start").GetString(), read.GetProperty("status").GetString()));
        Assert.Contains($"/moten/{meeting:D}/svar", one.Text, StringComparison.Ordinal);
        Assert.Contains(recipients, r => r is { Kind: RecipientKind.Official, Mail: "kommunen@askvik.example" });
        Assert.Equal(MeetingState.Called, (await world.In(s => s.GetRequiredService<MeetingsLists>().OnItsPage(meeting, default)))!.State);
        var shown = (await In(site, secretary, s => s.GetRequiredService<NoticeLists>().Sent(meeting, secretary, default)))!;
        Assert.All(shown.Recipients.Where(r => r.HasMail), r => Assert.NotNull(r.Letter?.SentAt));
        Assert.Empty(shown.Difference);
    }

    [Fact]
    public async Task A_deputy_is_called_when_a_member_can_not_come_and_stands_down_when_they_can()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(Port(server)));
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        Assert.Null(await Send(site, secretary, meeting, []));
        await Arrived(server, (await Letters(world)).Count);
        var seats = await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(Body(world, meeting), new(2026, 12, 11), default));
        var seat = seats.First(s => s.Holders.Any(h => h.Role == MembershipRole.Member) && s.Holders.Any(h => h.Role == MembershipRole.Deputy));
        var (member, deputy) = (seat.Holders.First(h => h.Role == MembershipRole.Member), seat.Holders.First(h => h.Role == MembershipRole.Deputy));
        var actor = (await world.Actor(member.Person))!;
        Assert.Equal("answer-not-chosen", await Answer(site, actor, meeting, null));
        Assert.Null(await Answer(site, actor, meeting, NoticeAnswer.Cannot));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var called = await ArrivedMail.Next(server);
        Assert.Equal(await Mail(world, deputy.Person), called.To);
        Assert.StartsWith("Du tjänstgör:", called.Subject, StringComparison.Ordinal);
        Assert.Contains($"{member.Name} kan inte komma", called.Text, StringComparison.Ordinal);
        var asked = await Event(called);
        Assert.Equal((await Recipients(world, meeting)).Single(r => r.Person == deputy.Person).ServesFor, member.Person);
        Assert.Null(await Answer(site, (await world.Actor(deputy.Person))!, meeting, NoticeAnswer.Remote));
        var shown = (await In(site, secretary, s => s.GetRequiredService<NoticeLists>().Sent(meeting, secretary, default)))!;
        Assert.Equal((1, false), (shown.Quorum.Present, shown.Quorum.IsEnough));
        Assert.Null(await Answer(site, actor, meeting, NoticeAnswer.Comes));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var stoodDown = await ArrivedMail.Next(server);
        Assert.Equal(called.To, stoodDown.To);
        var off = await Event(stoodDown);
        Assert.Equal((asked.GetProperty("uid").GetString(), "CANCELLED"), (off.GetProperty("uid").GetString(), off.GetProperty("status").GetString()));
        Assert.True(off.GetProperty("sequence").GetInt32() > asked.GetProperty("sequence").GetInt32());
        Assert.Equal("not-called", await Answer(site, await world.Administrator(), meeting, NoticeAnswer.Comes));
    }

    [Fact]
    public async Task Changes_are_told_once_when_the_meeting_has_stood_still_and_what_is_off_is_off_in_every_calendar()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(Port(server)));
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        Assert.Null(await Send(site, secretary, meeting, []));
        var sent = await Arrived(server, (await Letters(world)).Count);
        Assert.Null(await Move(site, secretary, meeting, t => t with { Start = new(10, 0) }));
        await Later(world, site, seconds: 40);
        Assert.Null(await Move(site, secretary, meeting, t => t with { Start = new(13, 0) }));
        await Later(world, site, seconds: 40);
        Assert.Equal(sent.Count, (await Letters(world)).Count);
        await Later(world, site, seconds: 30);
        var moved = await Arrived(server, sent.Count);
        Assert.All(moved, m => Assert.StartsWith("Ändrat:", m.Subject, StringComparison.Ordinal));
        var read = await Event(moved.First(m => m.Part("text/calendar") is not null));
        Assert.Equal(("2026-12-11T12:00:00.000Z", 2), (read.GetProperty("start").GetString(), read.GetProperty("sequence").GetInt32()));
        // Moved and moved back: nothing has changed for anybody.
        Assert.Null(await Move(site, secretary, meeting, t => t with { Place = "På distans" }));
        Assert.Null(await Move(site, secretary, meeting, t => t with { Place = "Regionhuset Stenvalla" }));
        await Later(world, site, seconds: 90);
        Assert.Equal(2 * sent.Count, (await Letters(world)).Count);
        Assert.Null((await In(site, secretary, s => s.GetRequiredService<Planner>().Cancel(meeting, "För få ärenden", secretary, default)))?.Code);
        await Later(world, site, seconds: 90);
        var off = await Arrived(server, sent.Count);
        Assert.All(off, m => Assert.Contains("är inställt. Skäl: För få ärenden", m.Text, StringComparison.Ordinal));
        Assert.Equal(sent.Where(m => m.Part("text/calendar") is not null).Select(m => m.To).Order(), off.Where(m => m.Part("text/calendar") is not null).Select(m => m.To).Order());
        var last = off.First(m => m.Part("text/calendar") is not null);
        Assert.Contains("method=CANCEL", last.Part("text/calendar")!.Type, StringComparison.Ordinal);
        var gone = await Event(last);
        Assert.Equal((read.GetProperty("uid").GetString(), "CANCELLED"), (gone.GetProperty("uid").GetString(), gone.GetProperty("status").GetString()));
        Assert.True(gone.GetProperty("sequence").GetInt32() > read.GetProperty("sequence").GetInt32());
    }

    [Fact]
    public async Task A_mail_server_that_is_down_delays_and_shows_and_nothing_is_called_off_before_it_was_asked()
    {
        await using var world = await once.Copy();
        var port = Peer.FreePort();
        await using var site = await TestSite.Over(world, Settings(port));
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        Assert.Null(await Send(site, secretary, meeting, []));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        var shown = (await In(site, secretary, s => s.GetRequiredService<NoticeLists>().Sent(meeting, secretary, default)))!;
        Assert.All(shown.Recipients.Where(r => r.HasMail), r => Assert.True(r.Letter is { IsWaiting: true, Problem: "Mejlservern gick inte att nå.", NextTry: not null }));
        Assert.Null((await In(site, secretary, s => s.GetRequiredService<Planner>().Cancel(meeting, "För få ärenden", secretary, default)))?.Code);
        await Later(world, site, seconds: 90);
        await using var server = await Peer.Start("smtp.mjs", $"{port}");
        for (var hours = 0; hours < 6; hours++)
            await Later(world, site, seconds: 3600);
        var letters = await Letters(world);
        Assert.All(letters, l => Assert.NotNull(l.SentAt));
        var mails = await Arrived(server, letters.Count);
        foreach (var of in mails.GroupBy(m => m.To).Where(g => g.Any(m => m.Part("text/calendar") is not null)))
            Assert.Equal(["REQUEST", "CANCEL"], of.Select(m => m.Part("text/calendar")!.Type.Contains("CANCEL", StringComparison.Ordinal) ? "CANCEL" : "REQUEST"));
    }

    [Fact]
    public async Task Those_who_have_not_answered_are_reminded_once_and_the_changed_agenda_is_sent_with_what_differs()
    {
        await using var world = await once.Copy();
        await using var server = await Peer.Start("smtp.mjs");
        await using var site = await TestSite.Over(world, Settings(Port(server)));
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        await In(site, secretary, s => s.GetRequiredService<AgendaKeeper>().Begin(meeting, secretary, default));
        Assert.Null(await Send(site, secretary, meeting, []));
        var count = (await Letters(world)).Count;
        await Arrived(server, count);
        await In(site, secretary, s => s.GetRequiredService<AgendaKeeper>().AddItem(meeting, new("Ett sent ärende", ItemKind.Discussion, null, 10, null), null, secretary, default));
        var shown = (await In(site, secretary, s => s.GetRequiredService<NoticeLists>().Sent(meeting, secretary, default)))!;
        Assert.EndsWith(": Ett sent ärende.", Assert.Single(shown.Difference), StringComparison.Ordinal);
        Assert.Null(await Send(site, secretary, meeting, []));
        Assert.All(await Arrived(server, count), m => Assert.StartsWith("Ändrad dagordning:", m.Subject, StringComparison.Ordinal));
        Assert.Equal(2, (await In(site, secretary, s => s.GetRequiredService<NoticeLists>().Sent(meeting, secretary, default)))!.Version);
        var answered = (await Recipients(world, meeting)).First(r => r.Kind == RecipientKind.Member);
        Assert.Null(await Answer(site, (await world.Actor(answered.Person!.Value))!, meeting, NoticeAnswer.Comes));
        world.Clock.At = new(2026, 12, 8, 6, 59, 0, TimeSpan.Zero);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        Assert.Equal(2 * count, (await Letters(world)).Count);
        await Later(world, site, seconds: 120);
        await Later(world, site, seconds: 86_400);
        var asked = (await Recipients(world, meeting)).Where(r => r is { IsAsked: true, Person: not null, Mail: not null } && r.Person != answered.Person).Select(r => r.Mail).Order();
        var reminded = await Arrived(server, asked.Count(), m => m.Subject.Contains("Samverkansrådet", StringComparison.Ordinal));
        Assert.Equal(asked, reminded.Select(m => m.To).Order());
        Assert.All(reminded, m => Assert.StartsWith("Påminnelse:", m.Subject, StringComparison.Ordinal));
        Assert.Equal((2 * count) + reminded.Count, (await Letters(world)).Count);
    }

    [Fact]
    public async Task On_the_day_everybody_is_expected_as_they_answered()
    {
        await using var world = await once.Copy();
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        Assert.Null((await world.In(s => s.GetRequiredService<NoticeSender>().Send(meeting, new(null, 0, [("Zoë Gäst", "zoe@lund.example")], "http://samverk"), secretary, default)))?.Code);
        var seats = await world.In(s => s.GetRequiredService<OrganisationsLists>().Seats(Body(world, meeting), new(2026, 12, 11), default));
        var seat = seats.First(s => s.Holders.Any(h => h.Role == MembershipRole.Member) && s.Holders.Any(h => h.Role == MembershipRole.Deputy));
        var (member, deputy) = (seat.Holders.First(h => h.Role == MembershipRole.Member).Person, seat.Holders.First(h => h.Role == MembershipRole.Deputy).Person);
        var recipient = (await Recipients(world, meeting)).Single(r => r.Person == member).Id;
        Assert.Null((await world.In(s => s.GetRequiredService<NoticeAnswers>().AnswerFor(meeting, recipient, NoticeAnswer.Cannot, "Ringde.", secretary, default)))?.Code);
        await world.In(s => s.GetRequiredService<NoticeSender>().CatchUp(meeting, default));
        Assert.Null((await world.In(s => s.GetRequiredService<AgendaKeeper>().Begin(meeting, secretary, default)))?.Code);
        Assert.Null((await world.In(s => s.GetRequiredService<MinuteDesk>().Open(meeting, secretary, default)))?.Code);
        var expected = await world.In(s => s.GetRequiredService<DeskLists>().Participants(meeting, default));
        Assert.True(expected.Single(p => p.Person == member).HasDeclined);
        Assert.Equal(expected.Single(p => p.Person == member).Id, expected.Single(p => p.Person == deputy).ServesFor);
        Assert.Contains(expected, p => p is { Person: null, Name: "Zoë Gäst", Role: AttendanceRole.Guest });
        Assert.Equal("answer-late", (await world.In(s => s.GetRequiredService<NoticeAnswers>().AnswerFor(meeting, recipient, NoticeAnswer.Comes, null, secretary, default)))?.Code);
    }

    [Fact]
    public async Task Who_may_not_prepare_the_meeting_sends_nothing_and_what_can_not_be_sent_is_refused()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var (secretary, meeting) = (await world.Actor("Maria Sandelin"), await Council(world));
        Assert.Equal("may-not-plan", await Send(site, await world.Actor("Nadja Forsell"), meeting, []));
        Assert.Equal("mail-odd", await Send(site, secretary, meeting, [("Zoë Gäst", "zoe")]));
        Assert.Equal("name-missing", await Send(site, secretary, meeting, [("", "zoe@lund.example")]));
        Assert.Equal("remind-odd", (await In(site, secretary, s => s.GetRequiredService<NoticeSender>().Send(meeting, new(null, 31, [], "http://samverk"), secretary, default)))?.Code);
        Assert.Null((await In(site, secretary, s => s.GetRequiredService<Planner>().Cancel(meeting, "Inga ärenden", secretary, default)))?.Code);
        Assert.Equal("not-before", await Send(site, secretary, meeting, []));
        Assert.Empty(await Letters(world));
    }

    static string[] Settings(int port) => ["--Mail:Host", "127.0.0.1", "--Mail:Port", $"{port}", "--Mail:From", "samverk@bergslunda.example"];

    static int Port(Peer server) => server.Ready.GetProperty("port").GetInt32();

    static Task<T> In<T>(TestSite site, Actor actor, Func<IServiceProvider, Task<T>> act) => site.Services.GetRequiredService<OneArea>().Do(actor.Area, act);

    static async Task<string?> Send(TestSite site, Actor by, Guid meeting, IReadOnlyList<(string, string)> guests) =>
        (await In(site, by, s => s.GetRequiredService<NoticeSender>().Send(meeting, new("Välkomna.", 3, guests, "https://samverk.bergslunda.example"), by, default)))?.Code;

    static async Task<string?> Answer(TestSite site, Actor by, Guid meeting, NoticeAnswer? answer) => (await In(site, by, s => s.GetRequiredService<NoticeAnswers>().Answer(meeting, answer, null, by, default)))?.Code;

    static async Task<string?> Move(TestSite site, Actor by, Guid meeting, Func<MeetingTime, MeetingTime> to) => (await In(site, by, async s =>
    {
        var time = (await s.GetRequiredService<SamverkDb>().Set<Meeting>().SingleAsync(m => m.Id == meeting)).When();
        return await s.GetRequiredService<Planner>().Move(meeting, to(time), by, default);
    }))?.Code;

    static async Task Later(TestWorld world, TestSite site, int seconds)
    {
        world.Clock.At += TimeSpan.FromSeconds(seconds);
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
    }

    static Task<Guid> Council(TestWorld world) => world.In(async s =>
    {
        var body = (await s.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == "SR").Id;
        return (await s.GetRequiredService<MeetingsLists>().Coming(new(2026, 12, 11), body, 1, default)).Rows[0].Id;
    });

    static Guid Body(TestWorld world, Guid meeting) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Where(m => m.Id == meeting).Select(m => m.Body).SingleAsync()).GetAwaiter().GetResult();

    static Task<List<Message>> Letters(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == NoticeSender.LetterKind && m.CreatedAt >= TestWorld.Noon && m.Subject.Contains("Samverkansrådet")).ToListAsync());

    static Task<List<NoticeRecipient>> Recipients(TestWorld world, Guid meeting) => world.In(s => s.GetRequiredService<SamverkDb>().Set<NoticeRecipient>().Where(r => r.Meeting == meeting).OrderBy(r => r.Position).ToListAsync());

    static async Task<string> Mail(TestWorld world, Guid person) => (await world.In(s => s.GetRequiredService<AreaDirectory>().Mails([person], default)))[person];

    /// <param name="those">Which of them: the World's agreements send letters of their own.</param>
    static async Task<List<ArrivedMail>> Arrived(Peer server, int count, Func<ArrivedMail, bool>? those = null)
    {
        List<ArrivedMail> mails = [];
        while (mails.Count < count)
            if (await ArrivedMail.Next(server) is var mail && those?.Invoke(mail) != false)
                mails.Add(mail);
        return mails;
    }

    static async Task<JsonElement> Event(ArrivedMail mail) => (await Read.Bytes("ical", mail.Part("text/calendar")!.Bytes)).GetProperty("events").EnumerateArray().Single();
}
