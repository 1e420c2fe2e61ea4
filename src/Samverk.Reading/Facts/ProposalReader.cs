namespace Samverk.Reading;

/// <summary>Finds the questions put forward for coming meetings.</summary>
static class ProposalReader
{
    static readonly Phrases Coming = new("nästa möte", "kommande möte", "kommande möten", "nästa möten", "framtida möten", "kommande sammanträden", "kommande sammanträde", "nästa sammanträde", "nästa gång", "kommande träffar", "nästa träff", "nästkommande möte", "kommande mötet", "nästa mötet", "ett senare möte", "nästa forum", "nästa råd", "nästa samråd", "nästa nätverk*", "nästa tillfälle");
    static readonly Phrases Matter = new("frågor", "fråga", "ärenden", "ärende", "punkter", "punkt", "förslag", "tema", "teman", "önskemål", "ämnen", "inspel", "agenda", "dagordning");
    static readonly Phrases Wish = new("önskar att", "önskar ta upp", "föreslår att frågan", "föreslår att", "vill ta upp", "vill prata", "vill att frågan", "vill lyfta", "önskemål om", "önskar få", "önskar en", "tema till", "tema för", "förslag till", "vill ha upp", "på agendan", "på dagordningen", "punkt till", "fråga till", "frågor till", "punkter till", "temat för", "önskar information", "vill att", "vill vi", "vill lyfta", "önskade", "efterfrågar", "vill * prata", "vill * ta upp", "vill * lyfta", "vill * diskutera", "vill få med");
    static readonly Phrases Nothing = new("inga", "inget", "ingen");

    static readonly Phrases Later = new("framöver", "framtida", "framåt", "kommande möten", "kommande möte", "att ta upp");
    static readonly Phrases Lead = new("till nästa möte", "till nästa gång", "till nästa träff", "till kommande möten", "till kommande möte", "inför nästa möte", "inför kommande möten", "inför kommande möte", "att ta upp", "på gång till nästa", "till kommande träffar", "till kommande träff", "till nästa sammanträde", "till nästa", "inför nästa träff", "till kommande sammanträden", "till kommande sammanträde", "önskade ämnen", "önskade punkter", "att ta upp framöver", "framtida frågor", "kommande teman", "frågor att ta upp", "parkerade frågor", "vad vill vi prata om", "vad vill vi ta upp", "ämnen att ta upp", "att lyfta framöver");

    static readonly Phrases Topics = new("önskade ämnen", "önskade punkter", "önskemål", "ämnen", "ämnen till", "önskas", "ta upp då", "att ta upp", "vill prata om", "vill ta upp", "vill diskutera", "behöver prata", "prata mer om", "diskutera då", "att prata om", "prata om då", "önskemål om ärenden", "önskemål om punkter", "önskemål om frågor", "punkter till", "punkt till", "frågor till", "ärenden till", "tema till", "teman till", "tema", "teman", "förslag till dagordning", "förslag till nästa", "på dagordningen", "på agendan", "bevakas till", "tas upp då", "anmälda frågor", "förslag på ämnen", "förslag på frågor", "förslag på punkter");
    static readonly Phrases Ahead2 = new("nästa *", "kommande *", "framtida *", "framöver", "då", "*mötet", "till januari", "till februari", "till mars", "till april", "till maj", "till juni", "till augusti", "till september", "till oktober", "till november", "till december", "till mötet", "till hösten", "till våren");

    /// <summary>'Punkter till januari', 'Föreningarna vill prata om': words before a colon that lead to topics of coming meetings.</summary>
    static bool LeadsToTopics(string lead, bool amongMeetings) =>
        lead.Length is > 3 and < 110 && Topics.In(lead) && (amongMeetings || Ahead2.In(lead) && !Past.In(lead)) || Lead.Find(Sentence.Split(lead, 0, lead.Length)) is { At: 0 } && lead.Length < 60;

    static readonly Phrases Months = new("till januari", "till februari", "till mars", "till april", "till maj", "till juni", "till augusti", "till september", "till oktober", "till november", "till december", "till hösten", "till våren", "inför hösten", "inför våren", "till januarimötet", "till februarimötet", "till marsmötet", "till aprilmötet", "till majmötet", "till junimötet", "till augustimötet", "till septembermötet", "till oktobermötet", "till novembermötet", "till decembermötet");
    static readonly Phrases Past = new("föregående", "förra", "förslag till beslut", "protokoll*", "anteckning*", "bilaga", "rubrik");

    public static bool IsAbout(string title) => title.Length < 120 && !title.Contains("protokoll", StringComparison.OrdinalIgnoreCase)
        && ((Coming.In(title) || Later.In(title) || title.Length < 60 && Months.In(title)) && Matter.In(title) || Lead.Find(Sentence.Split(title, 0, title.Length)) is { At: 0 });

    public static void Read(ItemReading reading)
    {
        var about = IsAbout(reading.Item.Title);
        var meetings = NextMeetingReader.IsAbout(reading);
        Block? introduced = null;
        var list = false;
        Block? below = null;
        foreach (var passage in reading.Passages)
        {
            var block = passage.Sentence.Block;
            if (list && below is null && block.Kind == BlockKind.Paragraph && passage.Sentence.Text.Contains(',', StringComparison.Ordinal) && passage.Sentence.End == block.Text.Length)
            {
                Add(reading, passage.Sentence, whole: true, inline: true);
                list = false;
                continue;
            }
            below = list ? block : null;
            list &= block.Kind is BlockKind.Bullet or BlockKind.Numbered;
            if (!about && IsIntroduction(passage.Sentence, meetings))
                list = true;
            else if (!about && WishStart(passage.Sentence, meetings) is { } start)
            {
                introduced = block;
                Add(reading, new(block, start, passage.Sentence.End), whole: true);
            }
            else if (about ? IsEntry(passage) : list || ReferenceEquals(introduced, block) || passage.Label == PassageLabel.NextItems || IsWish(passage))
                Add(reading, passage.Sentence, about || list || ReferenceEquals(introduced, block) || passage.Label == PassageLabel.NextItems);
        }
    }

    static readonly Phrases Ahead = new("längre fram", "framöver", "nästa möte", "nästa gång", "kommande möte", "kommande möten", "nästa sammanträde", "framtida möten", "nästa träff", "kommande sammanträden");

    /// <summary>'Följande bör tas upp längre fram:' above a list.</summary>
    static bool IsIntroduction(Sentence sentence, bool meetings) =>
        sentence.Block.Text.EndsWith(':') && sentence.End == sentence.Block.Text.Length && LeadsToTopics(sentence.Text, meetings) || sentence.Block.Text.EndsWith(':') && sentence.End == sentence.Block.Text.Length && Ahead.In(sentence.Words) && (Matter.In(sentence.Words) || Wish.In(sentence.Words) || sentence.Words.Any(w => w.Lower is "tas" or "upp"));

    /// <summary>'Önskemål om punkter till nästa möte: …' – where what is wished for begins.</summary>
    static int? WishStart(Sentence sentence, bool meetings)
    {
        var colon = sentence.Block.Text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal);
        return colon > 0 && colon - sentence.Start < 110 && (IsAbout(sentence.Block.Text[sentence.Start..colon]) || LeadsToTopics(sentence.Block.Text[sentence.Start..colon], meetings)) ? colon + 2 : null;
    }

    static bool IsWish(Passage passage) =>
        passage.Label is null or PassageLabel.Discussion or PassageLabel.Comment && Coming.In(passage.Sentence.Words) && Wish.In(passage.Sentence.Words) && Wished(passage.Sentence);

    /// <summary>Not 'frågan skjuts till nästa möte', but 'Erland önskar att frågan tas upp'.</summary>
    static bool Wished(Sentence sentence) => Decisions.KindOf(sentence.Words) is not "deferral" || sentence.Words.Any(w => w.Lower is "önskar" or "önskade" or "vill");

    static bool IsEntry(Passage passage) =>
        passage.Sentence.Words.Length > 0 && !(passage.Sentence.Words.Length < 5 && Nothing.At(passage.Sentence.Words, 0) > 0) && !passage.Sentence.EndsWith(':') && passage.Label is null or PassageLabel.NextItems or PassageLabel.Discussion
        && !Dates.In(passage.Sentence.Text).Exists(d => d.Day is not null);

    /// <summary>A list entry is taken whole, also when it holds more than one sentence.</summary>
    static void Add(ItemReading reading, Sentence sentence, bool whole, bool inline = false)
    {
        var block = sentence.Block;
        var list = whole && block.Kind is BlockKind.Bullet or BlockKind.Numbered;
        if (list && reading.Draft.ProposedItems.Count > 0 && reading.Draft.ProposedItems[^1].Text == ListText(block))
            return;
        if (list)
            reading.Draft.ProposedItems.Add(new(ListText(block), block.Source(reading.Offsets, block.Text.Length - ListText(block).Length, block.Text.Length)));
        else if (whole && sentence.Text.AsSpan().ContainsAny(',', ';') && sentence.Text.Length < 300 && (inline || IsLabelled(sentence)) && InlineList(sentence) is { Count: > 0 } parts)
            foreach (var (start, end) in parts)
                reading.Draft.ProposedItems.Add(new(block.Text[start..end], block.Source(reading.Offsets, start, end)));
        else
            reading.Draft.ProposedItems.Add(new(sentence.Text, block.Source(reading.Offsets, sentence.Start, sentence.End)));
    }

    /// <summary>'Förslag: a, b samt c.' holds three; 'LPT och SIP, sommarens platser' holds two.</summary>
    static List<(int, int)> InlineList(Sentence sentence)
    {
        var parts = new List<(int, int)>();
        var text = sentence.Block.Text;
        var start = text.IndexOf(": ", sentence.Start, sentence.End - sentence.Start, StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : sentence.Start;
        var semicolons = text.AsSpan(start, sentence.End - start).Contains(';');
        var (last, depth) = (text.LastIndexOf(semicolons ? ';' : ',', sentence.End - 1, sentence.End - start), 0);
        for (var i = start; i <= sentence.End; i++)
        {
            depth += i == sentence.End ? -depth : text[i] == '(' ? 1 : text[i] == ')' && depth > 0 ? -1 : 0;
            var cut = i == sentence.End ? 0 : depth > 0 ? -1 : Separator(text.AsSpan(i, sentence.End - i), semicolons, i > last && last > 0);
            if (cut < 0)
                continue;
            var (from, to) = (start, i);
            while (from < to && text[from] == ' ')
                from++;
            while (to > from && text[to - 1] is '.' or ' ')
                to--;
            if (to > from)
                parts.Add((from, to));
            start = i + cut;
            i = Math.Max(i, start - 1);
        }
        return parts;
    }

    /// <summary>The length of what parts two entries of a list; -1 for none. ' och ' parts the last two.</summary>
    static int Separator(ReadOnlySpan<char> rest, bool semicolons, bool isLast)
    {
        if (rest[0] == (semicolons ? ';' : ','))
            return rest.StartsWith(", samt ", StringComparison.Ordinal) ? 7 : rest.StartsWith(", och ", StringComparison.Ordinal) ? 6 : 1;
        if (semicolons)
            return -1;
        return rest.StartsWith(" samt ", StringComparison.Ordinal) ? 6 : isLast && rest.StartsWith(" och ", StringComparison.Ordinal) ? 5 : -1;
    }

    static bool IsLabelled(Sentence sentence) => sentence.Block.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < sentence.Start + 110;

    static string ListText(Block block) => block.Number is { } number && block.Text.StartsWith(number, StringComparison.Ordinal) ? block.Text[Math.Min(block.Text.Length, number.Length + 1)..].TrimStart(' ', '.', ')') : block.Text;
}
