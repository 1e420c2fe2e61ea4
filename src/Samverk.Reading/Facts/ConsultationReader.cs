using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds what is out on remiss, until when, and where answers go.</summary>
static partial class ConsultationReader
{
    static readonly Phrases Remiss = new("på remiss", "remissen", "remisstid", "remisstiden", "remissvar", "remissversion", "remissversionen", "remissrunda", "remissomgång", "för samråd", "remiss av", "remiss om", "remiss från", "remissförslag*", "remissförslaget", "för yttrande", "på samråd");
    static readonly Phrases Replies = new("synpunkter", "yttranden", "remissvar", "kommentarer", "svar", "svaren", "yttrande");
    static readonly Phrases HandIn = new("lämnas", "skickas", "sänds", "mejlas", "mailas", "inkomma", "inkommer", "ges", "lämna", "skicka", "till", "önskas", "inkommit");
    static readonly Phrases Over = new("har varit på remiss", "varit ute på remiss", "varit på remiss", "gick ut", "efter remissen", "efter remiss", "efter remissrundan", "remissvaren har", "har gått ut", "var på remiss", "varit på samråd", "varit ute på samråd", "inkomna remissvar", "beslut om remiss", "gick på remiss", "gick remissen", "remissen är klar", "remissen avslutad");
    static readonly Phrases TitleLead = new("remiss av", "remiss om", "remiss angående", "remiss gällande", "remiss avseende", "remiss från", "remiss", "remissvar", "yttrande över remiss", "svar på remiss", "remissversion av", "samråd om", "samråd kring", "yttrande över", "aktuell remiss");
    static readonly Phrases Lists = new("remisser", "remisser och samråd", "aktuella remisser", "pågående remisser");
    static readonly Phrases On = new("är ute på remiss", "är på remiss", "ute på remiss", "skickas på remiss", "skickas ut på remiss", "skickats på remiss", "skickats ut på remiss", "går ut på remiss", "går på remiss", "sänds på remiss", "sänds ut på remiss", "på remiss", "har skickats på", "ska på remiss", "ligger ute på remiss", "skickas ut till parterna för samråd", "sänds nu ut på en andra remissomgång", "för samråd", "för yttrande", "på samråd");
    static readonly Phrases Trim = new("är", "har", "ska", "skickas", "ute", "går", "ut", "ligger", "nu", "sänds", "skickats", "skall", "kommer", "att", "gått", "skickades", "sändas", "och", "just", "för", "närvarande", "sändes", "gick", "vara", "till", "parterna", "på", "en", "andra", "sänts");
    static readonly Phrases Active = new("sända ut", "skicka ut", "skicka", "sända", "sänt", "skickat ut", "remittera", "skickat");
    [GeneratedRegex(@"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,5}", RegexOptions.None, Matching.TimeLimit)]
    static partial Regex Address { get; }
    static readonly Phrases To = new("skickas till", "lämnas till", "mejlas till", "mailas till", "sänds till", "sändas till", "skickar till", "lämnar till", "synpunkter till", "svar till", "inkomma till", "inkommit till", "inkommer till", "ges till", "lämnas via", "svaren till", "återkoppling till", "skickas in till");
    static readonly Phrases SentOut = new("remissen skickas till", "remissen sänds till", "remiss till", "på remiss till");
    static readonly Phrases Until = new("senast", "till", "fram till", "remisstid*", "svarstid*", "sista", "före", "innan", "går ut", "t.o.m", "tillhanda", "svar", "inlämnad*", "inne", "insänd*", "inkomna", "inskickad*");

    public static void Read(ItemReading reading)
    {
        var passages = reading.Passages;
        var listed = FromTables(reading);
        var titled = TitleSubject(reading);
        var list = Lists.In(reading.Item.Title);
        var last = -1;
        for (var i = 0; i < passages.Count; i++)
        {
            var sentence = passages[i].Sentence;
            if (passages[i].Label is PassageLabel.Question or PassageLabel.Answer or PassageLabel.Task || listed.Contains(sentence.Block) || Over.In(sentence.Words) && titled is null)
                continue;
            var out1 = Remiss.Find(sentence.Words);
            if (out1 is null && !(IsCallForReplies(sentence) && last < 0))
                continue;
            if (last >= 0 && !list && i - last < 6)
                continue;
            var subject = titled ?? Subject(reading, i, list);
            if (subject is null || out1 is null && list is false && titled is null && DeadlineIn(reading, sentence) is null)
                continue;
            if (!reading.Draft.Has("consultation", reading.Number, subject.Value))
                Add(reading, subject, i, list);
            last = i;
        }
        if (titled is not null && last < 0 && listed.Count == 0)
            Add(reading, titled, 0, list);
    }

    /// <summary>The consultations of the item's tables, and the rows that they were read from.</summary>
    static HashSet<Block> FromTables(ItemReading reading)
    {
        var rows = new HashSet<Block>();
        foreach (var (table, row) in ListTable.Rows(reading.Item))
        {
            if (table.Day < 0 || table.Cell(row, table.Subject) is not { } subject || !rows.Add(row) || !reading.Draft.IsNew("consultation", reading.Number, row.Cut(subject)))
                continue;
            var deadline = table.Cell(row, table.Day) is { } day ? DayIn(reading, row, day) : null;
            var to = table.Cell(row, table.To) is { } answers ? row.Cut(answers) : null;
            reading.Draft.Consultations.Add(new(reading.Number, row.Cut(subject), deadline, to is null ? null : Address.Match(to) is { Success: true } address ? address.Value.TrimEnd('.') : to, row.Source(reading.Offsets, subject.Start, subject.End)));
            if (deadline is not null)
                DeadlineReader.Add(reading, deadline, new(row, subject.Start, subject.End), subject.Start, subject.End);
        }
        return rows;
    }

    static string? DayIn(ItemReading reading, Block row, Cell cell)
    {
        foreach (var date in RelativeDates.In(row.Text, cell.Start, cell.End))
            if (date.Resolve(reading.Day) is { } iso && !DueDates.IsBehind(reading, date, iso))
                return iso;
        return null;
    }

    static bool IsCallForReplies(Sentence sentence) =>
        Replies.In(sentence.Words) && HandIn.In(sentence.Words) && Until.In(sentence.Words) && (Address.IsMatch(sentence.Text) || sentence.Words[0].Lower is "synpunkter" or "yttranden" or "remissvar" or "kommentarer");

    static Found? TitleSubject(ItemReading reading)
    {
        var item = reading.Item;
        var sentence = new Sentence(item.Heading, item.TitleStart, item.TitleEnd);
        if (TitleLead.Find(sentence.Words) is not { } lead || lead.At > 1)
            return null;
        var from = lead.At + lead.Length;
        return from >= sentence.Words.Length ? null : new(sentence.Block.Text[sentence.Words[from].Start..item.TitleEnd], item.Heading, sentence.Words[from].Start, item.TitleEnd);
    }

    static Found? Subject(ItemReading reading, int i, bool list)
    {
        var sentence = reading.Passages[i].Sentence;
        return BeforeColon(sentence) ?? (list ? SubHeading(reading, i) : null) ?? Out(sentence) ?? About(sentence) ?? SubHeading(reading, i)
            ?? (reading.Item.Title.Length > 0 ? new(reading.Item.Title, reading.Item.Heading, reading.Item.TitleStart, reading.Item.TitleEnd) : null);
    }

    /// <summary>'Vårdförloppet: synpunkter lämnas senast …'</summary>
    static Found? BeforeColon(Sentence sentence)
    {
        var colon = sentence.Block.Text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal);
        if (colon > 0 && On.In(sentence.Block.Text[sentence.Start..colon]) && sentence.End - colon > 8)
            return new(sentence.Block.Text[(colon + 2)..sentence.End].TrimEnd('.'), sentence.Block, colon + 2, sentence.End);
        return colon > sentence.Start + 8 && colon < sentence.Start + 120 && !Replies.In(sentence.Block.Text[sentence.Start..colon])
            ? new(sentence.Block.Text[sentence.Start..colon], sentence.Block, sentence.Start, colon) : null;
    }

    /// <summary>A short line without full stop right above.</summary>
    static Found? SubHeading(ItemReading reading, int i)
    {
        var block = reading.Passages[i].Sentence.Block;
        var below = reading.Item.Body is [var first, ..] ? block.Index - first.Index : -1;
        for (var at = below - 1; at >= 0 && at >= below - 2; at--)
            if (reading.Item.Body[at] is { Text.Length: > 3 and < 110 } above && above.Text[^1] is not ('.' or ':' or '?'))
                return new(above.Text[above.TextStart..], above, above.TextStart, above.Text.Length);
        return null;
    }

    /// <summary>What stands before 'är på remiss', or after 'sända ut'.</summary>
    static Found? Out(Sentence sentence)
    {
        var words = sentence.Words;
        if (On.Find(words) is not { } on || on.At == 0)
            return null;
        var (from, to) = (0, on.At);
        while (to > 0 && Trim.At(words, to - 1) > 0)
            to--;
        for (var i = to - 1; i >= 0; i--)
            if (words[i].Lower is "är" or "har" && i > 0)
                to = i;
            else if (words[i].Lower is "att" or "som" or "men" or "sänt" or "skickat")
            {
                from = i + 1;
                break;
            }
        if (from < to && Active.At(words, from) is > 0 and var length)
            from += length;
        if (from < to && words[from].Lower is "ut")
            from++;
        if (to - from is 1 or 2 && words[to - 1].Lower is "förslag" or "förslaget" or "remiss" or "dokumentet" or "utkast" or "utkastet")
            return null;
        return to - from is > 0 and < 20 && !PointsElsewhere(words, from, to) ? new(sentence.Cut(from, to), sentence.Block, words[from].Start, words[to - 1].End) : null;
    }

    /// <summary>A pronoun, or those who are asked: the matter itself stands somewhere else, at last in the item's title.</summary>
    static bool PointsElsewhere(WordList words, int from, int to) =>
        words[to - 1].Lower is "den" or "det" or "de" or "detta" or "denna" or "allt" or "fortfarande" or "kan"
        || (to - from <= 3 && words[to - 1].Lower is "huvudmännen" or "kommunerna" or "regionen" or "parterna" or "huvudmän");

    /// <summary>'remissen om …'</summary>
    static Found? About(Sentence sentence)
    {
        var words = sentence.Words;
        for (var i = 0; i + 2 < words.Length; i++)
        {
            if (words[i].Lower is not ("remissen" or "remiss" or "förslag" or "utkast" or "yttrande") || words[i + 1].Lower is not ("om" or "av" or "avseende" or "gällande" or "angående" or "kring" or "rörande" or "till" or "på" or "över") || words[i].Lower is "remiss" or "remissen" && words[i + 1].Lower is "till" or "på")
                continue;
            var end = i + 2;
            while (end < words.Length && end - i < 16 && words[end].Lower is not ("är" or "har" or "som" or "ska" or "senast" or "skickas" or "kom" or "lämnas" or "besvaras" or "sänds" or "på"))
                end++;
            return end == i + 2 ? null : new(sentence.Cut(i + 2, end), sentence.Block, words[i + 2].Start, words[end - 1].End);
        }
        return null;
    }

    static void Add(ItemReading reading, Found subject, int at, bool list)
    {
        string? deadline = null, to = null;
        foreach (var passage in reading.Passages.Skip(list ? at : Math.Max(0, at - 1)).Take(list ? 3 : 6))
        {
            deadline ??= DeadlineIn(reading, passage.Sentence);
            to ??= RespondTo(passage.Sentence);
        }
        reading.Draft.IsNew("consultation", reading.Number, subject.Value);
        reading.Draft.Consultations.Add(new(reading.Number, subject.Value, deadline, to, subject.Block.Source(reading.Offsets, subject.Start, subject.End)));
    }

    static string? DeadlineIn(ItemReading reading, Sentence sentence)
    {
        if (!Until.In(sentence.Words) || sentence.Words.Any(w => w.Lower is "beslut" or "besluten"))
            return null;
        foreach (var date in sentence.Days)
            if (date.Resolve(reading.Day) is { } iso && !DueDates.IsBehind(reading, date, iso) && DueDates.LastWordBefore(sentence, date.Start) is >= 0 and var before && !(date.Day is null && sentence.Words[before].Lower is "under" or "i") && Until.Find(sentence.Words, Math.Max(0, before - 3), before + 1) is not null)
                return iso;
        return null;
    }

    /// <summary>'Svar senast 31 maj till Anna Ek.'</summary>
    static string? ToPerson(Sentence sentence)
    {
        for (var i = 0; i + 2 < sentence.Words.Length; i++)
            if (sentence.Words[i].Lower is "till" && Names.IsPerson(sentence.Cut(i + 1, i + 3)))
                return sentence.Cut(i + 1, i + 3);
        return null;
    }

    static string? RespondTo(Sentence sentence)
    {
        var text = sentence.Text.Length > Sentence.Longest ? sentence.Text[..Sentence.Longest] : sentence.Text;
        if (Address.Match(text) is { Success: true } address)
            return address.Value.TrimEnd('.');
        if (Replies.In(sentence.Words) && ToPerson(sentence) is { } person)
            return person;
        if (SentOut.In(sentence.Words) || To.Find(sentence.Words) is not { } to || to.At + to.Length >= sentence.Words.Length)
            return null;
        var from = to.At + to.Length;
        var end = from;
        while (end < sentence.Words.Length && end - from < 8 && sentence.Words[end].Lower is not ("senast" or "före" or "innan" or "den" or "till" or "som" or "för" or "och" or "i") && !char.IsDigit(sentence.Words[end].Lower[0])
            && (end == from || sentence.Words[end].Start - sentence.Words[end - 1].End == 1))
            end++;
        return end > from ? sentence.Cut(from, end) : null;
    }
}
