using System.Text.RegularExpressions;

namespace Samverk.Reading;

/// <summary>Reads chair, secretary and adjusters from labels and signatures.</summary>
sealed class Officers
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    static readonly Regex RoleOnly = new(@"^(?:[\p{L} -]{2,40}\s?[/,]\s?)?(?<role>(?:mötes)?ordförande|ordf\.?|(?:mötes)?sekreterare|sekr\.?|justerare|justeringsperson|protokolljusterare|protokollförare|vid protokollet)$", Options);

    public Found? Chair { get; private set; }
    public Found? Secretary { get; private set; }
    public List<Found> Adjusters { get; } = [];

    public static Officers Read(IReadOnlyList<Block> blocks)
    {
        var officers = new Officers();
        var parts = blocks.SelectMany(Parts).ToList();
        HeadLabel? label = null;
        for (var i = 0; i < parts.Count; i++)
            label = officers.Take(parts, i, label);
        foreach (var (above, below) in blocks.Zip(blocks.Skip(1)))
            officers.TakeColumns(above, below);
        return officers;
    }

    readonly record struct Part(Block Block, int Start, int End)
    {
        public string Text => Block.Text[Start..End];
    }

    static IEnumerable<Part> Parts(Block block) => block.Kind == BlockKind.Row
        ? block.Cells.Where(c => c.End > c.Start).Select(c => new Part(block, c.Start, c.End))
        : [new(block, 0, Math.Min(block.Text.Length, 300))];

    /// <summary>Two rows of a table: names above, roles below.</summary>
    void TakeColumns(Block above, Block below)
    {
        if (above.Kind != BlockKind.Row || below.Kind != BlockKind.Row)
            return;
        foreach (var role in below.Cells.Where(c => RoleOnly.IsMatch(below.Cut(c))))
            foreach (var name in above.Cells.Where(c => Math.Abs(c.Column - role.Column) < 6 && Names.IsPerson(above.Cut(c))))
                Assign(RoleOf(below.Cut(role)), new(above, name.Start, name.End));
    }

    HeadLabel? Take(List<Part> parts, int i, HeadLabel? label)
    {
        var text = parts[i].Text;
        if (RoleOnly.Match(text) is { Success: true } alone && i > 0 && Person(parts[i - 1]) is { } above && !(i > 1 && IsLabel(parts[i - 2].Text)))
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
            return label is HeadLabel.Adjusted or HeadLabel.Adjusters ? label : null;
        return label is HeadLabel.Adjusted && Dates.In(text).Count > 0 || text.All(c => !char.IsLetter(c)) ? label : null;
    }

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

    void Assign(HeadLabel role, Part name)
    {
        var found = new Found(name.Text, name.Block, name.Start, name.End);
        if (role == HeadLabel.Chair)
            Chair ??= found;
        else if (role == HeadLabel.Secretary)
            Secretary ??= found;
        else if (!Adjusters.Exists(a => a.Value == found.Value))
            Adjusters.Add(found);
    }

    public void Settle()
    {
        Adjusters.RemoveAll(a => a.Value == Chair?.Value || Adjusters.Count > 1 && a.Value == Secretary?.Value);
    }
}
