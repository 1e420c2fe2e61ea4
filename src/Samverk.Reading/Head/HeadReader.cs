using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>A value with the place that it was read from.</summary>
sealed record Found(string Value, Block Block, int Start, int End);

/// <summary>Reads the head: kind, body, case number, time and place.</summary>
sealed partial class HeadReader(IReadOnlyList<Block> front, IReadOnlyList<Block> tail)
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    const int TitleBlocks = 25;

    [GeneratedRegex(@"\b\p{L}*(?:råd(?:et)?|grupp(?:en)?|nämnd(?:en)?|nätverk(?:et)?|forum(?:et)?|utskott(?:et)?|styrelse(?:n)?|beredning(?:en)?|kommitté(?:n)?|samverkan(?:smöte)?|ledning(?:en)?|organ(?:et)?|delegation(?:en)?|samråd(?:et)?|lag(?:et)?|team(?:et)?|presidium|presidiet|konferens(?:en)?|möte|träff|förbund(?:et)?|beredningsgrupp\p{L}*|ting(?:et)?|kollegium|kommission(?:en)?|allians(?:en)?|plattform(?:en)?|partnerskap(?:et)?)\b", Options, Matching.TimeLimit)]
    static partial Regex BodyWord { get; }
    [GeneratedRegex(@"^(?:[\s,:;.–-]|(?:fört|förd|förda|hållet|från|vid|för|av|med|i|den|möte|möten|sammanträde|sammanträdet|mötet|digitalt|anteckningar|nr)\b)+", Options, Matching.TimeLimit)]
    static partial Regex BodyPrefix { get; }
    [GeneratedRegex(@"(?:[\s,:;.–(/|-]|\b(?:den|kl|mån|tis|ons|tors|fre|måndag(?:en)?|tisdag(?:en)?|onsdag(?:en)?|torsdag(?:en)?|fredag(?:en)?|möte|nr|sida|sid|från)\b)+$", Options, Matching.TimeLimit)]
    static partial Regex BodySuffix { get; }
    [GeneratedRegex(@"\b(?:sid(?:a|an)?\.?\s*)?[0-9]{1,3}\s?(?:\([0-9]{1,3}\)|av\s[0-9]{1,3}\b)|§§?\s*[0-9][0-9\s–-]*", Options, Matching.TimeLimit)]
    static partial Regex PageMark { get; }
    [GeneratedRegex(@"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b\.?\s*:?\s*(?<n>[\p{L}0-9][\p{L}0-9]*(?:[ ]?[-/:.]?[ ]?[\p{L}0-9]*[0-9][\p{L}0-9]*)*)", Options, Matching.TimeLimit)]
    static partial Regex Case { get; }
    [GeneratedRegex(@"\b(?<n>[0-9]{2}[A-ZÅÄÖ]{2,4}[0-9]{2,6}(?:-[0-9]{1,4})?|[A-ZÅÄÖ]{2,5}[ -]?20[0-9][0-9][-/:][0-9]{1,6}|20[0-9][0-9]/[0-9]{1,6})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Matching.TimeLimit)]
    static partial Regex BareCase { get; }

    public string? Kind { get; private set; }
    public Found? KindAt { get; private set; }
    public Found? Body { get; private set; }
    public Found? CaseNumber { get; private set; }
    public Found? Place { get; private set; }
    public (WrittenDate Date, Block Block)? Date { get; private set; }
    public (WrittenTime Time, Block Block)? Time { get; private set; }
    public (WrittenDate Date, Block Block)? Adjusted { get; private set; }

    [GeneratedRegex(@"^(?:enheten|förvaltningen|avdelningen|staben|tjänsteställe|handläggare|region \p{L}+$|landstinget \p{L}+$|kommunförbundet \p{L}+$|\p{L}+ kommun$|avser)\b", Options, Matching.TimeLimit)]
    static partial Regex WeakBody { get; }
    [GeneratedRegex(@"\b\p{L}*(?:råd(?:et)?|grupp(?:en)?|nämnd(?:en)?|nätverk(?:et)?|forum(?:et)?|utskott(?:et)?|styrelse(?:n)?|organ(?:et)?|beredning(?:en)?|kommitté(?:n)?|presidium|delegation(?:en)?|förbund(?:et)?|ledning)\b", Options, Matching.TimeLimit)]
    static partial Regex StrongBodyWord { get; }

    public void Read()
    {
        for (var i = 0; i < front.Count; i++)
            ReadLabel(i);
        ReadTitle();
        ReadAdjusted();
        for (var i = 0; i < Math.Min(front.Count, TitleBlocks) && Date is null; i++)
            TakeDate(front[i], 0);
        for (var i = 0; i < Math.Min(front.Count, TitleBlocks) && CaseNumber is null; i++)
            TakeCase(front[i]);
        if (Date is { } date)
            WithoutLabels(date.Block);
    }

    /// <summary>'Torsdag 22 april 2021 kl. 15–16.30 via Teams', or the place in the line below.</summary>
    void WithoutLabels(Block dated)
    {
        var at = front.TakeWhile(b => !ReferenceEquals(b, dated)).Count();
        for (var i = at; i < Math.Min(front.Count, at + 2); i++)
        {
            if (i > at && (front[i].Text.Length > 100 || HeadLabels.Is(front[i].Text) || Names.IsPerson(front[i].Text) || Dates.TimesIn(front[i].Text).Count == 0 && Place is not null))
                return;
            var before = Time;
            TakeTime(front[i], 0, front[i].Text.Length, bare: i == at);
            if (Time is { } time && before is null)
                Place ??= Trimmed(front[i], time.Time.End, front[i].Text.Length) is { } place && place.Value.Length > 3 && place.Value.Any(char.IsLetter) ? place : null;
            else if (i > at && Time is not null && front[i].Text.Length > 5 && front[i].Text[^1] is not ('!' or ':') && front[i].Kind == BlockKind.Paragraph && !BodyWord.IsMatch(front[i].Text))
                Place ??= Trimmed(front[i], 0, front[i].Text.Length);
        }
    }

    void ReadLabel(int i)
    {
        var block = front[i];
        var at = 0;
        foreach (var cell in LabelCells(block))
        {
            if (cell.Start < at || HeadLabels.Parse(block.Cut(cell)) is not { } label)
                continue;
            var (value, from, to) = ValueOf(i, cell, label.From);
            at = ReferenceEquals(value, block) ? to : at;
            Take(label.Label, value, from, to, i);
        }
    }

    [GeneratedRegex(@"\b(?:justerat|justerades|justeras|justeringsdatum|justeringsdag|justering|justerad)\b", Options, Matching.TimeLimit)]
    static partial Regex AdjustedWord { get; }

    /// <summary>The day beside or below 'Justerat', in the head or among the signatures.</summary>
    void ReadAdjusted()
    {
        var near = 0;
        foreach (var block in front.Concat(tail))
        {
            if (Adjusted is not null || block.Text.Length > 250)
                continue;
            near = AdjustedWord.IsMatch(block.Text) ? 5 : near - 1;
            if (near > 0 && Dates.In(block.Text).Find(d => d.Day is not null) is { Month: > 0 } date && (near == 5 || block.Text.Length < 60) && !block.Text.Contains("anslag", StringComparison.OrdinalIgnoreCase))
                Adjusted = (date, block);
        }
    }

    static IEnumerable<Cell> LabelCells(Block block) => block.Kind == BlockKind.Row ? block.Cells : [new(0, block.Text.Length, 0)];

    /// <summary>What a label labels: the rest of its cell, the cell beside it, or the block below.</summary>
    (Block Block, int From, int To) ValueOf(int i, Cell cell, int labelEnd)
    {
        var block = front[i];
        if (cell.Start + labelEnd < cell.End)
            return (block, cell.Start + labelEnd, cell.End);
        var beside = block.Cells.FirstOrDefault(c => c.Start >= cell.End && c.End > c.Start);
        if (block.Kind == BlockKind.Row && beside.End > 0)
            return (block, beside.Start, beside.End);
        if (i + 1 < front.Count && !HeadLabels.Is(front[i + 1].Text))
            return (front[i + 1], 0, front[i + 1].Text.Length);
        return (block, cell.End, cell.End);
    }

    void Take(HeadLabel label, Block block, int from, int to, int i)
    {
        if (to <= from)
            return;
        switch (label)
        {
            case HeadLabel.Date when IsMail && i < 8:
                break;
            case HeadLabel.Date or HeadLabel.Time:
                TakeDate(block, from);
                TakeTime(block, from, to, bare: true);
                break;
            case HeadLabel.Place:
                Place ??= Trimmed(block, from, to);
                break;
            case HeadLabel.TimeAndPlace:
                TakeTimeAndPlace(block, from, to, i);
                break;
            case HeadLabel.Adjusted or HeadLabel.AdjustmentTime:
                if (Adjusted is null && Dates.In(block.Text, from, to).Find(d => d.Day is not null) is { Month: > 0 } date)
                    Adjusted = (date, block);
                break;
            case HeadLabel.CaseNumber:
                CaseNumber ??= Trimmed(block, from, Math.Min(to, from + 40));
                break;
        }
    }

    /// <summary>In a mail the date of the head is the day it was sent.</summary>
    bool IsMail => front.Take(8).Any(b => b.Text.StartsWith("Ämne:", StringComparison.Ordinal));

    /// <summary>'Fredag 12 mars kl 9–12, Stadshuset': what is no date and no time is the place.</summary>
    void TakeTimeAndPlace(Block block, int from, int to, int i)
    {
        TakeDate(block, from);
        TakeTime(block, from, to, bare: true);
        var (start, end) = (from, to);
        foreach (var date in Dates.In(block.Text, from, to).Where(d => d.Day is not null))
            Narrow(block.Text, date.Start, date.End, from, ref start, ref end);
        foreach (var time in Dates.TimesIn(block.Text, from, to, bare: true))
            Narrow(block.Text, time.Start, time.End, from, ref start, ref end);
        if (Trimmed(block, start, end) is { } place && place.Value.Any(char.IsLetter) && place.Value.Length > 2)
            Place ??= place;
        else if (i + 1 < front.Count && front[i + 1].Text is var below && !HeadLabels.Is(below) && !Names.IsPerson(below))
        {
            TakeDate(front[i + 1], 0);
            TakeTime(front[i + 1], 0, below.Length, bare: false);
            Place ??= Dates.In(below).Count == 0 ? Trimmed(front[i + 1], 0, below.Length) : null;
        }
    }

    static void Narrow(string text, int cutStart, int cutEnd, int from, ref int start, ref int end)
    {
        if (text.AsSpan(from, cutStart - from).Trim(" ,.;–-").Length < 12 && start < cutEnd && cutEnd <= end || cutStart <= start && cutEnd > start)
            start = Math.Max(start, cutEnd);
        else if (cutStart > start && cutStart < end)
            end = Math.Min(end, cutStart);
    }

    static Found? Trimmed(Block block, int from, int to)
    {
        while (from < to && block.Text[from] is ' ' or ',' or ';' or ':' or '.' or '–' or '-' or '|')
            from++;
        while (to > from && block.Text[to - 1] is ' ' or ',' or ';' or ':' or '.' or '|')
            to--;
        return to > from ? new(block.Text[from..to], block, from, to) : null;
    }

    [GeneratedRegex(@"\b(?:fastställt|justerat|justerad|godkänt|reviderad|uppdaterad|utskickat|utskriven)\b", Options, Matching.TimeLimit)]
    static partial Regex Settled { get; }

    void TakeDate(Block block, int from)
    {
        if (Date is null && Dates.In(block.Text, from).Find(d => d.Day is not null && !Settled.IsMatch(block.Text[Math.Max(from, d.Start - 20)..d.Start])) is { Month: > 0 } date)
            Date = (date, block);
    }

    void TakeTime(Block block, int from, int to, bool bare)
    {
        if (Time is not null)
            return;
        var dates = Dates.In(block.Text, from, to);
        foreach (var time in Dates.TimesIn(block.Text, from, to, bare))
            if (!dates.Exists(d => d.Start < time.End && time.Start < d.End))
            {
                Time = (time, block);
                return;
            }
    }

    void TakeCase(Block block)
    {
        var text = block.Text.Length > 200 ? block.Text[..200] : block.Text;
        var m = Case.Match(text);
        m = m.Success && m.Groups["n"].Value.Any(char.IsDigit) ? m : BareCase.Match(text);
        if (m.Success && m.Groups["n"] is { } n)
            CaseNumber = Trimmed(block, n.Index, n.Index + n.Length);
    }

    void ReadTitle()
    {
        for (var i = 0; i < Math.Min(front.Count, TitleBlocks); i++)
        {
            if (HeadLabels.KindOf(front[i].Text) is not { } kind || front[i].Text.Length > 220 || front[i].Text.EndsWith('.') && front[i].Text.Length > 60 || HeadLabels.Parse(front[i].Text) is { Label: not HeadLabel.Other })
                continue;
            if (Kind is null)
                (Kind, KindAt) = (kind.Kind, new(front[i].Text[kind.Start..kind.End], front[i], kind.Start, kind.End));
            foreach (var (start, end) in new[] { (kind.End, front[i].Text.Length), (0, kind.Start) })
                if (Body is null && BodyIn(front[i], start, end) is { } body && BodyWord.IsMatch(body.Value) && !WeakBody.IsMatch(body.Value))
                    Body = body;
        }
        var attendance = front.TakeWhile(b => HeadLabels.Parse(b.Text) is not { } label || !HeadLabels.IsAttendance(label.Label)).Count();
        foreach (var words in new[] { StrongBodyWord, BodyWord })
            for (var i = 0; i < Math.Min(attendance, TitleBlocks) && Body is null; i++)
                if (NamesBody(front[i], words))
                    Body = BodyIn(front[i], 0, front[i].Text.Length);
        if (Body is null && KindAt is { } at)
            Body = BodyIn(at.Block, at.End, at.Block.Text.Length) ?? BodyIn(at.Block, 0, at.Start);
    }

    static bool NamesBody(Block block, Regex words) =>
        block.Text.Length < 150 && words.IsMatch(block.Text) && !WeakBody.IsMatch(block.Text) && !HeadLabels.Is(block.Text) && block.Text[^1] is not ('.' or ':') && !Names.IsPerson(block.Text);

    static Found? BodyIn(Block block, int start, int end)
    {
        if (block.Kind == BlockKind.Row && block.Cells.FirstOrDefault(c => c.End > start && c.Start >= 0 && c.Start < end) is { End: > 0 } cell)
            end = Math.Min(end, Math.Max(cell.End, start));
        foreach (var date in Dates.In(block.Text, start, end))
            if (date.Day is not null || date.Year is not null)
                (start, end) = date.Start - start > end - date.End ? (start, date.Start) : (date.End, end);
        if (PageMark.Match(block.Text[start..end]) is { Success: true } page)
            (start, end) = page.Index >= end - start - page.Index - page.Length ? (start, start + page.Index) : (start + page.Index + page.Length, end);
        start += BodyPrefix.Match(block.Text[start..end]).Length;
        if (start < end && BodySuffix.Match(block.Text[start..end]) is { Success: true } tail)
            end = start + tail.Index;
        return end - start < 3 ? null : Trimmed(block, start, end);
    }
}
