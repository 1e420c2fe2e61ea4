using Samverk.Organisations;

namespace Samverk.Public.Feeds;

/// <summary>A file or feed of the open data.</summary>
sealed record OpenFile(string Id, string Title, string Format, string Address);

/// <summary>What belongs together of the open data.</summary>
/// <param name="IsService">Its first address is a service that is asked, not only a file.</param>
sealed record OpenDataset(string Id, string Title, string Description, IReadOnlyList<OpenFile> Distributions, bool IsService = false);

/// <summary>All open data of an area: the one list behind its page and its catalogue.</summary>
static class OpenDataList
{
    public const string Atom = "application/atom+xml", Calendar = "text/calendar", Json = "application/json", Akn = "application/akn+xml";

    public static IReadOnlyList<OpenDataset> Of(string slug, IReadOnlyList<BodyInfo> bodies, IReadOnlyList<OrganisationInfo> principals) =>
    [
        new("protokoll", "Publicerade protokoll", "Nya protokoll med sina beslut, det senast publicerade först. Varje protokoll finns också som Akoma Ntoso; flödet pekar på det.",
        [
            new("protokoll-alla", "Alla organ", Atom, PublicFeeds.Atom(slug)),
            .. bodies.Select(b => new OpenFile($"protokoll-organ-{b.Id:D}", b.Name, Atom, PublicFeeds.AtomOfBody(slug, b.Id))),
            .. principals.Select(o => new OpenFile($"protokoll-huvudman-{o.Id:D}", $"Organ där {o.Name} sitter", Atom, PublicFeeds.AtomOfPrincipal(slug, o.Id))),
        ]),
        new("moten", "Möten", "Kommande möten och möten vars protokoll är publicerade, för kalendrar.",
        [
            new("moten-alla", "Alla organ", Calendar, PublicFeeds.Calendar(slug)),
            .. bodies.Select(b => new OpenFile($"moten-organ-{b.Id:D}", b.Name, Calendar, PublicFeeds.CalendarOfBody(slug, b.Id))),
        ]),
        new("organ", "Organ och platser", "Regionen, kommunerna, organen och vem som har platser i dem, i Popolos form. Utan personer.", [new("organ-popolo", "Organ och platser", Json, PublicFeeds.Popolo(slug))]),
        new("oparl", "Möten, ärenden och beslut", "Organ, möten, punkter och beslut i OParl 1.1:s form, sida för sida.", [new("oparl-system", "Tjänstens början", Json, PublicFeeds.OParl(slug))], IsService: true),
    ];
}
