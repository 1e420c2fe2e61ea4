namespace Samverk.Search.Analysis;

/// <summary>The field's standing abbreviations and what they are short for: whoever searches for the one finds the other.</summary>
static class Abbreviations
{
    static readonly (string Short, string[] Long)[] Known =
    [
        ("ök", ["överenskommelse"]),
        ("sip", ["samordnad individuell plan"]),
        ("lus", ["lagen om samverkan vid utskrivning", "samverkan vid utskrivning från sluten hälso- och sjukvård"]),
        ("hsl", ["hälso- och sjukvårdslagen"]),
        ("sol", ["socialtjänstlagen"]),
        ("lss", ["lagen om stöd och service till vissa funktionshindrade", "stöd och service"]),
        ("skr", ["sveriges kommuner och regioner"]),
        ("mas", ["medicinskt ansvarig sjuksköterska"]),
        ("mar", ["medicinskt ansvarig för rehabilitering"]),
        ("bup", ["barn- och ungdomspsykiatrin"]),
        ("bvc", ["barnavårdscentral"]),
        ("vc", ["vårdcentral"]),
        ("säbo", ["särskilt boende"]),
        ("fvk", ["fast vårdkontakt"]),
        ("ivo", ["inspektionen för vård och omsorg"]),
        ("gdpr", ["dataskyddsförordningen"]),
        ("osl", ["offentlighets- och sekretesslagen"]),
        ("dos", ["dosdispenserade läkemedel"]),
    ];

    static readonly List<string[]> NoWords = [];

    /// <summary>Each way of saying the same, as stems; the abbreviation has one.</summary>
    static readonly List<List<string[]>> Groups = [.. Known.Select(k => k.Long.Prepend(k.Short).Select(Stems).ToList())];

    static readonly ILookup<string, List<string[]>> ByFirst = Groups.SelectMany(g => g.Select(way => (First: way[0], Group: g))).Distinct().ToLookup(p => p.First, p => p.Group);

    /// <summary>Finds, where one of the ways begins, the other ways.</summary>
    /// <returns>How many of the stems it takes; 0 when none begins here.</returns>
    public static int At(IReadOnlyList<string> stems, int at, out List<string[]> others)
    {
        var best = ByFirst[stems[at]].SelectMany(g => g.Where(way => Stands(way, stems, at)).Select(way => (Way: way, Group: g))).OrderByDescending(f => f.Way.Length).FirstOrDefault();
        others = best.Group is null ? NoWords : [.. best.Group.Where(way => way != best.Way)];
        return best.Way?.Length ?? 0;
    }

    static bool Stands(string[] way, IReadOnlyList<string> stems, int at)
    {
        if (at + way.Length > stems.Count)
            return false;
        for (var i = 0; i < way.Length; i++)
            if (stems[at + i] != way[i])
                return false;
        return true;
    }

    static string[] Stems(string words) => [.. Term.In(words).Select(t => t.Stem)];
}
