using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.National;

/// <summary>One region of the official register with its municipalities, and a collaboration that is invented: sixty bodies and a hundred people.</summary>
sealed class County
{
    public const int Bodies = 60, People = 100;
    const int Themes = 12, Seats = 15, MostLocal = 15;

    static readonly DateOnly ElectionAfter = new(2023, 1, 1);
    static readonly string[] Trades = ["primärvård", "slutenvård", "socialtjänst", "elevhälsa", "rehabilitering", "patientföreträdare", "psykiatri", "läkemedel", "hemsjukvård", "tandvård", "ekonomi", "FoU", "digitalisering", "kommunikation"];
    static readonly string[] Titles = ["socialchef", "förvaltningschef", "hälso- och sjukvårdsstrateg", "medicinskt ansvarig sjuksköterska", "samordnare", "verksamhetschef", "kommunalråd", "regionråd", "utvecklingsledare", "chefläkare", "utredare", "registrator"];
    static readonly string[] ThemeNames =
        ["Nära vård", "Barn och unga", "Psykisk hälsa", "Äldres hälsa", "Digitalisering", "Kompetensförsörjning", "Missbruk och beroende", "Funktionsnedsättning", "Läkemedel", "Rehabilitering och hjälpmedel", "Beredskap", "Folkhälsa"];

    readonly Dice dice;
    readonly RegisterEntry region;
    readonly IReadOnlyList<RegisterEntry> municipalities;
    readonly List<string> names;
    readonly Dictionary<string, string> secretaries;

    public County(RegisterEntry region, Dice dice, DateOnly from)
    {
        (this.region, this.dice) = (region, dice);
        municipalities = OfficialRegister.PrincipalsBeside(region);
        names = InventedNames.Of(dice, People);
        AllBodies = [.. Plan()];
        secretaries = AllBodies.Select((body, i) => (body.Plan.Code, Name: names[((i * 7) + 1) % names.Count])).ToDictionary(s => s.Code, s => s.Name);
        foreach (var body in AllBodies)
            Seat(body, from);
    }

    public IReadOnlyList<InventedBody> AllBodies { get; }

    /// <summary>Short names of places in the county.</summary>
    public IReadOnlyList<string> Places => municipalities.Count == 0 ? [OfficialRegister.CountyName(region)] : [.. municipalities.Select(m => m.Name)];

    public AreaPlan Area(DateOnly from)
    {
        var name = OfficialRegister.CountyName(region);
        return new(name, Swedish.Fold(name).Replace(' ', '-').Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o'), new(region.FullName, OrganisationKind.Region, region.Code),
            [.. municipalities.Select(m => new PlannedOrganisation(m.FullName, OrganisationKind.Municipality, m.Code))])
        {
            Bodies = [.. AllBodies.Select(b => b.Plan)],
            People = [.. names.Select((person, i) => Person(person, i, from))],
            Contacts = [new(region.FullName, "Registrator", new("registrator@region.example", null, "vardagar 8.00–16.30"), from)],
        };
    }

    // The first person administers; every seventh keeps the minutes of bodies; one in each principal registers.
    PlannedPerson Person(string name, int i, DateOnly from) => new(name, Titles[i % Titles.Length], Home(i))
    {
        Memberships = [.. from b in AllBodies from p in b.Places where p.Person == name select (b.Plan.Code, (string?)p.Seat, MembershipRole.Member, p.From, p.To)],
        Standings =
        [
            .. AllBodies.Where(b => Secretary(b) == name).Select(b => (b.Plan.Code, StandingKind.Secretary, from, (DateOnly?)null)),
            .. AllBodies.Where(b => b.Chair(ElectionAfter) == name).Select(b => (b.Plan.Code, StandingKind.Chair, ElectionAfter, (DateOnly?)null)),
        ],
        Functions = i == 0 ? [(FunctionKind.Administrator, null, from, null, new(null, null, null))]
            : i <= municipalities.Count + 1 ? [(FunctionKind.Registrar, Home(i), from, null, new(null, null, null))] : [],
    };

    public string Secretary(InventedBody body) => secretaries[body.Plan.Code];

    string Home(int person) => person % (municipalities.Count + 1) is var n && n == 0 ? region.FullName : municipalities[n - 1].FullName;

    IEnumerable<InventedBody> Plan()
    {
        yield return Of("SR", "Samverkansrådet för hälsa, social välfärd och vård", "Samverkansrådet", "samverkansråd", null, "rådet", allPrincipals: true);
        yield return Of("AU", "Samverkansrådets arbetsutskott", "Arbetsutskottet", "utskott", "SR", "arbetsutskottet");
        yield return Of("CG", "Chefsgruppen för vård och omsorg", "Chefsgruppen", "chefsgrupp", "SR", "chefsgruppen", allPrincipals: true);
        for (var i = 0; i < Themes; i++)
            yield return Of($"L{i + 1:00}", $"Ledningsgrupp {ThemeNames[i]}", ThemeNames[i], "ledningsgrupp", "CG", "ledningsgruppen");
        var local = municipalities.Take(MostLocal).ToList();
        for (var i = 0; i < local.Count; i++)
            yield return Of($"K{i + 1:00}", $"Lokal samverkansgrupp {local[i].Name}", $"Samverkan {local[i].Name}", "lokal samverkansgrupp", "CG", "gruppen", host: local[i].FullName);
        var left = Bodies - 3 - Themes - local.Count;
        var subjects = dice.Some(Words.Subjects, left);
        for (var i = 0; i < left; i++)
            yield return Of($"A{i + 1:00}", $"Arbetsgrupp för {subjects[i]}", SwedishText.Capital(subjects[i]), "arbetsgrupp", $"L{(i % Themes) + 1:00}", "arbetsgruppen", first: subjects[i]);
    }

    InventedBody Of(string code, string name, string shortName, string kind, string? parent, string acts, bool allPrincipals = false, string? host = null, string? first = null)
    {
        string[] principals = [region.FullName, .. municipalities.Select(m => m.FullName)];
        var seated = allPrincipals ? principals.ToList() : dice.Some(principals, Math.Min(principals.Length, Seats - 5));
        List<PlannedSeat> seats = [.. seated.Select(p => new PlannedSeat(p, p)), .. dice.Some(Trades, Math.Max(2, Seats - seated.Count)).Select(t => new PlannedSeat(t, null))];
        return new(new(code, name, shortName, kind, parent, host ?? region.FullName, seats), acts, first is null ? dice.Some(Words.Subjects, 10) : [first, .. dice.Some(Words.Subjects, 4)]);
    }

    // Somebody of the seat's own organisation when it has one, and another after the election.
    void Seat(InventedBody body, DateOnly from)
    {
        var taken = new HashSet<string>();
        foreach (var seat in body.Plan.Seats)
        {
            var own = names.Where((_, i) => seat.Organisation is null || Home(i) == seat.Organisation).Where(n => !taken.Contains(n)).ToList();
            foreach (var (person, place) in dice.Some(own, 2).Select((person, i) => (person, i)))
            {
                taken.Add(person);
                body.Places.Add(place == 0 && own.Count > 1 ? new(person, seat.Label, from, ElectionAfter.AddDays(-1)) : new(person, seat.Label, own.Count > 1 ? ElectionAfter : from, null));
            }
        }
    }
}
