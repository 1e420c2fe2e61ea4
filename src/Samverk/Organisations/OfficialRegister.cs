using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A region or a municipality as SCB's register has it.</summary>
/// <param name="Code">Two digits for a region, its county's; four for a municipality.</param>
/// <param name="Name">'Region Örebro län', 'Askersund'.</param>
/// <param name="FullName">As the organisation is written: 'Region Örebro län', 'Askersunds kommun'.</param>
/// <param name="County">The county's code.</param>
public sealed record RegisterEntry(string Code, string Name, string FullName, OrganisationKind Kind, string County)
{
    /// <summary>Gotland's region is its municipality too: one principal plays both parts.</summary>
    public bool IsBoth => County == OfficialRegister.Gotland;
}

/// <summary>The 21 regions and 290 municipalities of Sweden, and the ways that minutes write them.</summary>
public static class OfficialRegister
{
    internal const string Gotland = "09";

    static readonly Dictionary<string, string> Counties = Rows("regions").ToDictionary(row => row[0], row => row[1]);

    public static IReadOnlyList<RegisterEntry> Regions { get; } =
        [.. Rows("regions").Select(row => new RegisterEntry(row[0], row[2], row[2], OrganisationKind.Region, row[0]))];

    public static IReadOnlyList<RegisterEntry> Municipalities { get; } =
        [.. Rows("municipalities").Select(row => new RegisterEntry(row[0], row[1], FullName(row[1]), OrganisationKind.Municipality, row[2]))];

    static readonly Dictionary<string, RegisterEntry> ByCode = Regions.Concat(Municipalities).ToDictionary(entry => entry.Code);

    static readonly Dictionary<string, RegisterEntry> ByForm = Forms();

    /// <returns>Null when the register has no such code.</returns>
    public static RegisterEntry? Find(string code) => ByCode.GetValueOrDefault(code);

    public static RegisterEntry RegionOf(RegisterEntry municipality) => ByCode[municipality.County];

    /// <summary>In Swedish order. Gotland's one municipality is its region and stands there, not here.</summary>
    public static IReadOnlyList<RegisterEntry> PrincipalsBeside(RegisterEntry region) =>
        [.. Municipalities.Where(m => m.County == region.County && !m.IsBoth).OrderBy(m => m.Name, Swedish.Names)];

    /// <summary>'Örebro län', what an area is called when nobody says otherwise.</summary>
    public static string CountyName(RegisterEntry entry) => Counties[entry.County];

    /// <summary>
    /// What a name in minutes means: 'Växjö', 'Växjö kommuns', 'VÄXJÖ', 'Örebros', 'Region Örebro', 'Örebro läns landsting'.
    /// A lone word without a capital is a word of the language ('vara', 'mark'), not a municipality.
    /// </summary>
    /// <returns>Null when it is neither a region nor a municipality.</returns>
    public static RegisterEntry? Recognise(string written)
    {
        if (!written.Any(char.IsUpper) && !written.Trim().Contains(' '))
            return null;
        return OrganisationName.Forms(written).Select(form => ByForm.GetValueOrDefault(form)).FirstOrDefault(entry => entry is not null);
    }

    static Dictionary<string, RegisterEntry> Forms()
    {
        Dictionary<string, RegisterEntry> forms = [];
        foreach (var region in Regions)
            foreach (var form in RegionForms(region))
                forms.TryAdd(Swedish.Fold(form), region);
        foreach (var municipality in Municipalities)
            foreach (var form in MunicipalityForms(municipality))
                forms.TryAdd(Swedish.Fold(form), municipality.IsBoth ? RegionOf(municipality) : municipality);
        return forms;
    }

    // Before 2020 regions could be landsting: older minutes say so.
    static IEnumerable<string> RegionForms(RegisterEntry region)
    {
        var county = Counties[region.Code];
        var land = county[..^" län".Length];
        var own = region.Name.Replace("Region ", "").Replace("regionen", "");
        yield return region.Name;
        foreach (var place in new[] { own, county, land, land.TrimEnd('s') })
        {
            yield return $"Region {place}";
            yield return $"Landstinget {place}";
            yield return $"Landstinget i {place}";
        }
        yield return $"{county}s landsting";
    }

    static IEnumerable<string> MunicipalityForms(RegisterEntry municipality)
    {
        yield return municipality.Name;
        if (municipality.FullName.EndsWith(Kommun, StringComparison.Ordinal))
            yield return municipality.FullName[..^Kommun.Length];
    }

    const string Kommun = " kommun";

    static string FullName(string name) => name switch
    {
        "Falun" => "Falu kommun",
        "Kalmar" => "Kalmar kommun",
        "Gotland" => "Region Gotland",
        _ when "aeiouyåäösxz".Contains(name[^1]) => name + Kommun,
        _ => name + "s" + Kommun,
    };

    static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(OfficialRegister).Assembly.GetManifestResourceStream($"Samverk.Organisations.Register.{file}.csv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Where(line => !line.StartsWith('#')).Skip(1).Select(line => line.Split(','))];
    }
}
