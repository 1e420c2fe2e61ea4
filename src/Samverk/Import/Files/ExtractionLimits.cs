namespace Samverk.Import.Files;

/// <summary>How much a single document may cost. A document beyond a limit is refused, never cut.</summary>
public sealed record ExtractionLimits
{
    /// <summary>Bytes of the file itself.</summary>
    public long FileBytes { get; init; } = 100L << 20;
    /// <summary>Bytes of one unpacked XML part of a docx.</summary>
    public long PartBytes { get; init; } = 64L << 20;
    /// <summary>Bytes of text that a converter may write.</summary>
    public int TextBytes { get; init; } = 64 << 20;
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(30);
    public TimeSpan OfficeTime { get; init; } = TimeSpan.FromSeconds(60);
    /// <summary>Where converters are looked for; null means the PATH of the process.</summary>
    public string? ToolPath { get; init; }
}
