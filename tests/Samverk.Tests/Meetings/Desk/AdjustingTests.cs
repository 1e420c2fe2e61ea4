using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Mail;
using Samverk.Meetings;
using Samverk.Meetings.Adjusting;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Pdf;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using Samverk.Tests.Organisations;

namespace Samverk.Tests.Meetings.Desk;

[Trait("database", "both")]
public sealed class AdjustingTests(WorldOnce once)
{
    [Fact]
    public async Task What_is_adjusted_is_exactly_what_was_shown_and_the_last_one_seals_it()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Fast vårdkontakt");
        await held.Write("Fast vårdkontakt", new DecisionNote(DecisionOutcome.Endorsement, "ställer sig bakom arbetssättet."));
        await held.Write("Fast vårdkontakt", new AssignmentNote("Ta fram en tidplan för försöket.", "Omar Haddad", null, new(2027, 1, 19)));
        await held.Write("Fast vårdkontakt", new RecommendationNote("Överenskommelse om fast vårdkontakt", null));
        await held.Write("Fast vårdkontakt", new ProposedItemNote("Uppföljning av försöket"));
        var frozen = await held.Freeze();
        Assert.Equal([Held.Chair, Held.Adjuster], frozen.Text.Signers.Select(s => s.Name));
        var pdf = (await Pdf(world, held))!;
        Assert.Equal(frozen.Seal, FrozenText.SealOf(pdf));

        Assert.Equal("stale-text", (await held.Approve(Held.Chair, new string('0', 64)))?.Code);
        Assert.Equal("not-adjuster", (await held.Approve("Petra Lindvik", frozen.Seal))?.Code);
        Assert.Null(await held.Approve(Held.Adjuster, frozen.Seal));
        Assert.Equal("already-approved", (await held.Approve(Held.Adjuster, frozen.Seal))?.Code);
        Assert.Equal(MeetingState.Adjusting, (await held.View()).State);
        Assert.Null(await held.Approve(Held.Chair, frozen.Seal));

        var view = await held.View();
        Assert.Equal(MeetingState.Adjusted, view.State);
        var decision = Assert.Single(view.Decisions);
        Assert.Matches("^NV 2026:[0-9]+$", decision.Number);
        Assert.Equal(frozen.Text.All<DecisionNote>().Single().Note.DecisionNumber, decision.Number);
        Assert.Equal("Uppföljning av försöket", Assert.Single(view.ProposedItems).Text);
        Assert.Equal("Ta fram en tidplan för försöket.", Assert.Single(await world.In(s => s.GetRequiredService<PlansLists>().OnMeetingsPage(held.Meeting, default))).Text);
        Assert.Equal(AgreementState.Recommended, Assert.Single(await world.In(s => s.GetRequiredService<AgreementsLists>().OfMeeting(held.Meeting, default))).State);

        var sealedPdf = (await Pdf(world, held))!;
        Assert.Equal(pdf, sealedPdf[..pdf.Length]);
        var seals = PdfSeals.Read(sealedPdf);
        Assert.True(seals.IsWhole, seals.Problem);
        Assert.Equal([Held.Adjuster, Held.Chair], seals.Seals.Select(s => s.Name));
    }

    [Fact]
    public async Task Those_who_adjust_are_written_to_in_their_turn_and_reminded_and_the_secretary_hears_of_a_refusal()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var (body, administrator) = ((await held.View()).Body, await Publications.Administrator(world));
        Assert.Null(await world.Said<BodyRulesKeeper>(k => k.Change(body, BodyRulesInfo.Default with { Order = AdjustingOrder.Sequential }, administrator, default)));
        var frozen = await held.Freeze();
        var outbox = world.Services.GetRequiredService<Outbox>();
        var (first, second) = (frozen.Text.Signers[0], frozen.Text.Signers[1]);
        await outbox.DoAll(default);
        await outbox.DoAll(default);
        Assert.Equal([first.Name], (await Letters(world)).Select(l => l.ToName));
        Assert.Null(await held.Approve(first.Name, frozen.Seal));
        await outbox.DoAll(default);
        Assert.Equal([first.Name, second.Name], (await Letters(world)).Select(l => l.ToName));

        world.Clock.At = frozen.DueOn.AddDays(-1).At(new TimeOnly(8, 30));
        await outbox.DoAll(default);
        await outbox.DoAll(default);
        var reminder = (await Letters(world))[^1];
        Assert.Equal((second.Name, 3), (reminder.ToName, (await Letters(world)).Count));
        Assert.StartsWith("Påminnelse: justera senast", reminder.Subject, StringComparison.Ordinal);

        var refuses = await world.Actor(second.Name);
        Assert.Null(await held.Adjust(a => a.ObjectTo(held.Meeting, "Det var tolv kommuner.", refuses, default)));
        var told = (await Letters(world))[^1];
        Assert.Equal((held.By.Name, $"Justeras inte: protokollet från {frozen.Text.BodyName} 24 november 2026"), (told.ToName, told.Subject));
    }

    [Fact]
    public async Task What_is_restricted_is_read_by_those_who_write_chair_or_adjust_and_by_no_other_of_the_body()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Ett enskilt ärende", ItemKind.Discussion, null, null, null, new("25 kap. 1 § OSL", "Uppgifter om en enskild")), null, held.By, default)));
        await held.Write("Ett enskilt ärende", new TextNote("Det som bara några får läsa."));
        var item = (await held.Items()).Single(i => i.Title == "Ett enskilt ärende");
        var frozen = await held.Freeze();
        var (chair, adjuster) = (await world.Actor(Held.Chair), await world.Actor(Held.Adjuster));
        var member = await world.Actor((await held.Participants()).First(p => p is { Role: AttendanceRole.Member, Person: not null } && frozen.Text.Signers.All(s => s.Person != p.Person)).Name);
        Assert.Null(await held.Adjust(a => a.Comment(held.Meeting, item.Id, "Stryk namnet.", adjuster, default)));

        foreach (var reader in new[] { held.By, chair, adjuster })
        {
            var all = (await held.Frozen(reader))!;
            Assert.Equal((true, 1, "Ett enskilt ärende"), (all.MayHavePdf, all.Comments.Count, all.Text.Items.Single(i => i.Id == item.Id).Title));
            Assert.NotNull(await PdfFor(world, held, reader));
        }
        var some = (await held.Frozen(member))!;
        Assert.Equal((false, 0, "Sekretess"), (some.MayHavePdf, some.Comments.Count, some.Text.Items.Single(i => i.Id == item.Id).Title));
        Assert.Null(await PdfFor(world, held, member));

        foreach (var signer in frozen.Text.Signers)
            Assert.Null(await held.Approve(signer.Name, frozen.Seal));
        Assert.Null(await PdfFor(world, held, member));
        Assert.NotNull(await PdfFor(world, held, adjuster));
        Assert.False((await world.In(s => s.GetRequiredService<AdjustingLists>().Adjusted(held.Meeting, member, default)))!.MayReadAll);
    }

    [Fact]
    public async Task The_two_last_who_adjust_at_the_same_time_seal_it_once()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var frozen = await held.Freeze();
        var answers = await Task.WhenAll(frozen.Text.Signers.Select(s => held.Approve(s.Name, frozen.Seal)));
        Assert.All(answers, Assert.Null);
        Assert.Equal(MeetingState.Adjusted, (await held.View()).State);
        Assert.Equal(frozen.Text.Signers.Count, PdfSeals.Read((await Pdf(world, held))!).Seals.Count);
    }

    [Fact]
    public async Task Opening_it_again_is_told_undoes_what_was_adjusted_and_the_next_version_shows_what_is_new()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var note = await held.Write("Läget i kommunerna", new TextNote("Elva kommuner redovisar läget."));
        var first = await held.Freeze();
        Assert.Equal("frozen", (await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, note, new TextNote("x"), 1, held.By, default))).Refusal?.Code);
        Assert.Null(await held.Approve(Held.Chair, first.Seal));
        var adjuster = await world.Actor(Held.Adjuster);
        await world.In(s => s.GetRequiredService<MinutesAdjuster>().Read(held.Meeting, adjuster, default));
        Assert.Null(await held.Adjust(a => a.ObjectTo(held.Meeting, "Det var tolv kommuner.", adjuster, default)));

        Assert.Equal("reason-missing", (await held.Adjust(a => a.Reopen(held.Meeting, " ", held.By, default)))?.Code);
        Assert.Null(await held.Adjust(a => a.Reopen(held.Meeting, "Antalet kommuner var fel.", held.By, default)));
        Assert.Null((await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, note, new TextNote("Tolv kommuner redovisar läget."), 1, held.By, default))).Refusal);
        var second = await held.FreezeAgain();

        Assert.Equal(2, second.Version);
        Assert.NotEqual(first.Seal, second.Seal);
        Assert.Empty(second.Approvals);
        Assert.Equal("stale-text", (await held.Approve(Held.Chair, first.Seal))?.Code);
        var seen = (await held.Frozen(adjuster))!;
        Assert.Equal("Elva kommuner redovisar läget.", seen.ReadBefore!.All<TextNote>().Single().Content.Text);
        Assert.Equal("Tolv kommuner redovisar läget.", seen.Text.All<TextNote>().Single().Content.Text);
    }

    [Fact]
    public async Task Adjusted_minutes_never_change_and_a_correction_is_a_note_beside_them()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        var note = await held.Write("Läget i kommunerna", new TextNote("Elva kommuner redovisar läget."));
        await held.Seal();
        var before = await Pdf(world, held);
        Assert.Equal("sealed", (await world.In(s => s.GetRequiredService<MinuteDesk>().Save(held.Meeting, note, new TextNote("x"), 1, held.By, default))).Refusal?.Code);
        Assert.Equal("not-adjusting", (await held.Adjust(a => a.Reopen(held.Meeting, "Fel.", held.By, default)))?.Code);
        Assert.Equal("not-held", (await held.Desk(d => d.GoOn(held.Meeting, held.By, default)))?.Code);
        Assert.Null(await held.Adjust(a => a.Correct(held.Meeting, "5", "Det var tolv kommuner.", "Med inloggningsnyckel", held.By, default)));
        var reader = await world.Actor("Leila Mansour");
        var adjusted = (await world.In(s => s.GetRequiredService<AdjustingLists>().Adjusted(held.Meeting, reader, default)))!;
        Assert.Equal("Det var tolv kommuner.", Assert.Single(adjusted.Corrections).Words);
        Assert.Equal(before, await Pdf(world, held));
    }

    [Fact]
    public async Task A_sealed_file_that_somebody_has_changed_is_found()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        await held.Seal();
        Task<SealedResult> Proof() => world.In(s => s.GetRequiredService<SealedProof>().Walk(default));
        var whole = await Proof();
        Assert.Null(whole.Broken);
        Assert.True(whole.Minutes > 1);
        var pdf = (await Pdf(world, held))!;
        foreach (var changed in new[] { pdf.Length / 3, pdf.Length - 200 })
        {
            byte[] tampered = [.. pdf];
            tampered[changed] ^= 1;
            await world.In(s => s.GetRequiredService<SamverkDb>().Set<SealedMinutes>().Where(m => m.Meeting == held.Meeting).ExecuteUpdateAsync(set => set.SetProperty(m => m.Pdf, tampered)));
            Assert.Contains(held.Meeting.ToString("D"), (await Proof()).Broken, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_restricted_is_in_no_register_and_its_file_only_for_those_of_the_body()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Läget i kommunerna");
        Assert.Null(await held.Agenda(a => a.AddItem(held.Meeting, new("Ett enskilt ärende", ItemKind.Decision, null, null, null, new("25 kap. 1 § OSL", "Uppgifter om en enskild")), null, held.By, default)));
        await held.Write("Ett enskilt ärende", new DecisionNote(DecisionOutcome.Decision, "hemligheten beslutas."));
        await held.Seal();
        var view = await held.View();
        Assert.Empty(view.Decisions);
        Assert.Contains(view.Items, i => i.Title == "Sekretess");
        Assert.DoesNotContain(view.Items, i => i.Title == "Ett enskilt ärende");
        var (outsider, member) = (await world.Actor("Leila Mansour"), await world.Actor(Held.Adjuster));
        Assert.Null(await world.In(s => s.GetRequiredService<AdjustingLists>().Pdf(held.Meeting, outsider, default)));
        Assert.NotNull(await world.In(s => s.GetRequiredService<AdjustingLists>().Pdf(held.Meeting, member, default)));
    }

    [Fact]
    public async Task Nobody_adjusts_minutes_that_nobody_was_elected_to_adjust_until_somebody_is()
    {
        await using var world = await once.Copy();
        var held = await Held.Today(world);
        Assert.Null(await held.Agenda(a => a.Begin(held.Meeting, held.By, default)));
        Assert.Null(await held.Desk(d => d.Open(held.Meeting, held.By, default)));
        Assert.Null(await held.Desk(d => d.Close(held.Meeting, held.By, default)));
        Assert.Equal("adjuster-missing", (await held.Adjust(a => a.Freeze(held.Meeting, null, held.By, default)))?.Code);
    }

    [Fact]
    public async Task What_was_put_off_proposed_and_is_due_is_on_the_next_agenda_by_itself_with_the_minutes_before_it()
    {
        await using var world = await once.Copy();
        var held = await Held.Open(world, "Kostnader för korttidsplatser");
        await held.Write("Kostnader för korttidsplatser", new DeferralNote("Underlag saknas.", new(2027, 1, 19)));
        await held.Write("Kostnader för korttidsplatser", new ProposedItemNote("Besök på en vårdcentral"));
        await held.Write("Kostnader för korttidsplatser", new AssignmentNote("Räkna på tre nivåer av korttidsplatser.", "Omar Haddad", null, new(2027, 1, 15)));
        await held.Seal();
        var next = await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().Where(m => m.On == new DateOnly(2027, 1, 19)).Select(m => m.Id).SingleAsync());
        Assert.Null(await held.Agenda(a => a.Begin(next, held.By, default)));
        var titles = await world.In(async s => (await s.GetRequiredService<DeskLists>().Items((await s.GetRequiredService<DeskLists>().Meeting(next, held.By, default))!, default)).Select(i => i.Title).ToList());
        Assert.Contains("Föregående protokoll, 24 november 2026", titles);
        Assert.Contains("Kostnader för korttidsplatser", titles);
        Assert.Contains("Besök på en vårdcentral", titles);
        Assert.Contains("Räkna på tre nivåer av korttidsplatser.", titles);
        Assert.Equal("Mötet avslutas", titles[^1]);
    }

    static Task<byte[]?> Pdf(TestWorld world, Held held) => PdfFor(world, held, held.By);

    static Task<byte[]?> PdfFor(TestWorld world, Held held, Actor reader) => world.In(s => s.GetRequiredService<AdjustingLists>().Pdf(held.Meeting, reader, default));

    static Task<List<Message>> Letters(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Message>().Where(m => m.Kind == AdjustmentLetters.LetterKind).OrderBy(m => m.Id).ToListAsync());
}
