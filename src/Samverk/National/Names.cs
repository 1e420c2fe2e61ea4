using Samverk.Storage;

namespace Samverk.National;

/// <summary>Invented people: first names as Sweden has them, surnames that are put together for this.</summary>
static class InventedNames
{
    static readonly string[] First =
    [
        "Aida", "Ailo", "Albin", "Alma", "Amina", "Anders", "Ann-Sofi", "Arvid", "Ásllat", "Astrid", "Awa", "Axel", "Azad", "Berivan", "Birgit", "Bo-Göran", "Britt", "Cahide", "Carina", "Dag",
        "Dragana", "Ebba", "Eero", "Elin", "Elsa-Karin", "Emir", "Erland", "Fadumo", "Farid", "Fatima", "Folke", "Gerd", "Goran", "Greta", "Gun-Britt", "Gustav", "Hamza", "Hanna", "Hedvig", "Hillevi",
        "Ibrahim", "Inga-Lill", "Ingvar", "Irena", "Isak", "Jasmina", "Jens", "Jörgen", "Kaisa", "Karl-Erik", "Katarzyna", "Kerstin", "Kjell", "Leila", "Lennart", "Linnéa", "Lovisa", "Maj", "Malte", "Maryam",
        "Mats-Ola", "Merja", "Mikael", "Minh", "Mirjam", "Moa", "Nadia", "Nils-Åke", "Nuria", "Olof", "Omar", "Oskar", "Päivi", "Per-Anders", "Petra", "Ragnhild", "Rasmus", "Rebwar", "Reza", "Rut",
        "Saga", "Samira", "Sigrid", "Siv", "Solveig", "Sten", "Sunniva", "Svea", "Tariq", "Tekla", "Theres", "Tor", "Tuula", "Ulla", "Vanja", "Vera", "Viggo", "Yasin", "Ylva", "Zeinab", "Åsa", "Örjan",
    ];

    static readonly string[] Beginnings =
    [
        "Alm", "Arv", "Björn", "Bly", "Brack", "Djur", "Ekor", "Fager", "Fjäll", "Glim", "Gran", "Gull", "Havs", "Hjort", "Hägg", "Isfjäll", "Järv", "Klint", "Korp", "Krus", "Linde", "Ljung", "Malm", "Myr", "Näver",
        "Orr", "Pil", "Ripa", "Rönn", "Salts", "Silver", "Skare", "Sköld", "Sten", "Säv", "Tall", "Tind", "Tjäder", "Vass", "Vide", "Vinter", "Ålands", "Åsk", "Älv", "Ör", "Öster",
    ];

    static readonly string[] Endings = ["bäcker", "dahler", "fallberg", "fors", "gårdh", "holt", "klev", "kvister", "landh", "marker", "rotsjö", "skogh", "strander", "sätra", "tegner", "vallin", "viker", "ådahl", "åsander", "ängsberg"];

    static readonly string[] FromElsewhere =
    [
        "Abdirizaq", "Al-Nahar", "Begovac", "Dahirsson", "Dervišin", "Farhadian", "Gábna", "Hakimzad", "Hämäläsalo", "Jankowiec", "Kalliokangas", "Kovačin", "Labbaoui", "Mansouriad", "Ngayen", "Niiles", "Osmanir", "Petrovan", "Rahimzad", "Salmeronen", "Tesfayon", "Warsamen", "Xhemalin", "Yilmazer", "Zandiani",
    ];

    /// <summary>As many different names as are asked for.</summary>
    public static List<string> Of(Dice dice, int count)
    {
        List<string> names = [];
        HashSet<string> taken = [];
        while (names.Count < count)
            if (One(dice) is var name && taken.Add(name))
                names.Add(name);
        return names;
    }

    static string One(Dice dice) => $"{dice.Of(First)} {(dice.Chance(.2) ? dice.Of(FromElsewhere) : dice.Of(Beginnings) + dice.Of(Endings))}";
}
