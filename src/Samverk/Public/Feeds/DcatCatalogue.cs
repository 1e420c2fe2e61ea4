using System.Xml.Linq;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>
/// The area's open data as DCAT-AP-SE in RDF/XML, for the harvester of the national data portal: every resource has an
/// address of its own, none is a blank node.
/// </summary>
sealed class DcatCatalogue(Place place, string publisher, ContactRow? contact, DateOnly changed)
{
    public const string Type = "application/rdf+xml; charset=utf-8";
    static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dcat = "http://www.w3.org/ns/dcat#", Terms = "http://purl.org/dc/terms/",
        Foaf = "http://xmlns.com/foaf/0.1/", Vcard = "http://www.w3.org/2006/vcard/ns#";

    const string Swedish = "http://publications.europa.eu/resource/authority/language/SWE", Government = "http://publications.europa.eu/resource/authority/data-theme/GOVE",
        Date = "http://www.w3.org/2001/XMLSchema#date", LocalAuthority = "http://purl.org/adms/publishertype/LocalAuthority", Open = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";

    public byte[] Write(IReadOnlyList<OpenDataset> datasets) => XmlBytes.Of(new(new XElement(Rdf + "RDF",
        new XAttribute(XNamespace.Xmlns + "rdf", Rdf), new XAttribute(XNamespace.Xmlns + "dcat", Dcat), new XAttribute(XNamespace.Xmlns + "dcterms", Terms),
        new XAttribute(XNamespace.Xmlns + "foaf", Foaf), new XAttribute(XNamespace.Xmlns + "vcard", Vcard),
        Thing(Dcat + "Catalog", "katalog",
            Said(Terms + "title", $"Öppna data från samverkan i {place.Area.Name}"),
            Said(Terms + "description", $"Protokoll, beslut, möten och organ i samverkan mellan regionen och kommunerna i {place.Area.Name}."),
            Points(Terms + "publisher", Own("utgivare")), Points(Terms + "license", Licences.Free), Points(Terms + "language", Swedish),
            Points(Foaf + "homepage", place.Whole(PublicPages.OpenDataOf(place.Area.Slug))), Points(Dcat + "themeTaxonomy", "http://publications.europa.eu/resource/authority/data-theme"),
            Day(Terms + "modified"), datasets.Select(d => Points(Dcat + "dataset", Own(d.Id))), datasets.Where(d => d.IsService).Select(d => Points(Dcat + "service", Own(d.Id + "-tjanst")))),
        Thing(Foaf + "Agent", "utgivare", new XElement(Foaf + "name", XmlBytes.Said(publisher)), Points(Terms + "type", LocalAuthority)),
        contact is { Mail: { } mail }
            ? Thing(Vcard + "Organization", "kontakt", new XElement(Vcard + "fn", XmlBytes.Said($"{publisher}, {contact.Label.ToLower(Shared.Swedish.Culture)}")), Points(Vcard + "hasEmail", $"mailto:{mail}"))
            : null,
        datasets.Select(Dataset), datasets.SelectMany(d => d.Distributions.Select(Distribution)), datasets.Where(d => d.IsService).Select(Service))));

    XElement Dataset(OpenDataset d) => Thing(Dcat + "Dataset", d.Id,
        Said(Terms + "title", d.Title), Said(Terms + "description", d.Description), Points(Terms + "publisher", Own("utgivare")),
        contact is { Mail: not null } ? Points(Dcat + "contactPoint", Own("kontakt")) : null,
        Said(Dcat + "keyword", "protokoll"), Said(Dcat + "keyword", "samverkan"), Points(Dcat + "theme", Government), Points(Terms + "language", Swedish), Points(Terms + "accessRights", Open), Day(Terms + "modified"),
        d.Distributions.Select(f => Points(Dcat + "distribution", Own(f.Id))));

    XElement Distribution(OpenFile f) => Thing(Dcat + "Distribution", f.Id,
        Said(Terms + "title", f.Title), new XElement(Terms + "format", f.Format), Points(Dcat + "accessURL", place.Whole(f.Address)), Points(Dcat + "downloadURL", place.Whole(f.Address)), Points(Terms + "license", Licences.Free));

    XElement Service(OpenDataset d) => Thing(Dcat + "DataService", d.Id + "-tjanst",
        Said(Terms + "title", d.Title), Points(Dcat + "endpointURL", place.Whole(d.Distributions[0].Address)), Points(Dcat + "endpointDescription", "https://oparl.org/spezifikation/"),
        Points(Dcat + "servesDataset", Own(d.Id)), Points(Terms + "license", Licences.Free), Points(Terms + "accessRights", Open), Points(Terms + "publisher", Own("utgivare")));

    string Own(string id) => place.Whole(PublicFeeds.Dcat(place.Area.Slug)) + "#" + id;

    XElement Thing(XName kind, string id, params object?[] content) => new(kind, new XAttribute(Rdf + "about", Own(id)), content);

    static XElement Points(XName name, string to) => new(name, new XAttribute(Rdf + "resource", to));

    static XElement Said(XName name, string text) => new(name, new XAttribute(XNamespace.Xml + "lang", "sv"), XmlBytes.Said(text));

    XElement Day(XName name) => new(name, new XAttribute(Rdf + "datatype", Date), changed.Iso());
}
