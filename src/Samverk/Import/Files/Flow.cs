namespace Samverk.Import.Files;

/// <summary>Lines of text as they come, one per paragraph, never two empty lines after each other.</summary>
sealed class Flow
{
    readonly List<string> lines = [];

    /// <summary>The lines that hold something.</summary>
    public IReadOnlyList<string> Filled => [.. lines.Where(l => l.Length > 0)];

    public void Line(string line)
    {
        if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            lines.Add(line);
    }

    /// <summary>An empty line, for what stands apart: a heading, a table.</summary>
    public void Gap() => Line("");

    public void Lines(IEnumerable<string> more)
    {
        foreach (var line in more)
            Line(line);
    }

    public override string ToString() => string.Join('\n', lines).TrimEnd('\n');
}
