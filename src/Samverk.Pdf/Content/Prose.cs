namespace Samverk.Pdf.Content;

/// <summary>Running text. A line feed in it begins a new line. Plain text becomes prose by itself.</summary>
public sealed record Prose(IReadOnlyList<Run> Runs)
{
    public static Prose Empty { get; } = new([]);

    /// <summary>The words alone.</summary>
    public string Plain => string.Concat(Runs.Select(r => r.Text));

    public static implicit operator Prose(string text) => new([new Run(text)]);

    public override string ToString() => Plain;
}

/// <summary>A stretch of text in one style.</summary>
public sealed record Run(string Text, bool Bold = false, bool Italic = false);
