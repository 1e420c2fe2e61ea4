using System.Xml.Linq;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings;

/// <summary>
/// The minutes of a meeting in Akoma Ntoso 3.0 (OASIS LegalDocML). The standard has no minutes of its own: they are a
/// debate by the name 'minutes', as its users write them.
/// </summary>
public static class AkomaNtoso
{
    public const string Type = "application/akn+xml; charset=utf-8";
    static readonly XNamespace Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    /// <param name="meeting">As the reader may see it: what is masked is masked here too.</param>
    /// <param name="publishedOn">Null when the minutes are not public.</param>
    public static byte[] Write(MeetingView meeting, BodyInfo body, DateOnly? publishedOn) =>
        XmlBytes.Of(new(E("akomaNtoso", E("debate", new XAttribute("name", "minutes"), new XAttribute("contains", "originalVersion"),
            Meta(meeting, body, publishedOn), Preface(meeting, body), Body(meeting), Conclusions(meeting)))));

    static XElement Meta(MeetingView m, BodyInfo body, DateOnly? publishedOn)
    {
        var work = $"/akn/se/debate/minutes/{Slug(body.Code)}/{m.On.Iso()}";
        var expression = $"{work}/swe@{(m.AdjustedOn ?? m.On).Iso()}";
        return E("meta",
            E("identification", Source(),
                E("FRBRWork", Value("FRBRthis", work + "/!main"), Value("FRBRuri", work), Value("FRBRalias", $"urn:uuid:{m.Id:D}", new XAttribute("name", "samverk")),
                    Date(m.On, "meeting"), Author("#body"), Value("FRBRcountry", "se"), m.CaseNumber is { } number ? Value("FRBRnumber", number) : null, Value("FRBRname", m.MinutesKind ?? "protokoll")),
                E("FRBRExpression", Value("FRBRthis", expression + "/!main"), Value("FRBRuri", expression), Date(m.AdjustedOn ?? m.On, m.AdjustedOn is null ? "meeting" : "adjustment"), Author("#body"),
                    E("FRBRlanguage", new XAttribute("language", "swe"))),
                E("FRBRManifestation", Value("FRBRthis", expression + "/!main.xml"), Value("FRBRuri", expression + ".xml"), Date(publishedOn ?? m.On, publishedOn is null ? "meeting" : "publication"), Author("#samverk"),
                    Value("FRBRformat", "application/akn+xml"))),
            publishedOn is { } day ? E("publication", new XAttribute("date", day.Iso()), new XAttribute("name", "samverk"), new XAttribute("showAs", "Samverk")) : null,
            E("references", Source(),
                Known("TLCOrganization", "samverk", "/akn/ontology/organization/se/samverk", "Samverk"),
                Known("TLCOrganization", "body", $"/akn/ontology/organization/se/{body.Id:D}", body.Name),
                m.Attendance.Select((a, i) => Known("TLCPerson", $"person_{i + 1}", $"/akn/ontology/person/se/{m.Id:D}/{i + 1}", a.Name)),
                m.Attendance.Select(a => a.Role).Distinct().Select(r => Known("TLCRole", Role(r), $"/akn/ontology/role/se/{Role(r)}", r.Words()))));
    }

    static XElement Preface(MeetingView m, BodyInfo body) => E("preface",
        P(E("docTitle", Text($"{SwedishText.Capital(m.MinutesKind ?? "protokoll")}, {body.Name}"))),
        P(E("docDate", new XAttribute("date", m.On.Iso()), $"{SwedishText.WithWeekday(m.On)}{(Dates.Span(m.Start, m.End) is { Length: > 0 } time ? $", {time}" : "")}")),
        m.Place is { } place ? P(E("location", new XAttribute("refersTo", "#body"), Text(place))) : null);

    static XElement Body(MeetingView m)
    {
        var numbers = m.Items.Select(i => i.Number).OfType<string>().ToHashSet();
        bool IsApart(string? item) => item is null || !numbers.Contains(item);
        return E("debateBody",
            E("rollCall", Id("rollCall"), E("heading", "Närvarande"), m.Attendance.Select(Attending)),
            m.Items.Select((item, i) => Section(m, $"item_{i + 1}", item.Number, item.Title, item.Presenters, n => n is not null && n == item.Number && m.Items.First(first => first.Number == n) == item)),
            m.Decisions.Any(d => IsApart(d.Item)) || m.Questions.Any(q => IsApart(q.Item)) ? Section(m, "item_0", null, "Utan punkt", [], IsApart) : null,
            m.ProposedItems.Count == 0 ? null : Blocks("proposals", "Förslag till kommande möten", m.ProposedItems.Select(p => p.Text)));
    }

    static XElement Attending(AttendanceRow a, int i) => P(
        E("person", new XAttribute("refersTo", $"#person_{i + 1}"), new XAttribute("as", "#" + Role(a.Role)), Text(a.Name)),
        Text($"{(a.OrganisationName is null ? "" : $", {a.OrganisationName}")}, {a.Role.Words().ToLower(Swedish.Culture)}{(a.Presence switch { Presence.Absent => ", frånvarande", Presence.Partial => ", delvis närvarande", _ => "" })}"));

    static XElement Section(MeetingView m, string id, string? number, string title, IReadOnlyList<string> presenters, Func<string?, bool> here) =>
        E("debateSection", Id(id), new XAttribute("name", "item"),
            number is null ? null : E("num", Text($"§ {number}")),
            E("heading", Text(title)),
            presenters.Count == 0 ? null : P(Text($"Föredragande: {string.Join(", ", presenters)}")),
            m.Questions.Where(q => here(q.Item)).SelectMany(q =>
                q.Answers.Select(a => Block("answer", a)).Concat(q.Comments.Select(c => Block("comment", c))).Prepend(Block("question", q.Text ?? "Kommentar"))),
            m.Decisions.Where(d => here(d.Item)).Select(d => Block("decision", d.Text, Id($"decision_{d.Id:N}"))));

    static XElement Blocks(string id, string title, IEnumerable<string> texts) =>
        E("debateSection", Id(id), new XAttribute("name", "proposals"), E("heading", title), texts.Select(t => P(Text(t))));

    static XElement Conclusions(MeetingView m) => E("conclusions",
        m.Chair is null ? null : P(Text($"Ordförande: {m.Chair}")),
        m.Secretary is null ? null : P(Text($"Sekreterare: {m.Secretary}")),
        m.Adjusters.Count == 0 ? null : P(Text($"Justerare: {string.Join(", ", m.Adjusters)}")),
        P($"Inläst från original, justerat utanför systemet{(m.AdjustedOn is { } day ? $" {day.InWords()}" : "")}."));

    static XElement Block(string name, string text, params object[] more) => E("block", new XAttribute("name", name), more, Text(text));

    static XElement Value(string name, string value, params object[] more) => E(name, new XAttribute("value", XmlBytes.Said(value)), more);

    static XElement Date(DateOnly day, string name) => E("FRBRdate", new XAttribute("date", day.Iso()), new XAttribute("name", name));

    static XElement Author(string who) => E("FRBRauthor", new XAttribute("href", who));

    static XElement Known(string kind, string id, string address, string name) => E(kind, Id(id), new XAttribute("href", address), new XAttribute("showAs", XmlBytes.Said(name)));

    static XElement P(params object?[] content) => E("p", content);

    static XElement E(string name, params object?[] content) => new(Akn + name, content);

    static XAttribute Id(string id) => new("eId", id);

    static XAttribute Source() => new("source", "#samverk");

    static XText Text(string text) => new(XmlBytes.Said(text));

    static string Role(AttendanceRole role) => $"role_{role.ToString().ToLowerInvariant()}";

    // Codes are letters of the Swedish alphabet; addresses keep to the English one.
    static string Slug(string code) => Uri.EscapeDataString(Swedish.Fold(code).Replace(' ', '-'));
}
