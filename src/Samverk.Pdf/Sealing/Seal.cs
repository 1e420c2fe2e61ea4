namespace Samverk.Pdf;

/// <summary>What is wrong with a seal.</summary>
public enum SealFault
{
    None,
    /// <summary>It does not cover all that it should, or covers what isn't there.</summary>
    Range,
    /// <summary>What it covers is not what was sealed.</summary>
    Changed,
    /// <summary>The signature itself can't be read, or was not made with the certificate that it names.</summary>
    Signature,
    /// <summary>It was made when the certificate did not hold.</summary>
    Certificate,
    /// <summary>Its time stamp is about something else, or was not signed by whom it says.</summary>
    TimeStamp,
}

/// <summary>A seal found in a file, and whether it holds.</summary>
/// <param name="Name">Who approved.</param>
/// <param name="At">When, as the one who sealed said it.</param>
/// <param name="Certificate">That it was made with, DER. Whether to trust it is the reader's question.</param>
/// <param name="Covers">The length of the file that it covers, from its beginning.</param>
public sealed record Seal(string Name, string Reason, DateTimeOffset? At, byte[] Certificate, long Covers, SealFault Fault)
{
    /// <summary>Nothing has been added after it.</summary>
    public bool CoversWholeFile { get; init; }

    /// <summary>To whom the certificate was issued.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When a time-stamp service witnessed it; null for a seal without.</summary>
    public DateTimeOffset? StampedAt { get; init; }

    /// <summary>Whether it holds for what it covers.</summary>
    public bool IsIntact => Fault == SealFault.None;
}

/// <summary>The seals of a file, oldest first.</summary>
/// <param name="Problem">Why the file's seals can't be looked for; null when they could.</param>
public sealed record SealReading(IReadOnlyList<Seal> Seals, string? Problem)
{
    /// <summary>At least one seal, all hold, and nothing stands after the last one.</summary>
    public bool IsWhole => Problem is null && Seals.Count > 0 && Seals.All(s => s.IsIntact) && Seals[^1].CoversWholeFile;
}
