using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Finds what is out on remiss, until when, and where answers go.</summary>
static class ConsultationReader
{
    static readonly Phrases Remiss = new("remiss", "remissen", "remisstid", "remisstiden", "remissvar", "remissvaren", "remissversion", "remissversionen", "remissrunda", "remitteras", "remissförslag*", "remissinstans*", "remissammanställning");
    static readonly Phrases Over = new("har varit på remiss", "varit ute på remiss", "varit på remiss", "gick ut", "efter remissen", "efter remiss", "remissvaren har", "har gått ut", "inkomna remissvar", "beslut om remiss");
    static readonly Phrases TitleLead = new("remiss av", "remiss om", "remiss angående", "remiss gällande", "remiss avseende", "remiss", "remissvar", "yttrande över remiss", "svar på remiss", "remissversion av", "remisser");
    static readonly Phrases On = new("är ute på remiss", "är på remiss", "ute på remiss", "skickas på remiss", "skickas ut på remiss", "skickats på remiss", "skickats ut på remiss", "går ut på remiss", "går på remiss", "sänds på remiss", "sänds ut på remiss", "på remiss", "remitteras", "har skickats på", "ska på remiss", "ligger ute på remiss");
    static readonly Phrases Trim = new("är", "har", "ska", "skickas", "ute", "går", "ut", "ligger", "nu", "sänds", "skickats", "skall", "kommer", "att", "gått", "skickades", "sändas", "skickades", "och", "just", "för", "närvarande", "sändes", "gick", "vara");
    static readonly Regex Address = new(@"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,5}", RegexOptions.NonBacktracking);
    static readonly Phrases To = new("skickas till", "lämnas till", "mejlas till", "mailas till", "sänds till", "skickar till", "lämnar till", "synpunkter till", "svar till", "inkomma till", "inkommer till", "ges till", "meddelas", "lämnas via", "lämnas", "svaren till", "återkoppling till", "vänder sig till", "skickas in till");

    public static void Read(ItemReading reading)
    {
        var passages = reading.Passages;
        var titled = TitleSubject(reading);
        for (var i = 0; i < passages.Count; i++)
        {
            var sentence = passages[i].Sentence;
            if (Remiss.Find(sentence.Words) is not { } word || Over.In(sentence.Words) && titled is null || passages[i].Label is PassageLabel.Question or PassageLabel.Answer)
                continue;
            var subject = titled ?? Subject(reading, sentence, word.At);
            if (subject is null || reading.Draft.Consultations.Exists(c => c.Item == reading.Number && (titled is not null || c.Subject == subject.Value)))
                continue;
            Add(reading, subject, i);
        }
        if (titled is not null && !reading.Draft.Consultations.Exists(c => c.Item == reading.Number))
            Add(reading, titled, 0);
    }

    static Found? TitleSubject(ItemReading reading)
    {
        var item = reading.Item;
        var sentence = new Sentence(item.Heading, item.TitleStart, item.TitleEnd);
        if (TitleLead.Find(sentence.Words) is not { } lead || lead.At > 1)
            return null;
        var from = lead.At + lead.Length;
        return from >= sentence.Words.Length ? null : new(sentence.Block.Text[sentence.Words[from].Start..item.TitleEnd], item.Heading, sentence.Words[from].Start, item.TitleEnd);
    }

    /// <summary>What stands before 'är på remiss', or after 'remissen om'.</summary>
    static Found? Subject(ItemReading reading, Sentence sentence, int word)
    {
        var words = sentence.Words;
        if (On.Find(words) is { } on && on.At > 0)
        {
            var (from, to) = (0, on.At);
            while (to > 0 && Trim.At(words, to - 1) > 0)
                to--;
            for (var i = to - 1; i >= 0; i--)
                if (words[i].Lower is "att" or "som" or "men")
                {
                    from = i + 1;
                    break;
                }
            if (to - from is > 0 and < 20 && words[from].Lower is not ("den" or "det" or "de" or "detta" or "denna") || to - from is > 1 and < 20)
                return new(sentence.Cut(from, to), sentence.Block, words[from].Start, words[to - 1].End);
            return new(reading.Item.Title, reading.Item.Heading, reading.Item.TitleStart, reading.Item.TitleEnd);
        }
        if (word + 2 < words.Length && words[word + 1].Lower is "om" or "av" or "avseende" or "gällande" or "angående" or "kring" or "rörande")
        {
            var end = word + 2;
            while (end < words.Length && end - word < 16 && words[end].Lower is not ("är" or "har" or "som" or "ska" or "senast" or "skickas" or "till" or "kom" or "lämnas" or "besvaras"))
                end++;
            return new(sentence.Cut(word + 2, end), sentence.Block, words[word + 2].Start, words[end - 1].End);
        }
        return null;
    }

    static void Add(ItemReading reading, Found subject, int at)
    {
        string? deadline = null, to = null;
        foreach (var passage in reading.Passages.Skip(at).Take(5))
        {
            deadline ??= DeadlineIn(reading, passage.Sentence);
            to ??= RespondTo(passage.Sentence);
        }
        reading.Draft.Consultations.Add(new(reading.Number, subject.Value, deadline, to, subject.Block.Source(reading.Offsets, subject.Start, subject.End)));
        if (deadline is null)
            reading.Note("consultation-deadline", "Ingen svarstid hittades för remissen: när ska svaren vara inne?", subject.Block, subject.Start, subject.End);
    }

    static readonly Phrases Until = new("senast", "till", "fram till", "remisstid*", "svarstid*", "sista", "före", "innan", "går ut", "t.o.m");

    static string? DeadlineIn(ItemReading reading, Sentence sentence)
    {
        if (!Until.In(sentence.Words))
            return null;
        foreach (var date in Dates.In(sentence.Block.Text, sentence.Start, sentence.End))
            if (date.Resolve(reading.Day) is { } iso && !DueDates.IsPast(reading, date, iso) && DueDates.LastWordBefore(sentence, date.Start) >= 0)
                return iso;
        return null;
    }

    static string? RespondTo(Sentence sentence)
    {
        var text = sentence.Text.Length > Sentence.Longest ? sentence.Text[..Sentence.Longest] : sentence.Text;
        if (Address.Match(text) is { Success: true } address)
            return address.Value.TrimEnd('.');
        if (To.Find(sentence.Words) is not { } to || to.At + to.Length >= sentence.Words.Length)
            return null;
        var from = to.At + to.Length;
        var end = from;
        while (end < sentence.Words.Length && end - from < 8 && sentence.Words[end].Lower is not ("senast" or "före" or "innan" or "den" or "till" or "som" or "för" or "och" or "på" or "i") && !char.IsDigit(sentence.Words[end].Lower[0])
            && (end == from || sentence.Words[end].Start - sentence.Words[end - 1].End == 1))
            end++;
        return end > from ? sentence.Cut(from, end) : null;
    }
}
