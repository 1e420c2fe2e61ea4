using System.Globalization;
using System.Xml.Linq;
using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Agreements.Disputes;
using Samverk.Agreements.Ledger;
using Samverk.Agreements.Texts;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>What waits for a principal's decision, as a feed that its own case system follows, and the text that is to be decided about.</summary>
static class AdoptionFeeds
{
    const string AtomMedia = "application/atom+xml", PdfMedia = "application/pdf";
    static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static Route Waiting { get; } = new("GET", "/principals/{id}/waiting.atom", "getWaiting", Groups.Agreements, MayAttribute.Read, new("Det som väntar på en huvudmans beslut", "What waits for a principal's decision"), AnswerFeed)
    {
        Description = new("Atom (RFC 4287) med en post för varje text som huvudmannen ombeds att anta och inte har beslutat om, den som ska besvaras först först. Sedan en post för varje remiss som huvudmannen har fått och inte har svarat på, och för varje tvist där den inte har skickat sin ståndpunkt på steget där tvisten ligger. Posten försvinner när beslutet är registrerat eller svaret skickat.",
            "Atom (RFC 4287) with an entry for each text that the principal is asked to adopt and has not decided about, the one to be answered first first. Then an entry for each consultation that it was sent and has not answered, and for each dispute where it has not sent its position at the step where the dispute is. The entry goes when the decision is registered or the answer is sent."),
        Answers = [new(200, new("Flödet.", "The feed."), null, AtomMedia)],
    };

    public static Route Text { get; } = new("GET", "/adoptions/{id}/text.pdf", "getAdoptionText", Groups.Agreements, MayAttribute.Read, new("Texten som ska antas", "The text to be adopted"), AnswerText)
    {
        Description = new("Den låsta texten som PDF, byte för byte den som antas.", "The locked text as PDF, byte for byte what is adopted."),
        Answers = [new(200, new("Texten.", "The text."), null, PdfMedia)],
    };

    static async Task<Answer> AnswerText(Call call) =>
        await call.Get<LedgerLists>().Adoption(call.Id, call.Actor, call.Stop) is { } view && await call.Get<TextLists>().Pdf(view.Row.Agreement, view.Row.Version, call.Stop) is { } pdf ? new Found(pdf, PdfMedia) : Answer.Missing;

    static async Task<Answer> AnswerFeed(Call call)
    {
        if ((await call.Get<AreaDirectory>().Organisations(call.Stop)).FirstOrDefault(o => o.Id == call.Id) is not { } principal)
            return Answer.Missing;
        var request = call.Context.Request;
        return new Found(Write(principal, await call.Get<LedgerLists>().WaitingOf(call.Id, call.Stop), await call.Get<ConsultationLists>().WaitingOf(call.Id, call.Stop), await call.Get<DisputeLists>().WaitingOf(call.Id, call.Stop), request.Site()), AtomMedia);
    }

    static byte[] Write(OrganisationInfo principal, List<AdoptionRow> waiting, IReadOnlyList<WaitingConsultation> asked, IReadOnlyList<WaitingPosition> owed, string site) => XmlBytes.Of(new(new XElement(Atom + "feed", new XAttribute(XNamespace.Xml + "lang", "sv"),
        new XElement(Atom + "id", $"urn:uuid:{principal.Id:D}"),
        new XElement(Atom + "title", XmlBytes.Said($"Väntar på {principal.Name}")),
        new XElement(Atom + "updated", Day(waiting.Select(a => a.OpenedOn).Concat(asked.Select(c => c.AskedOn)).Concat(owed.Select(p => p.AskedOn)).Append(DateOnly.FromDateTime(DateTime.UnixEpoch)).Max())),
        new XElement(Atom + "author", new XElement(Atom + "name", "Samverk")),
        Link("self", $"{site}{Route.Root}/principals/{principal.Id:D}/waiting.atom", AtomMedia),
        waiting.Select(a => Entry(a, site)), asked.Select(c => Entry(c, site)), owed.Select(p => Entry(p, site)))));

    static XElement Entry(AdoptionRow a, string site) => new(Atom + "entry",
        new XElement(Atom + "id", $"urn:uuid:{a.Id:D}"),
        new XElement(Atom + "title", XmlBytes.Said($"{a.AgreementName}, version {a.Version}")),
        new XElement(Atom + "updated", Day(a.OpenedOn)),
        Link("alternate", site + AgreementPages.Adoption(a.Id), "text/html"),
        Link("enclosure", $"{site}{Route.Root}/adoptions/{a.Id:D}/text.pdf", PdfMedia),
        new XElement(Atom + "summary", XmlBytes.Said($"Svar senast {a.AnswerBy.InWords()}.{(a.PlannedOn is { } planned ? $" Planerat {planned.InWords()}." : "")}{(a.State == AdoptionState.ReferredBack ? " Återremitterad." : "")}")));

    static XElement Entry(WaitingConsultation c, string site) => new(Atom + "entry",
        new XElement(Atom + "id", $"urn:uuid:{c.Consultee:D}"),
        new XElement(Atom + "title", XmlBytes.Said($"Remiss: {c.Name}, version {c.Version}")),
        new XElement(Atom + "updated", Day(c.AskedOn)),
        Link("alternate", site + ConsultationPages.Answer(c.Consultation), "text/html"),
        new XElement(Atom + "summary", XmlBytes.Said($"Svar senast {c.LastDay.InWords()}.")));

    // A party owes one position for each step, so the entry is another when the dispute has gone up.
    static XElement Entry(WaitingPosition p, string site) => new(Atom + "entry",
        new XElement(Atom + "id", $"{site}{DisputePages.Position(p.Dispute, p.Party)}#{p.AskedOn.Iso()}"),
        new XElement(Atom + "title", XmlBytes.Said($"Tvist: {p.Subject}")),
        new XElement(Atom + "updated", Day(p.AskedOn)),
        Link("alternate", site + DisputePages.Position(p.Dispute), "text/html"),
        new XElement(Atom + "summary", XmlBytes.Said($"Ståndpunkt senast {p.LastDay.InWords()}. {p.AgreementName}, {p.StepName}.")));

    static XElement Link(string relation, string address, string type) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    static string Day(DateOnly day) => day.Begins().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
