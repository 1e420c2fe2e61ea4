using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shared.Documents;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Agreements;

/// <summary>A text sent out for opinions: who answers, in which turns, until when, and how silence is told.</summary>
[Trait("database", "both")]
public sealed class ConsultationTests(WorldOnce once)
{
    const string Region = "Region Bergslunda", Askvik = "Askviks kommun", Granåker = "Granåkers kommun";

    [Fact]
    public async Task A_draft_is_its_keepers_alone_until_it_is_sent_out()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Prepare(world);
        var registrar = await asking.Person(Granåker);
        Assert.Equal(ConsultationState.Draft, (await asking.View()).State);
        Assert.Null(await world.In(s => s.GetRequiredService<ConsultationViews>().One(asking.Id, registrar, default)));
        Assert.Null(await world.In(s => s.GetRequiredService<AgreementsLists>().Consultation(asking.Id, default)));
        Assert.Equal("no-consultee", (await asking.Write(Granåker, Asking.Answer(Stance.Supports), AnswerStep.Send, registrar))?.Code);
        Assert.Equal("may-not-keep-agreement", (await world.In(s => s.GetRequiredService<ConsultationSender>().Open(asking.Id, "http://test", registrar, default)))?.Code);
        Assert.Null(await asking.Open());
        Assert.Equal("consultation-sent", (await asking.Open())?.Code);
        Assert.Equal((ConsultationState.Open, AgreementState.Consulting), ((await asking.View(registrar)).State, (await asking.Agreement.View()).State));
        Assert.NotNull(await world.In(s => s.GetRequiredService<AgreementsLists>().Consultation(asking.Id, default)));
    }

    [Fact]
    public async Task What_cannot_be_asked_is_refused_in_words()
    {
        await using var world = await once.Copy();
        var adopting = await Adopting.Begin(world);
        var consultees = await world.In(Asking.Consultees);
        async Task<string?> Refused(ConsultationFacts facts, IReadOnlyList<ProposedConsultee> to) =>
            (await world.In(s => s.GetRequiredService<ConsultationKeeper>().Create(adopting.Agreement, facts, to, adopting.By, default))).Refusal?.Code;
        Assert.Equal("consultees-missing", await Refused(Asking.Facts, []));
        Assert.Equal("deadline-missing", await Refused(Asking.Facts with { LastDay = null }, consultees));
        Assert.Equal("deadline-past", await Refused(Asking.Facts with { LastDay = new(2026, 11, 20) }, consultees));
        Assert.Equal("respond-to-missing", await Refused(Asking.Facts with { RespondTo = null }, consultees));
        Assert.Equal("consultee-mail-odd", await Refused(Asking.Facts, [.. consultees, new(null, null, "Föreningen", "ingen adress")]));
        Assert.Equal("consultee-twice", await Refused(Asking.Facts, [.. consultees, consultees[0]]));
        Assert.Equal("no-text", await Refused(Asking.Facts with { Version = 7 }, consultees));
        Assert.Null(await Refused(Asking.Facts, consultees));
    }

    [Fact]
    public async Task A_draft_is_taken_away_by_its_keeper_and_one_that_is_sent_out_never()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Prepare(world);
        var registrar = await asking.Person(Granåker);
        Assert.Equal("may-not-keep-agreement", (await asking.Keep(k => k.Discard(asking.Id, registrar, default)))?.Code);
        Assert.Null(await asking.Keep(k => k.Discard(asking.Id, asking.By, default)));
        Assert.Null(await world.In(s => s.GetRequiredService<ConsultationViews>().One(asking.Id, asking.By, default)));
        Assert.Equal("no-consultation", (await asking.Keep(k => k.Discard(asking.Id, asking.By, default)))?.Code);
        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == asking.Id).OrderBy(h => h.Number).Select(h => h.Kind).ToListAsync());
        Assert.Equal([nameof(ConsultationDrafted), nameof(ConsultationDiscarded)], told);
        var (other, no) = await world.In(async s => await s.GetRequiredService<ConsultationKeeper>().Create(asking.Agreement.Agreement, Asking.Facts, await Asking.Consultees(s), asking.By, default));
        Assert.Null(no);
        Assert.Null(await world.In(s => s.GetRequiredService<ConsultationSender>().Open(other!.Value, "http://test", asking.By, default)));
        Assert.Equal("consultation-sent", (await asking.Keep(k => k.Discard(other!.Value, asking.By, default)))?.Code);
    }

    [Fact]
    public async Task Changing_a_draft_asks_those_who_are_chosen_then()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Prepare(world);
        var consultees = await world.In(Asking.Consultees);
        var edition = (await asking.View()).Edition;
        Task<Refusal?> Change(params ProposedConsultee[] to) => asking.Keep(k => k.Change(asking.Id, Asking.Facts with { Questions = ["Vad kostar det?", "När?"] }, to, edition, asking.By, default));
        Assert.Null(await Change(consultees[0], consultees[^1]));
        var view = await asking.View();
        Assert.Equal([consultees[0].Name, Asking.Union], view.Consultees.Select(c => c.Name));
        Assert.Equal(["Vad kostar det?", "När?"], view.Questions);
        Assert.Equal("stale", (await Change(consultees[0]))?.Code);
    }

    [Fact]
    public async Task An_answer_is_written_approved_by_somebody_else_there_and_sent_and_nobody_outside_reads_it_before_that()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var (registrar, coordinator, other) = (await asking.Person(Askvik), await asking.Person(Askvik, FunctionKind.Coordinator), await asking.Person(Granåker));
        var answer = Asking.Answer(Stance.SupportsWithChanges, new Remark(PlaceKind.Part, 1, "Kommunen tar emot samma dag."));
        Assert.Equal("may-not-respond", (await asking.Write(Askvik, answer, AnswerStep.Keep, other))?.Code);
        Assert.Equal("may-not-respond", (await asking.Write(Askvik, answer, AnswerStep.Keep, asking.By))?.Code);
        Assert.Null(await asking.Write(Askvik, answer, AnswerStep.Keep, registrar, 0));
        Assert.Equal("stale", (await asking.Write(Askvik, answer, AnswerStep.Keep, coordinator, 0))?.Code);
        Assert.Equal("approval-needed", (await asking.Write(Askvik, answer, AnswerStep.Send, registrar))?.Code);
        foreach (var outside in new[] { other, asking.By })
        {
            Assert.Empty(await asking.Answers(outside));
            Assert.Equal(ResponseState.None, (await asking.Of(Askvik, outside)).State);
        }
        Assert.Equal(ResponseState.Draft, (await asking.Of(Askvik, coordinator)).State);

        Assert.Null(await asking.Write(Askvik, answer, AnswerStep.Submit, registrar));
        Assert.Equal("response-submitted", (await asking.Write(Askvik, answer, AnswerStep.Keep, registrar))?.Code);
        var edition = (await asking.Answers(registrar))[0].Edition;
        Assert.Equal("approval-own", (await asking.Do(Askvik, (r, c) => r.Approve(c, edition, registrar, default)))?.Code);
        Assert.Equal("return-reason-missing", (await asking.Do(Askvik, (r, c) => r.Return(c, " ", coordinator, default)))?.Code);
        Assert.Null(await asking.Do(Askvik, (r, c) => r.Return(c, "Skriv varför.", coordinator, default)));
        Assert.Equal("Skriv varför.", (await asking.Answers(registrar))[0].Returned);
        Assert.Null(await asking.Write(Askvik, answer, AnswerStep.Submit, registrar));
        Assert.Equal("stale", (await asking.Do(Askvik, (r, c) => r.Approve(c, edition, coordinator, default)))?.Code);
        edition = (await asking.Answers(coordinator))[0].Edition;
        Assert.Equal(ResponseState.None, (await asking.Of(Askvik, asking.By)).State);
        Assert.Null(await asking.Do(Askvik, (r, c) => r.Approve(c, edition, coordinator, default)));

        Assert.Equal(ResponseState.Sent, (await asking.Of(Askvik, other)).State);
        Assert.Equal("Kommunen tar emot samma dag.", (await asking.Answers(other))[0].Said(PlaceKind.Part, 1));
        // How it came about stays with the consultee.
        var seen = await asking.Of(Askvik, asking.By);
        Assert.DoesNotContain(ConsulteeActKind.Submitted, (await world.In(s => s.GetRequiredService<ConsultationViews>().Acts(seen, default))).Select(a => a.Kind));
        var own = await asking.Of(Askvik, registrar);
        Assert.Contains(ConsulteeActKind.Returned, (await world.In(s => s.GetRequiredService<ConsultationViews>().Acts(own, default))).Select(a => a.Kind));
    }

    [Fact]
    public async Task Who_is_alone_sends_at_once_and_what_is_sent_is_only_supplemented_until_the_last_day()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var registrar = await asking.Person(Granåker);
        Assert.Equal("stance-missing", (await asking.Write(Granåker, new(null, [], null), AnswerStep.Send, registrar))?.Code);
        Assert.Equal("remarks-missing", (await asking.Write(Granåker, Asking.Answer(Stance.Rejects), AnswerStep.Send, registrar))?.Code);
        Assert.Equal("place-missing", (await asking.Write(Granåker, Asking.Answer(Stance.Supports, new Remark(PlaceKind.Part, 9, "?")), AnswerStep.Send, registrar))?.Code);
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.Rejects), AnswerStep.Send, registrar, null, new("svar.pdf", "application/pdf", [1])));
        Assert.Equal("response-sent", (await asking.Write(Granåker, Asking.Answer(Stance.Supports), AnswerStep.Send, registrar))?.Code);
        Assert.Null(await asking.Do(Granåker, (r, c) => r.Supplement(c, registrar, default)));
        Assert.Equal(ResponseState.Sent, (await asking.Of(Granåker, registrar)).State);
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.Supports, new Remark(PlaceKind.Whole, 0, "Vi har tänkt om.")), AnswerStep.Send, registrar));
        Assert.Equal([2, 1], (await asking.Answers(asking.By)).Select(a => a.Number));
        Assert.Equal(Stance.Supports, (await asking.Compilation())!.Consultees.Single(c => c.Row.Name == Granåker).Answer!.Stance);
        await Asking.Until(world, Asking.LastDay.AddDays(1));
        Assert.Equal("consultation-closed", (await asking.Do(Granåker, (r, c) => r.Supplement(c, registrar, default)))?.Code);
        var file = (await asking.Answers(asking.By))[1].Files.Single();
        Assert.Equal("svar.pdf", (await world.In(s => s.GetRequiredService<ConsultationViews>().File(asking.Id, file.Id, asking.By, default)))?.Name);
    }

    [Fact]
    public async Task Who_gets_longer_answers_after_the_others_and_silence_is_told_as_silence()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var registrar = await asking.Person(Granåker);
        var later = Asking.LastDay.AddDays(14);
        Assert.Equal("reason-missing", (await asking.Extend(Granåker, later, " "))?.Code);
        Assert.Equal("extended-back", (await asking.Extend(Granåker, Asking.LastDay, "Nämnden"))?.Code);
        Assert.Null(await asking.Extend(Granåker, later, "Nämnden sammanträder i januari."));
        await Asking.Until(world, Asking.LastDay.AddDays(1));
        Assert.Equal(ConsultationState.Open, (await asking.View()).State);
        Assert.Equal("Inget svar", (await asking.Of(Region)).Words(world.Clock.Today()));
        Assert.Equal("Har inte svarat", (await asking.Of(Granåker)).Words(world.Clock.Today()));
        Assert.Equal("still-open", (await asking.Keep(k => k.Compile(asking.Id, asking.By, default)))?.Code);
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.Abstains), AnswerStep.Send, registrar));
        Assert.Equal(ResponseState.Abstained, (await asking.Of(Granåker)).State);
        await Asking.Until(world, later.AddDays(1));
        Assert.Equal(ConsultationState.Closed, (await asking.View()).State);
        Assert.Equal((1, 4), await Told(world, asking));
        var compilation = (await asking.Compilation())!;
        Assert.Equal(4, compilation.Consultees.Count(c => c.Answer is null));
        var text = WordText(compilation, world);
        Assert.Contains("Inget svar", text, StringComparison.Ordinal);
        Assert.Contains(Asking.Union, text, StringComparison.Ordinal);
        Assert.Null(await asking.Keep(k => k.Compile(asking.Id, asking.By, default)));
        Assert.Equal(ConsultationState.Compiled, (await asking.View()).State);
        Assert.Equal("not-open", (await asking.Extend(Granåker, later.AddDays(30), "Mer tid"))?.Code);
    }

    [Fact]
    public async Task More_are_asked_while_it_is_open_and_answer_as_the_others()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Prepare(world);
        var organisations = await world.In(s => s.GetRequiredService<AreaDirectory>().Organisations(default));
        ProposedConsultee Of(string name) => new(organisations.Single(o => o.Name == name).Id, null, name, null);
        Task<Refusal?> Widen(Actor by, params ProposedConsultee[] more) => world.In(s => s.GetRequiredService<ConsultationSender>().Widen(asking.Id, more, "http://test", by, default));
        var (later, outside) = (Of("Stenvalla kommun"), new ProposedConsultee(null, null, "Anhörigföreningen", "hej@anhorig.example"));
        Assert.Equal("not-open", (await Widen(asking.By, later))?.Code);
        Assert.Null(await asking.Open());
        Assert.Equal("may-not-keep-agreement", (await Widen(await asking.Person(Granåker), later))?.Code);
        Assert.Equal("consultees-missing", (await Widen(asking.By))?.Code);
        Assert.Equal("consultee-twice", (await Widen(asking.By, Of(Askvik)))?.Code);
        Assert.Null(await Widen(asking.By, later, outside));
        Assert.Equal(7, (await asking.View()).Consultees.Count);
        var added = await asking.Of("Anhörigföreningen");
        Assert.NotNull(added.AskedAt);
        Assert.Equal([$"Remiss: {Adopting.Name}"], await world.In(s => s.GetRequiredService<SamverkDb>().Set<Samverk.Mail.Message>().Where(m => m.About == added.Id).Select(m => m.Subject).ToListAsync()));
        Assert.Null(await asking.Write("Stenvalla kommun", Asking.Answer(Stance.NoRemarks), AnswerStep.Submit, await asking.Person("Stenvalla kommun")));
        Assert.Null(await asking.Extend(Granåker, Asking.LastDay.AddDays(14), "Nämnden"));
        await Asking.Until(world, Asking.LastDay.AddDays(1));
        Assert.Equal("deadline-past", (await Widen(asking.By, Of("Tallmora kommun")))?.Code);
    }

    [Fact]
    public async Task The_secretary_writes_down_an_answer_that_came_by_mail_also_one_that_came_late()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var answer = Asking.Answer(Stance.SupportsWithChanges, new Remark(PlaceKind.Question, 0, "Inte i juli."));
        Assert.Equal("day-ahead", (await asking.Record(Asking.Union, answer, new(2026, 12, 24)))?.Code);
        Assert.Equal("day-missing", (await asking.Record(Asking.Union, answer, null))?.Code);
        await Asking.Until(world, Asking.LastDay.AddDays(5));
        Assert.Null(await asking.Record(Asking.Union, answer, Asking.LastDay.AddDays(3), new("mejl.pdf", "application/pdf", [1])));
        Assert.Equal("received-late", (await asking.Record(Asking.Union, answer, Asking.LastDay.AddDays(4)))?.Code);
        Assert.Null(await asking.Record(Asking.Union, answer, Asking.LastDay));
        var compilation = (await asking.Compilation())!;
        Assert.Equal("Inte i juli.", Assert.Single(compilation.Of(PlaceKind.Question).Single().Remarks).Said.Words);
        Assert.Contains("med mejl eller på papper", WordText(compilation, world), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_remark_gets_a_reply_and_the_compilation_shows_it_by_part_by_question_and_by_consultee()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var registrar = await asking.Person(Granåker);
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.SupportsWithChanges, new Remark(PlaceKind.Whole, 0, "Bra i stort."), new Remark(PlaceKind.Part, 1, "Tre dagar räcker inte."), new Remark(PlaceKind.Question, 0, "Nej.")), AnswerStep.Send, registrar));
        WrittenReply Reply(RemarkRow r, string words) => new(r.Response, r.Position, words, ReplyOutcome.Changed);
        var said = (await asking.Answers(asking.By))[0].Remarks;
        Assert.Equal("still-open", (await asking.Keep(k => k.Reply(asking.Id, [Reply(said[0], "Tack.")], asking.By, default)))?.Code);
        await Asking.Until(world, Asking.LastDay.AddDays(1));
        Assert.Equal("may-not-keep-agreement", (await asking.Keep(k => k.Reply(asking.Id, [Reply(said[0], "Tack.")], registrar, default)))?.Code);
        Assert.Null(await asking.Keep(k => k.Reply(asking.Id, [.. said.Select(r => Reply(r, $"Kommentar till {r.Title}"))], asking.By, default)));
        await asking.Agreement.Revise("# Syfte\nTrygg hemgång.\n\n# Ansvar\n- Fem dagar.", "Efter remissen");
        var compilation = (await asking.Compilation())!;
        Assert.Equal(2, compilation.Consultation.NextVersion);
        Assert.Equal(["Syfte", "Ansvar"], compilation.Of(PlaceKind.Part).Select(p => p.Place.Title));
        Assert.Equal([0, 1], compilation.Of(PlaceKind.Part).Select(p => p.Remarks.Count));
        var text = WordText(compilation, world);
        foreach (var words in new[] { "Tre dagar räcker inte.", "Kommentar till Ansvar", "Texten ändras", "Kommentar till Går det att göra på tre dagar?", "Kommentar till Hela förslaget", "Version 2 är låst" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Null(await asking.Keep(k => k.Compile(asking.Id, asking.By, default)));
        Assert.Equal("already-compiled", (await asking.Keep(k => k.Reply(asking.Id, [Reply(said[0], "Nytt")], asking.By, default)))?.Code);
        Assert.Equal("already-compiled", (await asking.Record(Asking.Union, Asking.Answer(Stance.Supports), Asking.LastDay))?.Code);
    }

    [Fact]
    public async Task What_waits_for_somebodys_answer_is_shown_to_them_and_goes_when_it_is_sent()
    {
        await using var world = await once.Copy();
        var asking = await Asking.Begin(world);
        var registrar = await asking.Person(Granåker);
        var body = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "OU").Id;
        var secretary = (await world.Actor((await world.In(s => s.GetRequiredService<BodyMembers>().Standings(body, new(2026, 11, 24), default))).First(s => s.Kind == StandingKind.Secretary).Person))!;
        async Task<bool> Waits(Actor actor) => (await world.In(s => s.GetRequiredService<ConsultationLists>().WaitingFor(actor, default))).Any(w => w.Consultation == asking.Id);
        Assert.True(await Waits(registrar));
        Assert.True(await Waits(secretary));
        Assert.False(await Waits(await asking.Person("Tallmora kommun")));
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.Supports), AnswerStep.Keep, registrar));
        // In lists that others read, how far it has come isn't told.
        Assert.Equal(ResponseState.None, (await world.In(s => s.GetRequiredService<ConsultationLists>().WaitingOf(registrar.Functions[0].Organisation!.Value, default))).Single(w => w.Consultation == asking.Id).State);
        Assert.Null(await asking.Write(Granåker, Asking.Answer(Stance.Supports), AnswerStep.Send, registrar));
        Assert.False(await Waits(registrar));
    }

    [Fact]
    public void A_week_before_its_last_day_and_the_day_before_it_a_silent_consultee_is_reminded()
    {
        DateOnly asked = new(2026, 11, 2), last = new(2026, 11, 30);
        Assert.Equal(new(2026, 11, 23), ConsultationReminders.Next(asked, last, null));
        Assert.Equal(new(2026, 11, 29), ConsultationReminders.Next(asked, last, new(2026, 11, 23)));
        Assert.Equal(new(2026, 11, 29), ConsultationReminders.Next(new(2026, 11, 25), last, null));
        Assert.Null(ConsultationReminders.Next(asked, last, new(2026, 11, 29)));
        Assert.Null(ConsultationReminders.Next(last, last, null));
    }

    [Theory]
    [InlineData(false, false, false, ConsultationState.Draft)]
    [InlineData(true, false, false, ConsultationState.Open)]
    [InlineData(true, true, false, ConsultationState.Closed)]
    [InlineData(true, true, true, ConsultationState.Compiled)]
    public void Its_state_follows_from_what_was_done_and_the_day(bool sent, bool past, bool compiled, ConsultationState expected)
    {
        var at = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(expected, ConsultationLife.Of(isKept: true, sent ? at : null, new(2026, 11, 30), compiled ? at : null, past ? new(2026, 12, 1) : new(2026, 11, 30)));
    }

    [Fact]
    public async Task The_database_says_of_every_consultation_the_state_that_the_program_says()
    {
        await using var world = await once.Copy();
        await Asking.Prepare(world);
        var today = world.Clock.Today();
        var told = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Consultation>().Select(ConsultationLife.On(today)).ToListAsync());
        var rows = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Consultation>().ToListAsync());
        Assert.Equal(rows.Select(c => c.State(today)).Order(), told.Order());
        Assert.Equal(Enum.GetValues<ConsultationState>(), told.Distinct().Order());
    }

    // Those who answered and those who didn't, as the history tells when it closed last.
    static async Task<(int Answered, int Silent)> Told(TestWorld world, Asking asking)
    {
        var row = (await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().Where(h => h.Subject == asking.Id && h.Kind == nameof(ConsultationClosed)).OrderBy(h => h.Number).ToListAsync()))[^1];
        var closed = System.Text.Json.JsonSerializer.Deserialize<ConsultationClosed>(row.Told)!;
        return (closed.Answered, closed.Silent);
    }

    // As every form of the document says it.
    static string WordText(Compilation compilation, TestWorld world)
    {
        using var stream = new MemoryStream(DocxWriter.Write(CompilationDocument.Of(compilation, world.Clock.Today(), world.Clock.Now())));
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(stream, isEditable: false);
        return word.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
