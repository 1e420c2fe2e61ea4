using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Organisations;
using Samverk.Tests.House;
using static Samverk.Tests.Organisations.Keeping;

namespace Samverk.Tests.Organisations;

/// <summary>A membership list as Swedish offices save it: read, matched, looked at, saved.</summary>
[Trait("database", "both")]
public sealed class MemberListTests(WorldOnce once)
{
    const string List = """
        Organ;Plats;Namn;Kommun;Befattning;E-post;Roll;Fr.o.m.;T.o.m.
        Samverkansrådet;;Lennart Brodell;Askvik;ordförande;;Ledamot;2019-01-01;
        SR;Björkfors;Tuva Hellgren;Björkfors kommun;ledamot;tuva@bjorkfors.example;Suppleant;2027-01-01;2030
        Samverkansrådet;;Hellgren, Tuva;;;;adjungerad;2027-01-01;
        Chefsgruppen;;Anna Lindqvist;Granåker;förvaltningschef;;ersättare;2027-01-01;

        """;

    static IReadOnlyList<MemberLine> Lines(byte[] content)
    {
        var (rows, refusal) = MemberSheet.Read(content);
        Assert.Null(refusal);
        var (lines, _, headless) = MemberColumns.Read(rows);
        Assert.Null(headless);
        return lines;
    }

    static Task<IReadOnlyList<MemberRow>> Match(TestWorld world, IReadOnlyList<MemberLine> lines, Actor by, Guid? body = null, Dictionary<int, MemberChoice>? choices = null) =>
        world.In(s => s.GetRequiredService<MemberMatch>().Match(lines, body, choices ?? [], by, default));

    public static TheoryData<string, byte[]> Saved() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(List) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(List)] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(List) },
        { "Macintosh", CodePagesEncodingProvider.Instance.GetEncoding(10000)!.GetBytes(List) },
        { "Unicode text with tabs", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(List.Replace(';', '\t'))] },
        { "commas", Encoding.UTF8.GetBytes(List.Replace("Hellgren, Tuva", "\"Hellgren, Tuva\"").Replace(';', ',')) },
        { "a line that says the separator", Encoding.UTF8.GetBytes("sep=;\r\n" + List) },
        { "a title above the head", Encoding.UTF8.GetBytes("Ledamöter 2027;;;;;;;;\r\n\r\n" + List) },
        { "a workbook", Workbook(List.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(';'))) },
    };

    [Theory]
    [MemberData(nameof(Saved))]
    public void A_list_reads_the_same_however_it_was_saved(string how, byte[] content)
    {
        var lines = Lines(content);
        Assert.True(lines.Count == 4, how);
        Assert.Equal(["Lennart Brodell", "Tuva Hellgren", "Tuva Hellgren", "Anna Lindqvist"], lines.Select(l => l.Name));
        Assert.Equal(("SR", "Björkfors", "Björkfors kommun", "ledamot", "tuva@bjorkfors.example", "Suppleant", "2027-01-01", "2030"),
            (lines[1].Body, lines[1].Seat, lines[1].Organisation, lines[1].Title, lines[1].Mail, lines[1].Role, lines[1].From, lines[1].To));
    }

    [Fact]
    public void Days_are_read_as_lists_write_them()
    {
        Assert.Equal(new(2027, 1, 1), MemberWords.Day("2027", last: false));
        Assert.Equal(new(2027, 12, 31), MemberWords.Day("2027", last: true));
        Assert.Equal(new(2027, 3, 2), MemberWords.Day("2/3/2027", last: false));
        Assert.Equal(new(2027, 3, 2), MemberWords.Day("20270302", last: false));
        Assert.Equal(new(2027, 3, 2), MemberWords.Day("2 mars 2027", last: false));
        Assert.Equal(new(2027, 1, 1), MemberWords.Day("46388", last: false));
        Assert.Null(MemberWords.Day("snart", last: false));
        Assert.Null(MemberWords.Day("2027-02-30", last: false));
    }

    [Fact]
    public async Task Each_row_is_matched_and_only_what_is_new_is_saved()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var rows = await Match(world, Lines(Encoding.UTF8.GetBytes(List)), by);
        Assert.Empty(rows.SelectMany(r => r.Problems));
        Assert.Equal([true, false, false, false], rows.Select(r => r.IsKnown));
        Assert.Equal(["Askvik", "Björkfors", null, "Granåker"], rows.Select(r => r.SeatLabel));
        Assert.Equal([MembershipRole.Member, MembershipRole.Deputy, MembershipRole.CoOpted, MembershipRole.Deputy], rows.Select(r => r.Role));
        // A person of the same name in another organisation stays another.
        Assert.Null(rows[3].Person);
        Assert.Equal(2, rows[3].Candidates.Count);
        Assert.Contains("En annan med samma namn finns", Assert.Single(rows[3].Notes), StringComparison.Ordinal);
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)), p => p.Name == "Tuva Hellgren");

        Assert.Null(await world.Said<MemberImport>(m => m.Save(rows, by, default)));
        var people = await world.In(s => s.GetRequiredService<AreaDirectory>().People(default));
        Assert.Equal(3, people.Count(p => p.Name == "Anna Lindqvist"));
        Assert.Equal("tuva@bjorkfors.example", (await world.In(async s => await s.GetRequiredService<AdministrationLists>().Person(people.First(p => p is { Name: "Tuva Hellgren", OrganisationName: not null }).Id, default)))!.Mail);
        Assert.Contains("Tuva Hellgren blev ersättare i Samverkansrådet för Björkfors från 1 januari 2027 till och med 31 december 2030", await world.Told((await world.Body("SR")).Id));
        // The same list again has nothing to save but what can't be told apart from somebody new.
        var again = await Match(world, Lines(Encoding.UTF8.GetBytes(List)), by);
        Assert.True(again[0].IsKnown && again[1].IsKnown && again[3].IsKnown);
    }

    [Fact]
    public async Task Problems_are_said_per_row_and_a_person_resolves_those_that_can_be_chosen()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var lines = Lines(Encoding.UTF8.GetBytes("""
            Namn;Organ;Organisation;Roll;Från;Till
            ;SR;Askvik;ledamot;2027;
            Tuva Hellgren;Okända rådet;Askvik;ledamot;2027;
            Tuva Hellgren;SR;Örebro;ledamot;2027;
            Tuva Hellgren;SR;Askvik;kassör;2027;
            Tuva Hellgren;SR;Askvik;ledamot;snart;
            Tuva Hellgren;SR;Askvik;ledamot;2027-05-01;2026-05-01
            Tuva Hellgren;BU;Askvik;ledamot;2027;
            Kerstin Öberg;SR;;ledamot;2027;
            """));
        var rows = await Match(world, lines, by);
        Assert.All(rows, r => Assert.NotEmpty(r.Problems));
        Assert.All(rows, r => Assert.False(r.Include));
        string[] told = ["Namnet saknas", "Okända rådet", "Örebro", "kassör", "snart", "före den första", "vilken plats", "vilken plats"];
        foreach (var (row, words) in rows.Zip(told))
            Assert.Contains(words, string.Join(' ', row.Problems), StringComparison.Ordinal);
        Assert.Equal("list-nothing", await world.Said<MemberImport>(m => m.Save(rows, by, default)));

        var north = await world.Seat("BU", "Norra länsdelen");
        var chosen = await Match(world, [lines[6]], by, null, new() { [lines[6].Number] = new(true, null, north) });
        Assert.True(chosen[0].Include);
        Assert.Null(await world.Said<MemberImport>(m => m.Save(chosen, by, default)));
        Assert.Equal("Norra länsdelen", (await world.Place("BU", "Tuva Hellgren")).SeatLabel);
    }

    [Fact]
    public async Task A_row_that_is_refused_stops_the_whole_list()
    {
        await using var world = await once.Copy();
        var by = await world.Administrator();
        var rows = await Match(world, Lines(Encoding.UTF8.GetBytes("""
            Namn;Organ;Plats;Organisation;Roll;Från
            Tuva Hellgren;SR;Askvik;Askvik;ersättare;2027
            Kerstin Öberg;SR;Dalsjö;Askvik;ledamot;2027
            Kerstin Öberg;SR;Forsnäs;Askvik;ledamot;2027
            """)), by);
        Assert.Equal("place-overlaps", await world.Said<MemberImport>(m => m.Save(rows, by, default)));
        Assert.DoesNotContain(await world.In(s => s.GetRequiredService<AreaDirectory>().People(default)), p => p.Name == "Tuva Hellgren");
    }

    [Fact]
    public async Task A_coordinator_reads_in_only_what_fills_the_seats_of_her_organisation()
    {
        await using var world = await once.Copy();
        var rows = await Match(world, Lines(Encoding.UTF8.GetBytes("""
            Namn;Organ;Organisation;Roll;Från
            Tuva Hellgren;SR;Askvik;ersättare;2027
            Emin Salihović;SR;Dalsjö;ersättare;2027
            """)), await world.Actor("Kennet Brolund"));
        Assert.Empty(rows[0].Problems);
        Assert.NotEmpty(rows[1].Problems);
    }

    [Fact]
    public void What_is_no_list_is_refused_in_words()
    {
        Assert.Equal("list-empty", MemberSheet.Read([]).Refusal!.Code);
        Assert.Equal("list-old", MemberSheet.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).Refusal!.Code);
        Assert.Equal("list-damaged", MemberSheet.Read("PK\u0003\u0004 och sedan inget"u8.ToArray()).Refusal!.Code);
        Assert.Equal("list-damaged", MemberSheet.Read([.. Enumerable.Range(0, 600).Select(i => (byte)(i % 7))]).Refusal!.Code);
        Assert.Equal("list-large", MemberSheet.Read(new byte[MemberSheet.MostBytes + 1]).Refusal!.Code);
        Assert.Equal("list-long", MemberSheet.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Tuva;SR\n", 600)))).Refusal!.Code);
        Assert.Equal("list-damaged", MemberSheet.Read(Encoding.UTF8.GetBytes("Namn;Organ\n" + new string('x', 5000) + ";SR\n")).Refusal!.Code);
        Assert.Equal("head-missing", MemberColumns.Read(MemberSheet.Read("Tuva Hellgren;SR"u8.ToArray()).Rows).Refusal!.Code);
        Assert.Equal("list-empty", MemberColumns.Read(MemberSheet.Read("Namn;Organ\n"u8.ToArray()).Rows).Refusal!.Code);
    }

    [Fact]
    public void The_template_is_read_by_what_reads_lists()
    {
        Assert.Equal("Förnamn Efternamn", Assert.Single(Lines(MemberTemplate.Csv())).Name);
        Assert.Equal(Lines(MemberTemplate.Csv()), Lines(MemberTemplate.Workbook()));
    }

    /// <summary>As Excel saves it: shared strings, days as numbers, and a cell left out where it is empty.</summary>
    static byte[] Workbook(IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var strings = book.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable();
            var sheet = book.AddNewPart<WorksheetPart>();
            var data = new SheetData();
            foreach (var (row, r) in rows.Select((row, r) => (row, r)))
            {
                var line = new Row { RowIndex = (uint)r + 1 };
                foreach (var (cell, c) in row.Select((cell, c) => (cell, c)).Where(x => x.cell.Length > 0))
                {
                    strings.SharedStringTable.AppendChild(new SharedStringItem(new Text(cell)));
                    line.AppendChild(new Cell { CellReference = $"{(char)('A' + c)}{r + 1}", DataType = CellValues.SharedString, CellValue = new CellValue((strings.SharedStringTable.ChildElements.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) });
                }
                data.AppendChild(line);
            }
            sheet.Worksheet = new Worksheet(data);
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Blad1" }));
        }
        return stream.ToArray();
    }
}
