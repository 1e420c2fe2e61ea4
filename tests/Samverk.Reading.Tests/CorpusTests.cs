using System.Text.Json;
using Samverk.Reading.Tests.Scoring;

namespace Samverk.Reading.Tests;

public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => CorpusDocuments.Names();

    [Fact]
    public void The_whole_corpus_is_read_well()
    {
        var tally = new Tally();
        foreach (var name in CorpusDocuments.Names().Select(n => n.Data))
        {
            var own = new Tally();
            foreach (var each in new[] { own, tally })
                Scorer.Score(CorpusDocuments.Gold(Path.Combine(CorpusDocuments.Folder, name + ".gold.json")), CorpusDocuments.Reading(CorpusDocuments.Document(name)), each);
            output.WriteLine($"{name,-50} record {own.RecordF1:0.000}  all {own.AllF1:0.000}");
        }
        output.WriteLine(tally.ToString());
        Assert.True(tally.RecordF1 >= 0.96, $"record {tally.RecordF1:0.000}");
        Assert.True(tally.AllF1 >= 0.965, $"all {tally.AllF1:0.000}");
    }

    [Fact]
    public void The_real_documents_are_read_well()
    {
        var folder = Path.Combine(CorpusDocuments.Folder, "../../../../shared/minutes");
        Assert.SkipUnless(Directory.Exists(folder), "The real documents are not here.");
        var tally = new Tally();
        foreach (var path in Directory.GetFiles(folder, "*.txt"))
            Scorer.Score(CorpusDocuments.Gold(Path.ChangeExtension(path, ".gold.json")), CorpusDocuments.Reading(CorpusDocuments.Read(path)), tally);
        output.WriteLine(tally.ToString());
        Assert.True(tally.RecordF1 >= 0.97, $"record {tally.RecordF1:0.000}");
        Assert.True(tally.AllF1 >= 0.99, $"all {tally.AllF1:0.000}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_fact_quotes_the_text_at_its_source(string name)
    {
        var document = CorpusDocuments.Document(name);
        Quotes.Check(MinutesReader.Read(document), document);
    }

    [Theory, MemberData(nameof(Names))]
    public void Item_numbers_rise(string name)
    {
        var numbers = MinutesReader.Read(CorpusDocuments.Document(name)).Items.Select(i => i.Number).OfType<string>()
            .Select(n => int.Parse(string.Concat(n.TakeWhile(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Order(), numbers);
    }

    [Theory, MemberData(nameof(Names))]
    public void A_person_with_a_full_name_is_in_the_attendance_list_or_noted(string name)
    {
        var draft = MinutesReader.Read(CorpusDocuments.Document(name));
        var known = draft.Attendance.Select(a => a.Name).Concat(new[] { draft.Chair, draft.Secretary }.OfType<string>()).Concat(draft.Adjusters).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var noted = string.Join('\n', draft.Notes.Select(n => n.Text));
        var named = draft.Items.SelectMany(i => i.Presenters).Concat(draft.Assignments.SelectMany(a => (a.Assignee ?? "").Split(" och ")));
        foreach (var person in named.Where(n => n.Contains(' ', StringComparison.Ordinal) && Reading.Names.IsPerson(n)))
            Assert.True(known.Contains(person) || noted.Contains(person, StringComparison.Ordinal) || known.Any(k => k.StartsWith(person, StringComparison.Ordinal)), person);
    }

    [Theory, MemberData(nameof(Names))]
    public void Reading_twice_gives_the_same(string name)
    {
        var document = CorpusDocuments.Document(name);
        Assert.Equal(DraftJson.Write(MinutesReader.Read(document), document, spans: true), DraftJson.Write(MinutesReader.Read(document), document, spans: true));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_draft_survives_storage_as_json(string name)
    {
        var document = CorpusDocuments.Document(name);
        var draft = MinutesReader.Read(document);
        var stored = JsonSerializer.Deserialize<MinutesDraft>(JsonSerializer.Serialize(draft))!;
        Assert.Equal(DraftJson.Write(draft, document, spans: true), DraftJson.Write(stored, document, spans: true));
    }
}
