using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Dispatching;
using Samverk.Meetings.Groups;
using Samverk.Meetings.Notices;
using Samverk.Meetings.Publishing;
using Samverk.Meetings.Speaking;
using Samverk.Meetings.Templates;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.World;

/// <summary>
/// The World's meetings that are held with Samverk: one in every state, told from today, so that a demo is always in the
/// middle of its work. Every one is brought there by the verbs that people use.
/// </summary>
sealed class HeldMeetings(IServiceProvider services, TimeProvider clock)
{
    /// <summary>How far a meeting has come.</summary>
    internal enum Until { Agenda, Called, Running, Held, Adjusting, HalfAdjusted, Adjusted, Published }

    /// <param name="Days">From today.</param>
    internal sealed record Told(string Body, int Days, Until Until, string Place, Matter[] Matters);

    internal sealed record Matter(string Title, ItemKind Kind, string? Proposal, params NoteContent[] Notes);

    static readonly Told[] All =
    [
        new("AU", -41, Until.Published, "På distans", [
            new("Inför rådets möte i december", ItemKind.Discussion, null, new TextNote("Utskottet går igenom vilka ärenden som är klara för rådet. Fast vårdkontakt och läget för överenskommelsen om utskrivning tas upp.")),
            new("Tid för nästa års möten", ItemKind.Decision, "fastställer mötesdagarna för nästa år.", new DecisionNote(DecisionOutcome.Decision, "fastställer mötesdagarna för nästa år."), new AssignmentNote("Skicka mötesdagarna till alla organ.", "Sekreteraren", null, null))]),
        new("EH", -36, Until.Published, "På distans", [
            new("Gemensam bild av läkemedelslistan", ItemKind.Information, null, new TextNote("Regionen visar hur den nationella läkemedelslistan syns i kommunernas system."), new QuestionNote("Vad gör den som saknar behörighet?", "Askvik", "Kontaktar sin systemförvaltare, som beställer den hos regionen.", null)),
            new("Test av videomöten i hemmet", ItemKind.Decision, "ställer sig bakom ett test i två kommuner.", new DecisionNote(DecisionOutcome.Endorsement, "ställer sig bakom ett test i två kommuner under våren."))]),
        new("OU", -29, Until.Adjusted, "På distans", [
            new("Utskrivningsklara per kommun", ItemKind.Information, null, new TextNote("Antalet utskrivningsklara har minskat sedan september.\n\nTre kommuner har haft personer som väntat mer än tre dagar.")),
            new("Rutin för helger", ItemKind.Decision, "godkänner rutinen för planering inför helger.", new DecisionNote(DecisionOutcome.Approval, "godkänner rutinen för planering inför helger."), new ProposedItemNote("Uppföljning av rutinen för helger"))]),
        new("PM", -9, Until.HalfAdjusted, "Psykiatrins hus, Stenvalla, och på distans", [
            new("Mål och mätetal", ItemKind.Discussion, null, new RoundNote([new("Region Bergslunda", "Målen är på väg att nås för unga vuxna."), new("Kommunerna", null)])),
            new("Remiss om samsjuklighet", ItemKind.Decision, "lämnar ett gemensamt svar.", new DecisionNote(DecisionOutcome.Decision, "lämnar ett gemensamt svar på remissen om samsjuklighet."), new AssignmentNote("Skriva ett förslag till remissvar.", "Processledaren", null, null))]),
        new("BU", -3, Until.Held, "Stadshuset, Stenvalla", [
            new("Ungdomsmottagning på nätet", ItemKind.Discussion, null, new TextNote("Gruppen går igenom hur mottagningen används av unga i länets mindre kommuner."), new DeferralNote("Underlag om kostnader saknas.", null))]),
        new("AU", 0, Until.Running, "Regionhuset Stenvalla och på distans", [
            new("Fast vårdkontakt, förslag till arbetssätt", ItemKind.Decision, "ställer sig bakom arbetssättet och att det prövas till och med juni.", new TextNote("Förslaget är att vårdcentralen utser kontakten inom tre dagar efter inskrivning.")),
            new("Rådets dagordning i december", ItemKind.Discussion, null)]),
        new("CG", 19, Until.Called, "På distans", [
            new("Gemensam utbildning för chefer", ItemKind.Decision, "ställer sig bakom förslaget till utbildning."),
            new("Läget inför sommaren", ItemKind.Discussion, null)]),
        new("EH", 16, Until.Agenda, "På distans", [new("Uppföljning av testet med videomöten", ItemKind.Information, null)]),
    ];

    public async Task Hold(CancellationToken ct)
    {
        var directory = services.GetRequiredService<AreaDirectory>();
        var bodies = (await directory.Bodies(ct)).ToDictionary(b => b.Code);
        foreach (var told in All)
            await Hold(told, bodies[told.Body], ct);
    }

    internal async Task<Actor> Secretary(BodyInfo body, DateOnly on, CancellationToken ct) =>
        await Actor((await services.GetRequiredService<BodyMembers>().Standings(body.Id, on, ct)).First(s => s.Kind == StandingKind.Secretary).Person, on, ct);

    internal async Task Hold(Told told, BodyInfo body, CancellationToken ct)
    {
        var on = clock.Today().AddDays(told.Days);
        // What is under way began a while ago, whatever the time is now.
        var begins = told.Until == Until.Running ? HalfHour(clock.GetUtcNow().AddMinutes(-40)) : new TimeOnly(9, 0);
        // What is to come is prepared today, not on its own day.
        var then = new At(told.Until switch
        {
            Until.Running => clock.GetUtcNow().AddMinutes(-38),
            Until.Agenda or Until.Called => clock.GetUtcNow(),
            _ => on.At(begins),
        });
        var secretary = await Secretary(body, on, ct);
        await services.GetRequiredService<Work>().Must(() => services.GetRequiredService<MeetingsRecord>().PlanUnlessKnown(body, on, begins, begins.AddHours(2), told.Place, clock.Now(), secretary.Person, ct), ct);
        var meeting = (await services.GetRequiredService<MeetingsLists>().OfBody(body.Id, int.MaxValue, ct)).Rows.Single(m => m.On == on && m.State == MeetingState.Planned).Id;
        var (agenda, desk, adjuster) = With(then);
        Heed(await agenda.Begin(meeting, secretary, ct));
        foreach (var matter in told.Matters)
            Heed(await agenda.AddItem(meeting, new(matter.Title, matter.Kind, null, 20, matter.Proposal), null, secretary, ct));
        if (told.Until == Until.Called)
            await services.GetRequiredService<DemoNotice>().Send(meeting, secretary, ct);
        if (told.Until is Until.Agenda or Until.Called)
            return;
        Heed(await desk.Open(meeting, secretary, ct));
        await Write(told, meeting, secretary, desk, then, ct);
        if (told.Until == Until.Running)
            return;
        then.Now = on.At(new TimeOnly(10, 50));
        Heed(await desk.Close(meeting, secretary, ct));
        if (told.Until == Until.Held)
            return;
        await Adjust(told, body, meeting, secretary, adjuster, then, on, ct);
    }

    async Task Write(Told told, Guid meeting, Actor secretary, MinuteDesk desk, At then, CancellationToken ct)
    {
        var lists = services.GetRequiredService<DeskLists>();
        var expected = await lists.Participants(meeting, ct);
        foreach (var p in expected.Where(p => p.Role is AttendanceRole.Chair or AttendanceRole.Member or AttendanceRole.Secretary).Take(9))
            Heed(await desk.Arrive(meeting, p.Id, digital: p.Role == AttendanceRole.Member && p.Name.Length % 3 == 0, secretary, ct));
        var adjuster = expected.First(p => p.Role == AttendanceRole.Member && p.Person is not null);
        var items = await lists.Items((await lists.Meeting(meeting, secretary, ct))!, ct);
        var left = told.Until == Until.Running ? items.First(i => i.Title == told.Matters[0].Title).Position + 1 : items.Count;
        for (var i = 0; i < left; i++)
        {
            then.Now += TimeSpan.FromMinutes(i == 0 ? 2 : told.Until == Until.Running ? 5 : 8);
            Heed(await desk.TakeUp(meeting, items[i].Id, secretary, ct));
            if (items[i].Title == "Val av justerare")
                Heed((await desk.AddNote(meeting, items[i].Id, new ElectionNote(ElectionNote.Adjuster, [new(adjuster.Name, adjuster.Person)]), secretary, ct)).Refusal);
            if (items[i].Title == "Fastställande av dagordningen")
                Heed((await desk.AddNote(meeting, items[i].Id, new DecisionNote(DecisionOutcome.Approval, "fastställer dagordningen."), secretary, ct)).Refusal);
            foreach (var note in told.Matters.FirstOrDefault(m => m.Title == items[i].Title)?.Notes ?? [])
                Heed((await desk.AddNote(meeting, items[i].Id, note, secretary, ct)).Refusal);
        }
        if (told.Until == Until.Running)
            await Discuss(meeting, items[left - 1].Id, secretary, then, ct);
    }

    // Under the item that is up somebody has the floor, two wait, and two groups have begun to write.
    async Task Discuss(Guid meeting, Guid item, Actor secretary, At then, CancellationToken ct)
    {
        var (db, work, live) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<MeetingFollowers>());
        var (list, groups) = (new SpeakersList(db, work, live, then), new GroupWork(db, work, live, then));
        var meant = (await services.GetRequiredService<DeskLists>().Meeting(meeting, secretary, ct))!;
        List<ParticipantRow> here = [.. (await services.GetRequiredService<DeskLists>().Participants(meeting, ct)).Where(p => p is { IsHere: true, Role: AttendanceRole.Member or AttendanceRole.Chair, Person: not null })];
        foreach (var p in here.TakeLast(3))
        {
            then.Now += TimeSpan.FromMinutes(1);
            Heed(await list.Add(meeting, item, p.Id, SpeechKind.Turn, secretary, ct));
        }
        Heed(await list.Begin(meeting, (await services.GetRequiredService<SpeakersLists>().Now(meant, secretary, ct))!.Waiting[0].Id, null, secretary, ct));
        var proposed = EvenGroups.Propose(here, 2);
        Heed(await groups.Open(meeting, item, new("Vad behöver vara på plats hos er innan arbetssättet prövas?", null, [.. proposed.Select((members, i) => new GroupFact(null, $"Grupp {i + 1}", members))]), secretary, ct));
        var opened = (await services.GetRequiredService<GroupLists>().Of(meant, secretary, ct))[^1];
        foreach (var (group, text) in opened.Groups.Zip(["En namngiven person i varje kommun som tar emot vårdkontaktens namn.", "Att meddelandet kommer i samma system som inskrivningen."]))
        {
            then.Now += TimeSpan.FromMinutes(2);
            var writer = await Actor(group.Members[0].Person!.Value, DateOnly.FromDateTime(then.Now.Local()), ct);
            Heed((await groups.Save(meeting, group.Id, Ids.Next(), text, 0, writer, ct)).Refusal);
        }
    }

    async Task Adjust(Told told, BodyInfo body, Guid meeting, Actor secretary, MinutesAdjuster adjuster, At then, DateOnly on, CancellationToken ct)
    {
        then.Now = on.AddDays(1).At(new TimeOnly(14, 30));
        Heed(await adjuster.Freeze(meeting, null, secretary, ct));
        var frozen = (await services.GetRequiredService<AdjustingLists>().Frozen(meeting, secretary, ct))!;
        var signers = frozen.Text.Signers;
        foreach (var (signer, i) in signers.Select((s, i) => (s, i)).Take(told.Until == Until.HalfAdjusted ? signers.Count - 1 : told.Until == Until.Adjusting ? 0 : signers.Count))
        {
            then.Now = on.AddDays(2 + i).At(new TimeOnly(8 + i, 17));
            Heed(await adjuster.Approve(meeting, frozen.Seal, "Vald i demon", await Actor(signer.Person, on, ct), ct));
        }
        if (told.Until is Until.Adjusted or Until.Published)
        {
            then.Now = on.AddDays(5).At(new TimeOnly(9, 40));
            await services.GetRequiredService<DemoDispatch>().Send(meeting, secretary, then, ct);
        }
        if (told.Until != Until.Published)
            return;
        var publisher = services.GetRequiredService<Publisher>();
        var proposals = await publisher.Propose([meeting], secretary, ct);
        Heed(await publisher.Publish([.. proposals.Select(p => new MaskChoices(p.Meeting, p.Fingerprint, [.. p.Found.Select(f => (bool?)f.IsProposed)]))], secretary, ct));
    }

    (AgendaKeeper, MinuteDesk, MinutesAdjuster) With(TimeProvider then)
    {
        var (db, work, directory, live) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<Work>(), services.GetRequiredService<AreaDirectory>(), services.GetRequiredService<MeetingFollowers>());
        return (new(db, work, directory, services.GetRequiredService<BacklogBook>(), services.GetRequiredService<BacklogLists>(), services.GetRequiredService<AgendaTemplates>(), then), new(db, work, directory, services.GetRequiredService<BodyMembers>(), live, then),
            new(db, work, directory, services.GetRequiredService<RulesOfBodies>(), services.GetRequiredService<MinutesPress>(), live, services.GetRequiredService<AdjustmentLetters>(), then));
    }

    async Task<Actor> Actor(Guid person, DateOnly on, CancellationToken ct) => (await services.GetRequiredService<Actors>().Find(person, on, ct))!;

    static void Heed(Refusal? refusal) => Refusal.Heed(refusal);

    static TimeOnly HalfHour(DateTimeOffset at)
    {
        var time = TimeOnly.FromDateTime(at.Local());
        return new(time.Hour, time.Minute / 30 * 30);
    }

    /// <summary>The clock of a story.</summary>
    internal sealed class At(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
