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

    /// <summary>Each way of saying the same; the abbreviation is one word.</summary>
    static readonly List<List<Term[]>> Groups = [.. Known.Select(k => k.Long.Prepend(k.Short).Select(way => Term.In(way).ToArray()).ToList())];

    static readonly ILookup<string, List<Term[]>> ByFirst = Groups.SelectMany(g => g.Select(way => (First: way[0].Stem, Group: g))).Distinct().ToLookup(p => p.First, p => p.Group);

    /// <summary>Finds, where one of the ways begins, the other ways.</summary>
    /// <returns>How many of the stems it takes; 0 when none begins here.</returns>
    public static int At(IReadOnlyList<string> stems, int at, out List<Term[]> others)
    {
        var best = ByFirst[stems[at]].SelectMany(g => g.Where(way => Stands(way, stems, at)).Select(way => (Way: way, Group: g))).OrderByDescending(f => f.Way.Length).FirstOrDefault();
        others = best.Group is null ? [] : [.. best.Group.Where(way => way != best.Way)];
        return best.Way?.Length ?? 0;
    }

    static bool Stands(Term[] way, IReadOnlyList<string> stems, int at)
    {
        if (at + way.Length > stems.Count)
            return false;
        for (var i = 0; i < way.Length; i++)
            if (stems[at + i] != way[i].Stem)
                return false;
        return true;
    }
}
