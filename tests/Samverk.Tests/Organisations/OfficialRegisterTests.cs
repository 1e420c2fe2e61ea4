using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Tests.Organisations;

public sealed class OfficialRegisterTests
{
    public static TheoryData<string> Codes => [.. OfficialRegister.Regions.Concat(OfficialRegister.Municipalities).Select(e => e.Code)];

    [Fact]
    public void Has_21_regions_and_290_municipalities()
    {
        Assert.Equal(21, OfficialRegister.Regions.Count);
        Assert.Equal(290, OfficialRegister.Municipalities.Count);
        Assert.Equal(290, OfficialRegister.Municipalities.Select(m => m.Name).Distinct().Count());
        Assert.All(OfficialRegister.Municipalities, m => Assert.StartsWith(OfficialRegister.RegionOf(m).Code, m.Code, StringComparison.Ordinal));
        Assert.DoesNotContain(OfficialRegister.Municipalities, m => m.Code.StartsWith("99", StringComparison.Ordinal));
    }

    [Fact]
    public void Tells_the_place_of_every_municipality_from_its_full_name()
    {
        Assert.All(OfficialRegister.Municipalities.Where(m => !m.IsBoth), m => Assert.Equal(m.Name, OrganisationName.Place(m.FullName)));
        Assert.Equal(["Askvik", "Forsnäs", "Björkfors", "Åsmyra", "Region Bergslunda"], new[] { "Askviks kommun", "Forsnäs kommun", "Björkfors kommun", "Åsmyra kommun", "Region Bergslunda" }.Select(OrganisationName.Place));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Recognises_each_as_minutes_write_it(string code)
    {
        var entry = OfficialRegister.Find(code)!;
        var meant = entry.IsBoth ? "09" : code;
        foreach (var form in Ways(entry))
            Assert.Equal((form, meant), (form, OfficialRegister.Recognise(form)?.Code));
    }

    static IEnumerable<string> Ways(RegisterEntry entry)
    {
        string[] said = entry.Kind == OrganisationKind.Region
            ? [entry.Name, $"{OfficialRegister.CountyName(entry)}s landsting"]
            : [entry.Name, entry.FullName, $"{entry.Name} kommun", $"{entry.Name} stad", $"{Genitive(entry.Name)} stad"];
        foreach (var way in said)
        {
            yield return way;
            yield return Genitive(way);
            yield return way.ToUpper(Swedish.Culture);
            yield return Genitive(way).ToUpper(Swedish.Culture);
            yield return $"  {way.Replace(" ", "  ")} ";
            yield return way.Replace('-', ' ');
        }
        if (entry.Kind == OrganisationKind.Municipality)
            yield return $"{entry.Name} kommunens";
    }

    static string Genitive(string name) => "sxz".Contains(char.ToLowerInvariant(name[^1])) ? name : name + "s";

    [Theory]
    [InlineData("Region Örebro", "18")]
    [InlineData("Region Jönköping", "06")]
    [InlineData("Region Västra Götaland", "14")]
    [InlineData("Västra Götalandsregionens", "14")]
    [InlineData("Landstinget Sörmland", "04")]
    [InlineData("Landstinget i Östergötland", "05")]
    [InlineData("Gotlands kommun", "09")]
    [InlineData("Falu kommun", "2080")]
    [InlineData("Falun", "2080")]
    [InlineData("Göteborgs Stad", "1480")]
    [InlineData("Upplands Bro", "0139")]
    public void Recognises_other_known_ways(string written, string code) => Assert.Equal(code, OfficialRegister.Recognise(written)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Region")]
    [InlineData("Regionen")]
    [InlineData("Regionens")]
    [InlineData("Kommun")]
    [InlineData("Kommuns")]
    [InlineData("Kommunerna")]
    [InlineData("Landstinget")]
    [InlineData("Vård")]
    [InlineData("Vårdcentralen Mora")]
    [InlineData("vara")]
    [InlineData("mark")]
    [InlineData("berg")]
    [InlineData("sala")]
    [InlineData("Borå")]
    [InlineData("Västerå")]
    [InlineData("Region Bergslunda")]
    [InlineData("Granåkers kommun")]
    [InlineData("Örebro län")]
    [InlineData("Länsstyrelsen i Örebro län")]
    [InlineData("Kommunal Örebro")]
    public void Does_not_recognise_what_is_neither(string written) => Assert.Null(OfficialRegister.Recognise(written));

    [Theory]
    [InlineData("1882", "Askersunds kommun")]
    [InlineData("1880", "Örebro kommun")]
    [InlineData("0114", "Upplands Väsby kommun")]
    [InlineData("0139", "Upplands-Bro kommun")]
    [InlineData("1438", "Dals-Eds kommun")]
    [InlineData("1490", "Borås kommun")]
    [InlineData("2514", "Kalix kommun")]
    [InlineData("0880", "Kalmar kommun")]
    [InlineData("2080", "Falu kommun")]
    [InlineData("0980", "Region Gotland")]
    [InlineData("18", "Region Örebro län")]
    public void Writes_full_names_with_the_right_genitive(string code, string name) => Assert.Equal(name, OfficialRegister.Find(code)!.FullName);

    [Fact]
    public void Every_municipality_but_Gotlands_is_proposed_beside_its_region()
    {
        Assert.Equal(289, OfficialRegister.Regions.Sum(r => OfficialRegister.PrincipalsBeside(r).Count));
        Assert.Empty(OfficialRegister.PrincipalsBeside(OfficialRegister.Find("09")!));
        Assert.Equal(["Askersund", "Degerfors", "Hallsberg", "Hällefors", "Karlskoga", "Kumla", "Laxå", "Lekeberg", "Lindesberg", "Ljusnarsberg", "Nora", "Örebro"],
            OfficialRegister.PrincipalsBeside(OfficialRegister.Find("18")!).Select(m => m.Name));
    }
}
