using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Reads chair, secretary and adjusters from labels and signatures.</summary>
sealed partial class Officers
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^(?:[\p{L} -]{2,40}\s?[/,]\s?)?(?<role>(?:mötes)?ordförande|ordf\.?|(?:mötes)?sekreterare|sekr\.?|justerare|justeringsperson|protokolljusterare|protokollförare|vid protokollet)$", Options, Matching.TimeLimit)]
    static partial Regex RoleOnly { get; }

    [GeneratedRegex(@"^(?:minnes|mötes)?anteckningar(?:na)?\s*:\s*", Options, Matching.TimeLimit)]
    static partial Regex Notes { get; }

    int labelled = -2;

    public Found? Chair { get; private set; }
    public Found? Secretary { get; private set; }
    public List<Found> Adjusters { get; } = [];

    public static Officers Read(IReadOnlyList<Block> blocks)
    {
        var officers = new Officers();
        var taken = new HashSet<Block>();
        foreach (var (above, below) in blocks.Zip(blocks.Skip(1)))
            if (officers.TakeColumns(above, below))
                taken.UnionWith([above, below]);
        var parts = blocks.Where(b => !taken.Contains(b)).SelectMany(Parts).ToList();
        HeadLabel? label = null;
        for (var i = 0; i < parts.Count; i++)
            label = officers.Take(parts, i, label);
        return officers;
    }

    readonly record struct Part(Block Block, int Start, int End)
    {
        public string Text => Block.Text[Start..End];
    }

    static IEnumerable<Part> Parts(Block block) => block.Kind == BlockKind.Row
        ? block.Cells.Where(c => c.End > c.Start).Select(c => new Part(block, c.Start, c.End))
        : [new(block, 0, Math.Min(block.Text.Length, 300))];

    /// <summary>Two rows of signatures: names above their roles, or 'Vid protokollet' and 'Justeras' above names.</summary>
    bool TakeColumns(Block above, Block below)
    {
        if (above.Kind != BlockKind.Row || below.Kind != BlockKind.Row)
            return false;
        var taken = false;
        foreach (var role in below.Cells.Where(c => RoleOnly.IsMatch(below.Cut(c))))
            foreach (var name in above.Cells.Where(c => Math.Abs(c.Column - role.Column) < 6 && Names.IsPerson(above.Cut(c))))
            {
                Assign(RoleOf(below.Cut(role)), new(above, name.Start, name.End));
                taken = true;
            }
        var labels = above.Cells.Where(c => c.End > c.Start).ToList();
        if (taken || labels.Count < 2 || !labels.TrueForAll(c => HeadLabels.Parse(above.Cut(c)) is { } l && IsOffice(l.Label) && l.From >= c.End - c.Start))
            return taken;
        foreach (var name in below.Cells.Where(c => Names.IsPerson(below.Cut(c))))
        {
            var label = labels.LastOrDefault(c => c.Column <= name.Column + 4, labels[0]);
            Assign(HeadLabels.Parse(above.Cut(label))!.Value.Label, new(below, name.Start, name.End));
            taken = true;
        }
        return taken;
    }

    HeadLabel? Take(List<Part> parts, int i, HeadLabel? label)
    {
        var text = parts[i].Text;
        if (parts[i].Block.Kind == BlockKind.Row && parts[i].Start > parts[i].Block.Cells[0].Start && RoleOnly.IsMatch(text))
        {
            if (parts[i].Block.Cells.FirstOrDefault(c => c.End <= parts[i].Start && Names.IsPerson(parts[i].Block.Cut(c))) is { End: > 0 } name)
                Assign(RoleOf(text), new(parts[i].Block, name.Start, name.End));
            return null;
        }
        if (Notes.Match(text) is { Success: true } notes && TakePeople(parts[i] with { Start = parts[i].Start + notes.Length }, HeadLabel.Secretary))
            return null;
        if (RoleOnly.Match(text) is { Success: true } alone && Entries(parts[i]).Count == 0 && i > 0 && labelled != i - 1 && !StandsBeside(parts, i) && Names.IsPerson(parts[i - 1].Text) && Person(parts[i - 1]) is { } above && !(i > 1 && IsLabel(parts[i - 2].Text)))
        {
            Assign(RoleOf(alone.Value), above);
            return label is HeadLabel.Adjusted ? label : null;
        }
        if (HeadLabels.Parse(text) is { } found)
        {
            if (IsOffice(found.Label))
                TakePeople(parts[i] with { Start = parts[i].Start + found.From }, found.Label);
            return IsOffice(found.Label) && (found.From >= text.Length || found.Label == HeadLabel.Adjusted) ? found.Label : null;
        }
        if (label is null)
            return null;
        if (TakePeople(parts[i], label.Value))
        {
            labelled = label == HeadLabel.Adjusted ? labelled : i;
            return label is HeadLabel.Adjusted or HeadLabel.Adjusters ? label : null;
        }
        return label is HeadLabel.Adjusted && Dates.In(text).Count > 0 || text.All(c => !char.IsLetter(c)) || text.StartsWith("Paragraf", StringComparison.OrdinalIgnoreCase) ? label : null;
    }

    /// <summary>A role in the first cell of a row speaks of the name in the next.</summary>
    static bool StandsBeside(List<Part> parts, int i) =>
        parts[i].Block.Kind == BlockKind.Row && i + 1 < parts.Count && ReferenceEquals(parts[i].Block, parts[i + 1].Block);

    static bool IsOffice(HeadLabel label) => label is HeadLabel.Chair or HeadLabel.Secretary or HeadLabel.Adjusters or HeadLabel.Adjusted;

    static bool IsLabel(string text) => HeadLabels.Parse(text) is { Label: HeadLabel.Chair or HeadLabel.Secretary or HeadLabel.Adjusters };

    static HeadLabel RoleOf(string text)
    {
        var role = text.ToLowerInvariant();
        return role.Contains("just", StringComparison.Ordinal) ? HeadLabel.Adjusters : role.Contains("ordf", StringComparison.Ordinal) ? HeadLabel.Chair : HeadLabel.Secretary;
    }

    static Part? Person(Part part)
    {
        var entries = Entries(part);
        return entries.Count == 1 ? new(part.Block, entries[0].Start, entries[0].Start + entries[0].Name.Length) : null;
    }

    static List<AttendanceEntry> Entries(Part part) =>
        part.Block.Text.Length > 400 || part.End <= part.Start ? [] : AttendanceLine.Read(part.Block, part.Start).FindAll(e => e.Start < part.End);

    bool TakePeople(Part part, HeadLabel label)
    {
        var entries = Entries(part);
        foreach (var entry in entries)
            Assign(entry.Role switch { "chair" => HeadLabel.Chair, "secretary" => HeadLabel.Secretary, _ => label }, new(part.Block, entry.Start, entry.Start + entry.Name.Length));
        return entries.Count > 0;
    }

    void Assign(HeadLabel role, Part name, string? value = null)
    {
        var found = new Found(value ?? name.Text, name.Block, name.Start, name.End);
        if (role == HeadLabel.Chair)
            Chair ??= found;
        else if (role == HeadLabel.Secretary)
            Secretary ??= found;
        else if (!Adjusters.Exists(a => a.Value == found.Value))
            Adjusters.Add(found);
    }

    /// <summary>Chair and secretary sign too: adjusters are those beside them.</summary>
    public void Settle(string? chair, string? secretary, IEnumerable<Found> elected)
    {
        Adjusters.RemoveAll(a => a.Value == chair || Adjusters.Count > 1 && a.Value == secretary);
        if (Adjusters.Count == 0)
            foreach (var adjuster in elected.Where(e => e.Value != chair))
                Assign(HeadLabel.Adjusters, new(adjuster.Block, adjuster.Start, adjuster.End), adjuster.Value);
    }
}
