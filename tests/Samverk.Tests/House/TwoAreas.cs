using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Agreements.Ledger;
using Samverk.Api.Webhooks;
using Samverk.Disclosure;
using Samverk.Import;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Backlog;
using Samverk.Meetings.Calendar;
using Samverk.Meetings.Desk;
using Samverk.Meetings.Documents;
using Samverk.Meetings.Dispatching;
using Samverk.Meetings.Evaluating;
using Samverk.Meetings.Groups;
using Samverk.Meetings.Notices;
using Samverk.Meetings.Publishing;
using Samverk.Meetings.Speaking;
using Samverk.Meetings.Templates;
using Samverk.Organisations;
using Samverk.Organisations.ApiAccess;
using Samverk.Organisations.Protection;
using Samverk.Organisations.Views;
using Samverk.Plans;
using Samverk.Plans.PuttingOff;
using Samverk.Plans.Working;
using Samverk.Public.Feedback;
using Samverk.Public.Subscriptions;
using Samverk.Search;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.World;

namespace Samverk.Tests.House;

/// <summary>
/// One installation with two areas that have the same of everything: bodies with the same codes, people with the same
/// names, the same files read into the same meetings, decisions and assignments. Every text of the second area that a
/// page could show bears a mark.
/// </summary>
public sealed class TwoAreas : IAsyncDisposable
{
    /// <summary>Stands in the second area's texts and nowhere else.</summary>
    public const string Mark = "ZQXVY";

    const string Documents = "Samverk.World.Documents.";
    static readonly string[] Recorded = ["sr-2026-05-29.txt", "sr-2026-09-11.txt", "au-2026-08-20.txt", "nv-2026-05-12.txt", "bu-2026-05-06.txt"];
    static readonly string[] Waiting = ["att_granska.sr-2023-12-08.txt"];
    // Their values are read by the program, or compared: a mark would make other values of them.
    static readonly string[] Unmarked = ["Code", "Question", "Folded", "Sha256", "Kind", "ProblemCode", "Number", "Due", "Date", "Deadline"];
    // JSON, where only a word in the middle of a sentence can be marked.
    static readonly string[] Json = ["Told", "Pages", "ReviewJson"];

    TwoAreas(TestWorld world, Guid ours, Guid theirs) => (World, Ours, Theirs) = (world, ours, theirs);

    internal TestWorld World { get; }
    public Guid Ours { get; }
    public Guid Theirs { get; }

    /// <summary>The installation over a copy that <see cref="Build"/> made.</summary>
    internal static async Task<TwoAreas> Over(DataPlace place)
    {
        var world = new TestWorld(place, TestDatabase.Drop);
        await using var scope = world.Services.CreateAsyncScope();
        var areas = await scope.ServiceProvider.GetRequiredService<AreaSetup>().List(default);
        return new(world, areas.Single(a => a.Slug == "vart").Id, areas.Single(a => a.Slug == "deras").Id);
    }

    internal static async Task<DataPlace> Build()
    {
        var place = TestDatabase.Empty();
        await using var world = new TestWorld(place);
        await using (var scope = world.Services.CreateAsyncScope())
            await Schema.Upgrade(scope.ServiceProvider.GetRequiredService<SamverkDb>());
        await Fill(world, "vart", '8');
        var theirs = await Fill(world, "deras", '7');
        await world.In(theirs, services => MarkAll(services.GetRequiredService<SamverkDb>()));
        return place;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    // The World's codes are for demo databases, where anybody may be anybody.
    static async Task<Guid> Fill(TestWorld world, string slug, char code)
    {
        PlannedOrganisation Recoded(PlannedOrganisation o) => o with { Code = o.Code is { Length: > 1 } old ? $"9{code}{old[2..]}" : null };
        var plan = WorldFile.Open().Plan();
        plan = plan with { Slug = slug, Region = Recoded(plan.Region), Organisations = [.. plan.Organisations.Select(Recoded)] };
        await using var scope = world.Services.CreateAsyncScope();
        var (area, refusal) = await scope.ServiceProvider.GetRequiredService<AreaSetup>().Create(plan, default);
        Refusal.Heed(refusal);
        await Import(scope.ServiceProvider);
        return area;
    }

    static async Task Import(IServiceProvider services)
    {
        var db = services.GetRequiredService<SamverkDb>();
        db.Add(new Enclosure(db.Area, "Kallelse.pdf", "application/pdf", [1], TestWorld.Noon.AddDays(14)));
        db.Add(new Message(Ids.Next(), db.Area, "invitation", Ids.Next(), Ids.Next(), "nagon@askvik.example", "Någon", "Inbjudan", TestWorld.Noon, TestWorld.Noon.AddDays(14)));
        await db.SaveChangesAsync();
        var archive = services.GetRequiredService<ArchiveImport>();
        await archive.Run("Protokoll", Recorded.Select(File), confirmCertain: true, confirmAll: true, default);
        await archive.Run("Att granska", Waiting.Select(File), confirmCertain: false, confirmAll: false, default);
        // What comes after waits to be indexed, so that the list of what waits has rows too.
        await services.GetRequiredService<SearchIndex>().Rebuild(null, default);
        var undone = await db.Set<Document>().Where(d => d.FileName == Recorded[0]).Select(d => d.Id).SingleAsync();
        Refusal.Heed(await services.GetRequiredService<Importing>().Undo(undone, null, default));
        await services.GetRequiredService<Work>().Must(async () =>
        {
            var administrator = (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value;
            var actor = await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default);
            var assignment = await PlanQueries.Live(db.Set<Assignment>(), db).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
            await services.GetRequiredService<PlansRecord>().Report(assignment, actor!, "Redovisat vid mötet.", TestWorld.Noon, default);
            var directory = services.GetRequiredService<AreaDirectory>();
            var system = db.Add(new ConnectedSystem(db.Area, actor!.Organisation ?? (await directory.Organisations(default))[0].Id, "Ärendesystemet", TestWorld.Noon, administrator)).Entity;
            db.Add(AccessToken.Of(system, TokenSecret.New(db.Area), "Diariet", TokenScope.Read, TestWorld.Noon, TestWorld.Noon.AddDays(30), administrator));
            await services.GetRequiredService<SavedViews>().Save(administrator, "Årets val", "/beslut?slag=election", TestWorld.Noon, default);
            await directory.Remember("Adminen", administrator, default);
            await directory.RememberBody("Rådet", (await directory.Bodies(default))[0].Id, default);
        });
        await Protected(services);
        await Publish(services);
        await Plan(services);
        await Dispatched(services);
        await Adopted(services);
        await Evaluated(services);
        await Consulted(services);
        await Disputed(services);
        await Told(services);
    }

    // A webhook that is paused, so that nothing is sent to anybody, with what was sent before.
    static async Task Told(IServiceProvider services)
    {
        var (db, administrator) = (services.GetRequiredService<SamverkDb>(), (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value);
        var organisation = (await services.GetRequiredService<AreaDirectory>().Organisations(default))[0];
        await services.GetRequiredService<Work>().Must(() =>
        {
            var webhook = new Webhook(Ids.Next(), db.Area, organisation.Id, organisation.Name, new("Diariet", "https://diariet.example/samverk", ["minutes.adjusted"]), [1], "http://127.0.0.1", TestWorld.Noon, administrator);
            webhook.Stop(WebhookState.Paused, TestWorld.Noon, administrator);
            db.AddRange(webhook, new Delivery(webhook, "minutes.adjusted", Ids.Next(), TestWorld.Noon, TestWorld.Noon), new Noted(db.Area, "minutes.adjusted", Ids.Next(), TestWorld.Noon));
            return Task.CompletedTask;
        });
    }

    // A text that two are asked about: one answer with a file, and what is said of it.
    static async Task Consulted(IServiceProvider services)
    {
        var (db, administrator) = (services.GetRequiredService<SamverkDb>(), (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value);
        var actor = (await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default))!;
        var (agreement, parties) = (await db.Set<Agreement>().Where(a => a.KeptOn != null).Select(a => a.Id).SingleAsync(), (await services.GetRequiredService<AreaDirectory>().Organisations(default)).Take(2).ToList());
        var demo = new DemoConsultations(services, new StandingClock(TestWorld.Noon));
        var id = await demo.Send(agreement, new(1, "Vad tycker ni om larmen?", new(2026, 12, 18), ["Går det att göra?"], "remisser@bergslunda.example"),
            [.. parties.Select(p => new ProposedConsultee(p.Id, null, p.Name, null)), new(null, null, "Larmfacket", "larm@facket.example")], actor, default);
        var consultee = (await demo.View(id, actor, default)).Consultees[0].Id;
        await demo.Record(id, consultee, new(new(Stance.SupportsWithChanges, [new(PlaceKind.Whole, 0, "Skriv tydligare."), new(PlaceKind.Question, 0, "Ja, i vår.")], "KS 7"), new("svar.pdf", "application/pdf", [1]), new(2026, 11, 24)), actor, default);
        await services.GetRequiredService<Work>().Must(async () =>
        {
            var reply = new Reply(db.Area, await db.Set<Response>().Where(r => r.Consultee == consultee).Select(r => r.Id).SingleAsync(), 0);
            reply.Write("Det gör vi.", ReplyOutcome.Changed, TestWorld.Noon, administrator, "Adminen");
            db.Add(reply);
        });
    }

    // The text is in force, and two see it differently: one has sent its position, the other has begun.
    static async Task Disputed(IServiceProvider services)
    {
        var (db, administrator) = (services.GetRequiredService<SamverkDb>(), (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value);
        var actor = (await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default))!;
        var agreement = await db.Set<Agreement>().Where(a => a.KeptOn != null).Select(a => a.Id).SingleAsync();
        await services.GetRequiredService<Work>().Must(async () => (await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == agreement)).TakeEffect(1, new(2026, 11, 23), TestWorld.Noon));
        var (body, parties) = ((await services.GetRequiredService<AreaDirectory>().Bodies(default))[0], (await services.GetRequiredService<AreaDirectory>().Organisations(default)).Take(2).ToList());
        var demo = new DemoDisputes(services, new StandingClock(TestWorld.Noon));
        await demo.SetLadder(agreement, [new(null, "Enheterna", 7), new(body.Id, body.Name, 21)], actor, default);
        var id = await demo.Raise(agreement, new(null, "Vem byter batteri?", "Den ena säger den andra.", "De har ringt varandra.", [.. parties.Select(p => p.Id)]), actor, default);
        await services.GetRequiredService<Work>().Must(async () =>
        {
            var dispute = await db.Disputes().AsTracking().SingleAsync(d => d.Id == id);
            foreach (var (party, isSent) in parties.Zip([true, false]))
            {
                var position = db.Add(new Position(dispute, party.Id, 1, TestWorld.Noon, administrator)).Entity;
                position.Write(new("Den som satte upp larmet.", "KS 9"), null, TestWorld.Noon, administrator);
                if (isSent)
                    position.Send(TestWorld.Noon, administrator, "Adminen");
            }
        });
    }

    // A body that is asked how it works, and one answer.
    static async Task Evaluated(IServiceProvider services)
    {
        var db = services.GetRequiredService<SamverkDb>();
        var administrator = (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value;
        var actor = (await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default))!;
        var council = (await services.GetRequiredService<AreaDirectory>().Bodies(default)).Single(b => b.Code == "SR").Id;
        Refusal.Heed(await services.GetRequiredService<Evaluator>().Open(council, new(2026, 12, 15), ["Vi har roligt och lär oss."], "http://127.0.0.1", actor, default));
        var asked = await db.Set<EvaluationInvitation>().OrderBy(i => i.Person).Select(i => i.Person).FirstAsync();
        var member = (await services.GetRequiredService<Actors>().Find(asked, new(2026, 11, 24), default))!;
        var ratings = EvaluationQuestions.With(["Vi har roligt och lär oss."]).ToDictionary(q => q.Key, _ => (int?)4);
        Refusal.Heed(await services.GetRequiredService<Evaluator>().Answer(council, new(ratings, "Handlingarna är bra och kommer i tid."), member, default));
    }

    /// <summary>Somebody with protected identity, and a request for public records.</summary>
    static async Task Protected(IServiceProvider services)
    {
        var (db, directory) = (services.GetRequiredService<SamverkDb>(), services.GetRequiredService<AreaDirectory>());
        var administrator = (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value;
        var actor = (await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default))!;
        var person = Guid.Empty;
        await services.GetRequiredService<Work>().Must(() => Task.FromResult(person = directory.AddPerson("Siv Utterberg", null, null, TestWorld.Noon, administrator)));
        Refusal.Heed(await services.GetRequiredService<IdentityKeeper>().Protect(person, actor, default));
        var owner = (await directory.Bodies(default))[0].Host;
        var (request, refusal) = await services.GetRequiredService<Requests>().Receive(new(owner, "Alla beslut om samverkan", new(2026, 11, 20), null, null, null, [], [], null), actor, default);
        Refusal.Heed(refusal);
        var found = await services.GetRequiredService<Collecting>().Find(await db.Set<DisclosureRequest>().SingleAsync(r => r.Id == request), actor, default);
        Refusal.Heed(await services.GetRequiredService<Requests>().Take(request, new HashSet<(RecordKind, Guid)>([(found.Rows[0].Kind, found.Rows[0].Thing)]), actor, default));
    }

    // Minutes of which something is hidden are public, and others were and are no longer.
    static async Task Publish(IServiceProvider services)
    {
        var publisher = services.GetRequiredService<Publisher>();
        var actor = (await services.GetRequiredService<Actors>().Find((await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default))!;
        var internals = (await publisher.Unpublished(actor, null, 1, Publisher.Most, default)).Rows;
        var proposals = await publisher.Propose([.. internals.Take(3).Select(m => m.Meeting)], actor, default);
        Refusal.Heed(await publisher.Publish([.. proposals.Select(p => new MaskChoices(p.Meeting, p.Fingerprint, [.. p.Found.Select((f, i) => (bool?)(i == 0 || f.IsProposed))]))], actor, default));
        Refusal.Heed(await publisher.Withdraw(proposals[0].Meeting, actor, default));
        await services.GetRequiredService<CalendarKeys>().Make(actor, default);
        await services.GetRequiredService<Work>().Must(() => Task.FromResult(services.GetRequiredService<SamverkDb>().Add(new Subscription(actor.Area, "nagon@askvik.example", null, "http://127.0.0.1", TestWorld.Noon))));
        Refusal.Heed(await services.GetRequiredService<FeedbackBox>().Receive("Menyn syns inte och knappen går inte att nå.", "/publikt", null, "127.0.0.1", default));
    }

    // Rules of a body, a series of meetings to come, and a matter that waits for one of them.
    static async Task Plan(IServiceProvider services)
    {
        var actor = (await services.GetRequiredService<Actors>().Find((await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value, new(2026, 11, 24), default))!;
        var body = (await services.GetRequiredService<AreaDirectory>().Bodies(default))[0];
        var rule = new SeriesRule(SeriesKind.Monthly, DayOfWeek.Friday, 1, 1, new(2027, 2, 1), new(2027, 4, 30));
        Refusal.Heed(await services.GetRequiredService<BodyRulesKeeper>().Change(body.Id, BodyRulesInfo.Default with { Adjusters = 2 }, actor, default));
        Refusal.Heed(await services.GetRequiredService<Planner>().Make(body.Id, rule, new(default, new(9, 0), new(11, 0), "Rådhuset", null), [.. rule.Days().Select(d => new ChosenDay(d, d))], actor, default));
        Refusal.Heed(await services.GetRequiredService<AgendaTemplates>().Change(body.Id, new([.. StandingItems.Ordinary.Lines.Take(2)]), actor, default));
        await services.GetRequiredService<DemoNotice>().Send((await services.GetRequiredService<MeetingsLists>().Coming(new(2027, 2, 1), body.Id, 1, default)).Rows[0].Id, actor, default);
        var coming = (await services.GetRequiredService<MeetingsLists>().Coming(new(2027, 3, 1), body.Id, 1, default)).Rows[0].Id;
        Refusal.Heed(await services.GetRequiredService<AgendaKeeper>().Begin(coming, actor, default));
        var item = await services.GetRequiredService<SamverkDb>().Set<DraftItem>().Where(i => i.Meeting == coming).Select(i => i.Id).FirstAsync();
        Refusal.Heed(await services.GetRequiredService<AgendaDocuments>().Attach(coming, item, "Underlag.pdf", [1, 2, 3], actor, default));
        Refusal.Heed(await services.GetRequiredService<BacklogKeeper>().Put(body.Id, new(BacklogKind.Question, "En fråga om trygghetslarm", "Hur många är bytta?", "Askviks kommun"), actor, default));
    }

    // Adjusted minutes that were sent to a principal and registered there.
    static async Task Dispatched(IServiceProvider services)
    {
        var db = services.GetRequiredService<SamverkDb>();
        var administrator = (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value;
        var body = (await services.GetRequiredService<AreaDirectory>().Bodies(default))[0];
        var to = (await services.GetRequiredService<AreaDirectory>().Organisations(default))[0];
        await services.GetRequiredService<Work>().Must(async () =>
        {
            var meeting = await db.Set<Meeting>().Where(m => m.Body == body.Id).OrderBy(m => m.Id).FirstAsync();
            var text = db.Add(new FrozenText(meeting, 7, new(body.Name, body.ShortName, to.Name, meeting.On), [1], meeting.On, inOrder: false, null, TestWorld.Noon, administrator)).Entity;
            MinutesSigner signer = new(administrator, "Någon", "Ordförande", null);
            db.AddRange(new AdjustmentComment(text, null, administrator, "Någon", "Prov", TestWorld.Noon), new Samverk.Meetings.Adjusting.Approval(text, signer, "Vald i demon", TestWorld.Noon), new Objection(text, signer, "Prov", TestWorld.Noon), new ReadText(text, administrator, TestWorld.Noon));
            db.Add(new Correction(db.Add(new SealedMinutes(text, [1], [1], TestWorld.Noon)).Entity, null, "Prov", administrator, "Någon", "Vald i demon", TestWorld.Noon));
            var item = db.Add(new DraftItem(meeting, 90, new("Prov", ItemKind.Information, null, null, null), TestWorld.Noon, administrator)).Entity;
            var note = db.Add(new Note(item, 0, new TextNote("Prov"), TestWorld.Noon, administrator)).Entity;
            db.Add(new Deferral(body, meeting.Id, meeting.On, "3", "Kostnader för korttidsplatser", "Underlag saknas.", new(2027, 1, 19), null, "/beslut/prov", Span.None));
            var promised = await db.Set<Assignment>().OrderBy(a => a.Id).FirstAsync();
            db.AddRange(new Coworker(db.Area, promised.Id, administrator, TestWorld.Noon, administrator), new AssignmentDocument(db.Area, promised.Owner, promised.Id, "Underlag.pdf", [1, 2, 3], TestWorld.Noon, administrator));
            var (one, other) = (new Participant(meeting, 90, new(null, "Någon", null, null, AttendanceRole.Guest)), new Participant(meeting, 91, new(null, "Någon annan", null, null, AttendanceRole.Guest)));
            db.AddRange(new NoteVersion(note), one, other, new Speech(item, one, SpeechKind.Turn, 0, TestWorld.Noon, administrator));
            var groups = db.Add(new GroupDiscussion(item, new("Vad hindrar er?", null, [new(null, "Grupp 1", [one.Id]), new(null, "Grupp 2", [other.Id])]), TestWorld.Noon, administrator)).Entity;
            var line = db.Add(new GroupLine(groups.Groups[0], Ids.Next(), TestWorld.Noon, administrator)).Entity;
            line.Save("Gemensam introduktion", 0, TestWorld.Noon, administrator);
            db.Add(new GroupLineVersion(line));
            var dispatch = db.Add(new Dispatch(meeting, body, 1, text, isExtract: false, text.Seal, to.Id, to.Name, new(DispatchWay.Mail, "registrator@askvik.example"), "http://127.0.0.1")).Entity;
            dispatch.Queue(Ids.Next(), TestWorld.Noon, administrator, "Adminen");
            dispatch.Register("KS 2026/1", TestWorld.Noon, administrator, "Adminen");
        });
    }

    // An agreement whose text is adopted by one party, with a paper that the party keeps to itself, and a certificate.
    static async Task Adopted(IServiceProvider services)
    {
        var (db, administrator) = (services.GetRequiredService<SamverkDb>(), (await services.GetRequiredService<AreaSetup>().Administrator(default))!.Value);
        var actor = (await services.GetRequiredService<Actors>().Find(administrator, new(2026, 11, 24), default))!;
        var (body, parties) = ((await services.GetRequiredService<AreaDirectory>().Bodies(default))[0], (await services.GetRequiredService<AreaDirectory>().Organisations(default)).Take(2).ToList());
        var id = await new DemoAgreements(services, new StandingClock(TestWorld.Noon)).PutUp(new("Överenskommelse om trygghetslarm", body.Id, "Larm i hemmet", "SoL", null, null, null, null, null, 90), "# Syfte\nTrygghet och hjälp.", isLocked: true,
            [.. parties.Select(p => new ProposedParty(p.Id, p.Name, IsOutside: false, null))], actor, default);
        await services.GetRequiredService<Work>().Must(() => services.GetRequiredService<RoundOpener>().Open(new(id, 1, Ids.Next(), body.Id, body.Name, new(2026, 11, 20), null, new string('a', 64)), TestWorld.Noon, administrator, default));
        await services.GetRequiredService<Work>().Must(async () =>
        {
            var adoption = await db.Set<Adoption>().AsTracking().FirstAsync(a => a.Agreement == id);
            adoption.Decide(new(AdoptionState.Adopted, "Socialnämnden", new(2026, 11, 23), "12", "SN 7", null), binds: false, new(2026, 11, 24), TestWorld.Noon, administrator, "Adminen");
            db.Add(new Samverk.Agreements.Papers.AgreementFile(await db.Set<Agreement>().SingleAsync(a => a.Id == id), new("Tidplan", Samverk.Agreements.Papers.FileKind.TimePlan, null, null, null, null, null, null), "tidplan.pdf", [1], TestWorld.Noon, administrator, "Adminen"));
            db.AddRange(new AdoptionPaper(adoption, "Egen anteckning", "Utdrag.pdf", "application/pdf", [1], TestWorld.Noon, administrator, "Adminen"), new EffectCertificate(await db.Set<Agreement>().AsTracking().SingleAsync(a => a.Id == id), 1, 2, [1], TestWorld.Noon));
        });
    }

    static HandedOver File(string name)
    {
        using var stream = typeof(WorldSeed).Assembly.GetManifestResourceStream(Documents + name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return new(name.Split('.') is [.., var plain, var kind] ? $"{plain}.{kind}" : name, memory.ToArray());
    }

    static async Task MarkAll(SamverkDb db)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => typeof(IInArea).IsAssignableFrom(e.ClrType)))
        {
            var texts = entity.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetTypeMapping().Converter is null && !Unmarked.Contains(p.Name)).ToList();
            if (texts.Count > 0)
                command.CommandText += $"update {entity.GetTableName()} set {string.Join(", ", texts.Select(Marked))} where area = '{db.Area:D}';";
        }
        // Kept as one JSON text that only its own type reads.
        command.CommandText += $"update meetings_frozen_text set text = replace(text, '\"bodyName\":\"', '\"bodyName\":\"{Mark} ') where area = '{db.Area:D}';";
        command.CommandText += $"update organisations_area set name = name || ' {Mark}' where id = '{db.Area:D}'";
        await command.ExecuteNonQueryAsync();
    }

    static string Marked(IProperty property)
    {
        var column = $"\"{property.GetColumnName()}\"";
        return Json.Contains(property.Name) ? $"{column} = replace({column}, ' och ', ' och {Mark} ')" : $"{column} = {column} || ' {Mark}'";
    }
}
