namespace Samverk.Reading;

/// <summary>Finds the agreements that an item deals with, and how far they have come.</summary>
static class AgreementReader
{
    static readonly Phrases Noun = new("överenskommelse", "överenskommelsen", "överenskommelser", "överenskommelserna", "ök", "ök:n", "ök:en", "öken", "avtal", "avtalet", "*avtal", "*avtalet", "*överenskommelse", "*överenskommelsen", "avtalen", "*avtalen", "samverkansöverenskommelse*");
    static readonly Phrases NotThese = new("kollektivavtal*", "anställningsavtal*", "hyresavtal*", "ramavtal*", "biträdesavtal*", "löneavtal*");
    static readonly Phrases Specifies = new("om", "med", "mellan", "kring", "avseende", "för", "gällande", "rörande", "angående", "samarbete", "samverkan", "hälso-", "hälso", "beträffande", "vid");
    static readonly Phrases Stops = new("är", "har", "hade", "ska", "skall", "skickades", "skickas", "gäller", "löper", "behöver", "måste", "antas", "antogs", "kommer", "blir", "innehåller", "förlängdes", "godkändes", "som", "att", "där", "vilket", "vilken", "kan", "bör", "väntas", "togs", "tas", "bygger", "beskriver", "reglerar", "men", "när", "enligt", "presenteras", "presenterades", "omfattar", "innebär", "trädde", "träder", "finns", "skrevs", "tecknas", "tecknades", "undertecknades", "förslaget", "förlängs", "revideras", "reviderades", "inte", "nu", "senast", "remitteras", "upphör", "saknas", "diskuteras", "diskuterades", "ligger", "visar", "fungerar", "går", "gick", "fick", "får", "tog", "och", "samt", "efter", "inför", "under", "föreslås", "redovisas", "ännu", "var", "innan", "skriver", "hanteras", "från", "hållas", "delas", "utgår", "uppdateras", "uppdaterades", "fastställdes");
    static readonly Phrases State = new("staten", "regeringen", "staten och skr");

    static readonly (string Status, Phrases Words)[] Statuses =
    [
        ("recommended-for-adoption", new("rekommenderar *", "rekommendera", "att anta", "föreslår att", "anta överenskommelsen", "anta avtalet", "rekommenderade", "fatta beslut om *", "för antagande")),
        ("in-preparation", new("inte redo", "ej redo", "inte färdigberedd")),
        ("under-consultation", new("är på remiss", "är ute på remiss", "ute på remiss", "skickas på remiss", "sänds på remiss", "går ut på remiss", "skickas ut på remiss", "på remiss till", "på remiss fram", "skickas ut till parterna för", "remissomgång", "sänds nu ut", "på remiss t.o.m", "remiss pågår", "ute för remiss", "för samråd")),
        ("endorsed", new("ställer sig bakom", "ställde sig bakom", "ställa sig bakom", "ställt sig bakom", "godkänd av", "godkänt av", "godkänner", "godkändes", "godkända av", "godkänns", "godkänd i", "tillstyrker", "tillstyrkte", "står bakom")),
        ("needs-revision", new("måste uppdateras", "måste revideras", "måste göras om", "måste ändras", "måste förnyas", "måste omförhandlas", "behöver ändras", "behöver omförhandlas", "är i stort behov", "måste omarbetas", "måste skrivas", "måste ses", "därför uppdateras", "behöver revideras", "behöver uppdateras", "behöver ses över", "behöver skrivas", "behöver omarbetas", "behöver därför", "bör revideras", "bör uppdateras", "bör ses över", "inaktuell*", "revidering behövs", "föråldrad*", "behov av revidering", "behöver förnyas", "behöver göras om", "är i behov")),
        ("in-preparation", new("inte klart", "inte klar", "håller på att arbetas", "håller på att tas", "under framtagande", "inget nytt")),
        ("adopted", new("antagen", "antaget", "antagits", "antogs", "antagna", "tecknad", "tecknat", "tecknats", "tecknades", "undertecknad", "undertecknat", "undertecknats", "undertecknades", "undertecknade", "påskriven", "påskrivet", "påskrivna", "skrivit på", "signerad", "signerats", "träder i kraft", "trädde i kraft", "gäller från", "har antagit", "förlängdes", "förlängts", "antagit")),
        ("in-preparation", new("utkast", "förslag", "förslaget", "tas fram", "ta fram", "arbete pågår", "arbetet pågår", "pågår", "framtaget", "framtagna", "framtagande", "håller på", "omarbetning", "omarbetas", "omarbetar", "skrivs om", "ses över", "ny", "nytt", "nya", "bordlägg*", "arbetsgrupp*", "revideras", "revidering", "revideringen", "under arbete", "färdigställ*", "bereds", "förhandl*", "process", "underlag", "återremitt*", "på remiss", "remiss", "remissen")),
    ];

    public static void Read(ItemReading reading)
    {
        var start = reading.Draft.Agreements.Count;
        var listed = FromTables(reading);
        if (InTitle(reading) is { } title && listed.Count == 0)
            Add(reading, reading.Item.Heading, title.Start, title.End, StatusOf(reading.Passages.Select(p => p.Sentence)) ?? StatusOf([new Sentence(reading.Item.Heading, reading.Item.TitleStart, reading.Item.TitleEnd)]) ?? "mentioned");
        if (reading.Passages.Exists(p => Noun.In(p.Sentence.Words)))
            foreach (var group in reading.Passages.GroupBy(p => p.Sentence.Block).Where(g => !listed.Contains(g.Key)))
                FromBlock(reading, group.Select(p => p.Sentence).ToList(), start, group.First().Label);
    }

    /// <summary>The agreements of the item's tables, and the rows that they were read from.</summary>
    static HashSet<Block> FromTables(ItemReading reading)
    {
        var rows = new HashSet<Block>();
        foreach (var (table, row) in ListTable.Rows(reading.Item))
            if (table.Status >= 0 && table.Cell(row, table.Subject) is { } name && rows.Add(row))
                Add(reading, row, name.Start, name.End, table.Cell(row, table.Status) is { } status ? StatusIn(new(row, status.Start, status.End)) : "mentioned");
        return rows;
    }

    static readonly Phrases OnRemiss = new("på remiss", "remiss", "remitterad", "remitterat", "på samråd", "samråd");
    static readonly Phrases InForce = new("gäller", "gällande", "i kraft", "beslutad", "beslutat", "klar", "klart");

    /// <summary>A cell of few words says less than a sentence: 'Remiss', 'Gäller'.</summary>
    static string StatusIn(Sentence cell) =>
        OnRemiss.Find(cell.Words) is { At: 0 } ? "under-consultation" : StatusOf([cell]) ?? (InForce.In(cell.Words) ? "adopted" : "mentioned");

    static (int Start, int End)? InTitle(ItemReading reading)
    {
        var item = reading.Item;
        var sentence = new Sentence(item.Heading, item.TitleStart, item.TitleEnd);
        if (Noun.Find(sentence.Words) is not { } noun || NotThese.At(sentence.Words, noun.At) > 0 || IsGeneral(sentence, noun.At))
            return null;
        return (sentence.Words[Adjectives(sentence, noun.At)].Start, NameEnd(sentence, noun.At, inTitle: true));
    }

    static readonly Phrases General = new("parterna", "huvudmännen", "oss", "avtal", "överenskommelser", "övriga", "lokala", "alla");

    /// <summary>'Överenskommelser', 'Avtal mellan parterna' and '– ny överenskommelse' name none.</summary>
    static bool IsGeneral(Sentence sentence, int noun)
    {
        var (words, word) = (sentence.Words, sentence.Words[noun].Lower);
        var compound = word.Length > 14 && !word.StartsWith("överenskommelse", StringComparison.Ordinal) || word.EndsWith("avtal", StringComparison.Ordinal) && word.Length > 5 || word.EndsWith("avtalet", StringComparison.Ordinal) && word.Length > 7;
        if (noun + 1 >= words.Length)
            return !compound;
        return word is "överenskommelser" or "avtalen" && words.Length < noun + 4 || noun + 3 == words.Length && General.At(words, noun + 2) > 0;
    }

    static void FromBlock(ItemReading reading, List<Sentence> sentences, int start, PassageLabel? label)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            for (var at = 0; at < sentence.Words.Length; at++)
            {
                if (Noun.At(sentence.Words, at) == 0 || NotThese.At(sentence.Words, at) > 0 || !IsNamed(sentence, at) || State.In(sentence.Words))
                    continue;
                var end = NameEnd(sentence, at, inTitle: false);
                var name = sentence.Block.Text[sentence.Words[at].Start..end];
                if (!Known(reading, name, start))
                    Add(reading, sentence.Block, sentence.Words[at].Start, end, StatusOf(Concerning(reading, sentences, i)) ?? "mentioned");
                break;
            }
        }
    }

    /// <summary>The sentences about an agreement: from where it is named to where the next one is.</summary>
    static IEnumerable<Sentence> Concerning(ItemReading reading, List<Sentence> sentences, int i)
    {
        yield return sentences[i];
        var rest = sentences.Skip(i + 1).Concat(reading.Passages.SkipWhile(p => !ReferenceEquals(p.Sentence.Block, sentences[i].Block)).SkipWhile(p => ReferenceEquals(p.Sentence.Block, sentences[i].Block)).TakeWhile(p => p.Sentence.Block.Kind == BlockKind.Paragraph && sentences[i].Block.Kind == BlockKind.Paragraph).Select(p => p.Sentence));
        foreach (var next in rest.Take(12))
        {
            if (Enumerable.Range(0, next.Words.Length).Any(w => Noun.At(next.Words, w) > 0 && IsNamed(next, w)))
                yield break;
            yield return next;
        }
    }

    /// <summary>'Överenskommelsen om …' names one, 'överenskommelsen' alone does not; 'Samverkansavtalet för …' does.</summary>
    static bool IsNamed(Sentence sentence, int at)
    {
        var words = sentence.Words;
        if (at + 2 >= words.Length || words[at + 1].Start - words[at].End != 1)
            return false;
        return Specifies.At(words, at + 1) > 0 && words[at + 2].Lower is not ("att" or "det" or "detta");
    }

    /// <summary>The same agreement as one already found in this item: most of its words are there.</summary>
    static bool Known(ItemReading reading, string name, int start)
    {
        var words = Sentence.Split(name, 0, name.Length).Select(w => w.Lower).Where(w => w.Length > 3).ToList();
        foreach (var known in reading.Draft.Agreements.Skip(start))
        {
            if (reading.Draft.Agreements.Count - start == 1 && InTitle(reading) is not null)
                return true;
            var other = known.Name.ToLowerInvariant();
            if (words.Count(w => other.Contains(w[..Math.Max(4, w.Length - 2)], StringComparison.Ordinal)) * 2 >= words.Count)
                return true;
        }
        return false;
    }

    static int Adjectives(Sentence sentence, int noun)
    {
        var from = noun;
        while (from > 0 && sentence.Words[from - 1].Lower is "lokal" or "ny" or "gemensam" or "länsgemensam" or "regional" or "reviderad" or "lokalt" or "nytt" or "gemensamt")
            from--;
        return sentence.Words[from].Lower is "ny" or "nytt" or "reviderad" ? from + 1 : from;
    }

    static int NameEnd(Sentence sentence, int noun, bool inTitle)
    {
        var (text, words) = (sentence.Block.Text, sentence.Words);
        var end = words[noun].End;
        if (noun == 0 && !inTitle && IsWhole(sentence))
            return words[^1].End;
        for (var i = noun + 1; i < words.Length; i++)
        {
            var gap = text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End);
            if (gap.Contains(',') && i + 1 < words.Length && !inTitle && (Stops.At(words, i + 1) > 0 || Stops.At(words, i) > 0))
                break;
            if (gap.Contains('–') && i < words.Length && char.IsDigit(words[i].Lower[0]) && gap.Length == 1)
            {
                end = words[i].End;
                continue;
            }
            if (gap.IndexOfAny("(;:.–") >= 0 || gap.Contains(" - ", StringComparison.Ordinal))
                break;
            if (!inTitle && (Stops.At(words, i) > 0 && !Continues(words, i)))
                break;
            end = words[i].End;
        }
        return end;
    }

    /// <summary>A list entry that is nothing but the agreement's name.</summary>
    static bool IsWhole(Sentence sentence)
    {
        for (var i = 1; i < sentence.Words.Length; i++)
            if (Stops.At(sentence.Words, i) > 0 && sentence.Words[i].Lower is not ("som" or "och" or "samt"))
                return false;
        return sentence.Block.Kind == BlockKind.Bullet;
    }

    /// <summary>'och' within a name: 'Region Bergslunda, kommunerna och brukarna', not before a verb.</summary>
    static bool Continues(WordList words, int i) =>
        words[i].Lower is "och" or "samt" && i + 1 < words.Length && Stops.At(words, i + 1) == 0 && !words[i + 1].Lower.EndsWith("ar", StringComparison.Ordinal) && !words[i + 1].Lower.EndsWith("er", StringComparison.Ordinal) && !words[i + 1].Lower.EndsWith("as", StringComparison.Ordinal);

    static string? StatusOf(IEnumerable<Sentence> sentences)
    {
        var all = sentences.ToList();
        foreach (var (status, phrases) in Statuses)
            if (all.Exists(s => phrases.In(s.Words) && !(status == "recommended-for-adoption" && !s.Text.Contains("anta", StringComparison.OrdinalIgnoreCase) && !s.Text.Contains("teckna", StringComparison.OrdinalIgnoreCase))))
                return status;
        return null;
    }

    static void Add(ItemReading reading, Block block, int start, int end, string status)
    {
        if (end > start)
            reading.Draft.Agreements.Add(new(reading.Number, block.Text[start..end], status, block.Source(reading.Offsets, start, end)));
    }
}
