using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Agreements;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;
using Samverk.Storage;
using Samverk.Tests.House;
using KeptReading = Samverk.Import.Reading;

namespace Samverk.Tests.Import;

[Trait("database", "both")]
public sealed class FromFileToRecordTests(WorldOnce once)
{
    const string Minutes = """
        Protokoll
        Chefsgruppen för hälsa, social välfärd och vård

        Tid: Fredag den 27 november 2026 kl. 9.00–12.00
        Plats: Sal Åsen, Regionhuset Stenvalla

        Närvarande:
        Helena Wikmark	Region Bergslunda
        Nils Oskarsson-Berg	Granåkers kommun

        1. Mötet öppnas
        Mötet öppnas.

        2. Trygghetslarm
        Beslut: Chefsgruppen beslutar att förlänga försöket med trygghetslarm till den 30 juni 2027.
        Helena Wikmark får i uppdrag att ta fram en tidplan senast den 15 januari 2027.

        3. Mötet avslutas
        Mötet avslutas.
        """;

    [Fact]
    public async Task Nothing_enters_the_record_before_a_person_confirms()
    {
        await using var world = await once.Copy();
        var before = await Meetings(world);
        var document = await HandIn(world, "cg.txt", Minutes);
        Assert.Equal(before, await Meetings(world));
        Assert.Equal(DocumentState.Read, await State(world, document, answered: true));
    }

    [Fact]
    public async Task A_confirmed_reading_is_a_meeting_with_decisions_and_assignments()
    {
        await using var world = await once.Copy();
        var document = await HandIn(world, "cg.txt", Minutes);
        Assert.Null(await Confirm(world, document));
        await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            var meeting = await db.Set<Meeting>().Include(m => m.Decisions).Include(m => m.Items).SingleAsync(m => m.Document == document);
            Assert.Equal(MeetingState.Recorded, meeting.State);
            Assert.Equal(new DateOnly(2026, 11, 27), meeting.On);
            Assert.Contains(meeting.Decisions, d => d.Text.Contains("förlänga försöket", StringComparison.Ordinal) && d.Number.StartsWith("CG 2026:", StringComparison.Ordinal));
            var assignment = await db.Set<Assignment>().SingleAsync(a => a.Meeting == meeting.Id);
            Assert.Equal(new DateOnly(2027, 1, 15), assignment.DueLast);
            Assert.NotNull(assignment.AssigneePerson);
            // Every fact points back to its words in the original.
            var text = string.Concat((await db.Set<KeptReading>().SingleAsync(r => r.Document == document)).Pages);
            Assert.Contains("trygghetslarm", text);
            Assert.All(meeting.Decisions, d => Assert.True(d.Source.End > d.Source.Start));
        });
    }

    [Fact]
    public async Task The_same_bytes_are_kept_once()
    {
        await using var world = await once.Copy();
        var first = await HandIn(world, "cg.txt", Minutes);
        var (_, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Igen", [new("annat-namn.txt", Encoding.UTF8.GetBytes(Minutes))], null, default));
        Assert.Equal([new Received(first, true)], received);
    }

    [Fact]
    public async Task The_same_meeting_from_another_file_is_refused_with_words()
    {
        await using var world = await once.Copy();
        Assert.Null(await Confirm(world, await HandIn(world, "cg.txt", Minutes)));
        var again = await HandIn(world, "cg-2.txt", Minutes + "\nBilaga 1\n");
        Assert.Equal("same-meeting", (await Confirm(world, again))?.Code);
    }

    [Fact]
    public async Task An_undone_confirmation_takes_all_its_facts_out_of_the_registers_and_leaves_the_rows()
    {
        await using var world = await once.Copy();
        var before = await Meetings(world);
        var document = await HandIn(world, "cg.txt", Minutes);
        Assert.Null(await Confirm(world, document));
        var secretary = await world.Actor("Maria Sandelin");
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(document, secretary, default)));
        Assert.Equal(before, await Meetings(world));
        Assert.Equal(DocumentState.Undone, await State(world, document));
        Assert.NotEqual(0, await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().CountAsync(m => m.Document == document)));
        Assert.Null((await world.In(s => Verification.Walk(s.GetRequiredService<SamverkDb>()))).Broken);
        // And it can be confirmed again.
        Assert.Null(await Confirm(world, document));
    }

    [Fact]
    public async Task A_meeting_announced_twice_keeps_the_later_word_and_stays_until_nobody_announces_it()
    {
        await using var world = await once.Copy();
        var (first, second) = (await HandIn(world, "1.txt", Announcing("2031-01-14", "Nästa möte är den 17 juni 2031.")), await HandIn(world, "2.txt", Announcing("2031-03-11", "Nästa möte är den 17 juni 2031 kl. 13.00–16.00.")));
        Assert.Null(await Confirm(world, second));
        Assert.Null(await Confirm(world, first));
        Assert.Equal(new TimeOnly(13, 0), await StartOfJuneMeeting(world));
        var secretary = await world.Actor("Maria Sandelin");
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(second, secretary, default)));
        Assert.Null(await StartOfJuneMeeting(world));
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Undo(first, secretary, default)));
        Assert.False(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().AnyAsync(m => m.On == June)));
    }

    static readonly DateOnly June = new(2031, 6, 17);

    static string Announcing(string day, string next) =>
        $"Minnesanteckningar Chefsgruppen\n\nDatum: {day}\n\nNärvarande:\nMaria Sandelin, Region Bergslunda\n\n1. Mötet öppnas\nOrdföranden öppnar mötet.\n\n2. Nästa möte\n{next}\n";

    static Task<TimeOnly?> StartOfJuneMeeting(TestWorld world) =>
        world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().Where(m => m.On == June).Select(m => m.Start).SingleAsync());

    [Fact]
    public async Task An_import_cannot_be_undone_once_somebody_has_reported_its_assignment()
    {
        await using var world = await once.Copy();
        var document = await HandIn(world, "cg.txt", Minutes);
        Assert.Null(await Confirm(world, document));
        var administrator = await Administrator(world);
        Assert.Null(await world.In(async s =>
        {
            var db = s.GetRequiredService<SamverkDb>();
            return await s.GetRequiredService<Work>().Do(async () =>
                (await db.Set<Assignment>().AsTracking().SingleAsync(a => db.Set<Meeting>().Any(m => m.Id == a.Meeting && m.Document == document)))
                    .MakeReport(administrator, "Tidplanen är klar.", world.Clock.Now()));
        }));
        var refusal = await world.In(s => s.GetRequiredService<Importing>().Undo(document, administrator, default));
        Assert.Equal("acted-on", refusal?.Code);
        Assert.Contains("redovisat", refusal!.Text);
    }

    [Fact]
    public async Task A_secretary_of_another_body_cannot_confirm()
    {
        await using var world = await once.Copy();
        var document = await HandIn(world, "cg.txt", Minutes);
        await Answer(world, document);
        var chefsgruppen = (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "CG").Id;
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        Actor? other = null;
        foreach (var person in people)
            if (await world.Actor(person.Id) is { IsAdministrator: false, HasPlace: true } actor && actor.IsSecretary(null) && !actor.SecretaryOf.Contains(chefsgruppen))
                other = actor;
        Assert.Equal("may-not-record", (await world.In(s => s.GetRequiredService<Importing>().Confirm(document, other, default)))?.Code);
    }

    [Fact]
    public async Task A_stale_review_is_refused_and_the_newer_one_stands()
    {
        await using var world = await once.Copy();
        var administrator = await Administrator(world);
        var document = await HandIn(world, "cg.txt", Minutes);
        var (review, version) = await Review(world, document);
        review.Place = "Sal Björken";
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Save(document, review, version, administrator, default)));
        review.Place = "Sal Granen";
        Assert.Equal("stale", (await world.In(s => s.GetRequiredService<Importing>().Save(document, review, version, administrator, default)))?.Code);
        Assert.Equal("Sal Björken", (await Review(world, document)).Review.Place);
    }

    [Fact]
    public async Task A_refused_confirmation_leaves_no_trace()
    {
        await using var world = await once.Copy();
        var administrator = await Administrator(world);
        var document = await HandIn(world, "cg.txt", Minutes);
        var (review, version) = await Review(world, document);
        review.Assignments.Add(new() { Text = "Något", Due = "snart" });
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Save(document, review, version, administrator, default)));
        var rows = await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync());
        Assert.Equal("date", (await Confirm(world, document))?.Code);
        Assert.Equal(rows, await world.In(s => s.GetRequiredService<SamverkDb>().Set<HistoryRow>().CountAsync()));
    }

    [Fact]
    public async Task Two_people_of_the_same_name_in_different_organisations_stay_two()
    {
        await using var world = await once.Copy();
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        var same = people.Where(p => p.Name == "Anna Lindqvist").ToList();
        Assert.Equal(2, same.Count);
        Assert.Equal(2, same.Select(p => p.Organisation).Distinct().Count());
    }

    [Fact]
    public async Task A_name_that_nobody_has_said_who_it_is_stays_a_name()
    {
        await using var world = await once.Copy();
        var people = (await world.In(s => s.GetRequiredService<AreaDirectory>().People(default))).Count;
        var document = await HandIn(world, "cg.txt", Minutes.Replace("Nils Oskarsson-Berg", "Okänd Besökare", StringComparison.Ordinal));
        Assert.Null(await Confirm(world, document));
        Assert.Equal(people, (await world.In(s => s.GetRequiredService<AreaDirectory>().People(default))).Count);
        Assert.True(await world.In(s => s.GetRequiredService<SamverkDb>().Set<Attendance>().AnyAsync(a => a.Name == "Okänd Besökare" && a.Person == null)));
    }

    [Fact]
    public async Task Originals_are_kept_byte_for_byte_also_when_large()
    {
        await using var world = await once.Copy();
        var bytes = new byte[Chunk.Size * 2 + 17];
        new Random(7).NextBytes(bytes);
        var (_, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Stor", [new("stor.bin", bytes)], null, default));
        Assert.Equal(bytes, await world.In(s => s.GetRequiredService<Importing>().Content(received[0].Document, default)));
    }

    static async Task<Guid> HandIn(TestWorld world, string name, string text)
    {
        var (_, received) = await world.In(s => s.GetRequiredService<Importing>().Receive("Prov", [new(name, Encoding.UTF8.GetBytes(text))], null, default));
        await world.Services.GetRequiredService<Outbox>().DoAll(default);
        return received[0].Document;
    }

    static async Task<Refusal?> Confirm(TestWorld world, Guid document)
    {
        await Answer(world, document);
        var administrator = await Administrator(world);
        return await world.In(s => s.GetRequiredService<Importing>().Confirm(document, administrator, default));
    }

    /// <summary>Says that the body is Chefsgruppen, and answers what is asked so that names stay names.</summary>
    static async Task Answer(TestWorld world, Guid document)
    {
        var administrator = await Administrator(world);
        var (review, version) = await Review(world, document);
        review.Body ??= (await world.In(s => s.GetRequiredService<AreaDirectory>().Bodies(default))).Single(b => b.Code == "CG").Id;
        foreach (var question in review.Questions)
            question.Answer ??= "ok";
        Assert.Null(await world.In(s => s.GetRequiredService<Importing>().Save(document, review, version, administrator, default)));
    }

    static async Task<Actor> Administrator(TestWorld world)
    {
        foreach (var person in await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)))
            if (await world.Actor(person.Id) is { IsAdministrator: true } actor)
                return actor;
        throw new InvalidOperationException("The World has no administrator.");
    }

    static Task<(Review Review, int Version)> Review(TestWorld world, Guid document) => world.In(async s =>
    {
        var db = s.GetRequiredService<SamverkDb>();
        return ((await db.Set<KeptReading>().SingleAsync(r => r.Document == document)).Review, (await db.Set<Document>().SingleAsync(d => d.Id == document)).Version);
    });

    static async Task<DocumentState> State(TestWorld world, Guid document, bool answered = false)
    {
        if (answered)
            await Answer(world, document);
        return await world.In(async s => (await s.GetRequiredService<SamverkDb>().Set<Document>().Include(d => d.Confirmations).SingleAsync(d => d.Id == document)).State);
    }

    static Task<int> Meetings(TestWorld world) => world.In(s => s.GetRequiredService<SamverkDb>().Set<Meeting>().Live().CountAsync(m => m.Document != null));
}
