using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Tests.House;
using Samverk.Tests.Meetings;

namespace Samverk.Tests.Public;

public sealed class AkomaNtosoTests(WorldOnce once)
{
    static readonly string Schemas = Path.GetFullPath(Path.Combine(Source.Root, "..", "shared", "standards", "akn"));
    static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    [Fact]
    public async Task Every_set_of_published_minutes_is_valid_by_the_official_schema_and_says_every_decision()
    {
        Assert.SkipUnless(Directory.Exists(Schemas), $"The official schema is not at {Schemas}.");
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        var schema = Schema();
        foreach (var meeting in await Publications.Recorded(world, published: true))
        {
            var document = await Read(browser, $"/publikt/bergslunda/moten/{meeting}/protokoll.akn.xml");
            Assert.Empty(Faults(document, schema));
            var shown = (await Publications.Shown(world, meeting))!.Meeting;
            Assert.Equal(shown.Decisions.Select(d => d.Text).Order(), document.Descendants(Akn + "block").Where(b => b.Attribute("name")?.Value == "decision").Select(b => b.Value).Order());
            Assert.Equal(shown.Attendance.Count, document.Descendants(Akn + "person").Count());
        }
    }

    [Fact]
    public void Minutes_with_nothing_in_them_and_with_everything_odd_are_valid_too()
    {
        Assert.SkipUnless(Directory.Exists(Schemas), $"The official schema is not at {Schemas}.");
        var schema = Schema();
        var body = new BodyInfo(Ids.Next(), default, default, "ÅÄ Ö/1", "Rådet & gruppen <för> samråd", "Rådet");
        var bare = new MeetingView(Ids.Next(), body.Id, new(2026, 9, 11), null, null, null, null, null, null, null, null, [], null, null, MeetingState.Recorded, [], [], [], [], [], []);
        var odd = bare with
        {
            Start = new(9, 30), End = new(12, 0), Place = "sal \u0001 <Åsen>", MinutesKind = "minnesanteckningar", CaseNumber = "RS 2026/1 & 2", Chair = "Björn Åkerlind", Secretary = "", Adjusters = ["Aida Begić", ""], AdjustedOn = new(2026, 9, 20),
            Attendance = [new("", null, null, null, AttendanceRole.Guest, Presence.Partial, true, "not"), new("Per-Olov Rask", null, "Dalsjö", null, AttendanceRole.Chair, Presence.Absent, false, null)],
            Items = [new("4", "Läget", ["Jonas Fridell"], Span.None), new("4", "Samma nummer", [], Span.None), new(null, "", [], Span.None)],
            Decisions = [new(Ids.Next(), "SR 2026:1", "4", "A < B & C", DecisionOutcome.Decision, Span.None), new(Ids.Next(), "SR 2026:2", null, "", DecisionOutcome.Election, Span.None), new(Ids.Next(), "SR 2026:3", "99", "Utan punkt", DecisionOutcome.Election, Span.None)],
            Questions = [new("4", null, ["Ja"], ["Nja"], Span.None), new(null, "Varför?", [], [], Span.None)],
            ProposedItems = [new(null, "Ett förslag", Span.None)],
        };
        foreach (var (meeting, day) in new[] { (bare, (DateOnly?)null), (odd, new DateOnly(2026, 10, 1)) })
        {
            var document = XDocument.Parse(System.Text.Encoding.UTF8.GetString(AkomaNtoso.Write(meeting, body, day)));
            Assert.Empty(Faults(document, schema));
            Assert.Equal(meeting.Decisions.Count, document.Descendants(Akn + "block").Count(b => b.Attribute("name")?.Value == "decision"));
        }
    }

    static async Task<XDocument> Read(HttpClient browser, string address)
    {
        await using var stream = await browser.GetStreamAsync(address);
        return await XDocument.LoadAsync(stream, LoadOptions.None, default);
    }

    static XmlSchemaSet Schema()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var (space, file) in new[] { ("http://www.w3.org/XML/1998/namespace", "xml.xsd"), (Akn.NamespaceName, "akomantoso30.xsd") })
        {
            using var reader = XmlReader.Create(Path.Combine(Schemas, file), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            schemas.Add(space, reader);
        }
        schemas.Compile();
        return schemas;
    }

    static List<string> Faults(XDocument document, XmlSchemaSet schema)
    {
        List<string> faults = [];
        document.Validate(schema, (_, fault) => faults.Add(fault.Message));
        return faults;
    }
}
