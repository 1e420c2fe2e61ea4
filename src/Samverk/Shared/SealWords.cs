namespace Samverk.Shared;

/// <summary>A seal (SHA-256 in hexadecimal) as people compare it by eye.</summary>
public static class SealWords
{
    /// <summary>All of it, in groups of eight.</summary>
    public static string Whole(string seal) => Grouped(seal, 8);

    /// <summary>The first sixteen digits, in groups of four: enough to see that two are not the same.</summary>
    public static string Beginning(string seal) => Grouped(seal.Length > 16 ? seal[..16] : seal, 4);

    static string Grouped(string seal, int size) => string.Join(' ', seal.ToUpperInvariant().Chunk(size).Select(c => new string(c)));
}
