namespace Samverk.Reading;

/// <summary>What all patterns have in common.</summary>
static class Matching
{
    /// <summary>
    /// Milliseconds that no match comes near: patterns are held against a line's beginning, a label or a sentence, and none
    /// can read the same characters in more than one way over and over again.
    /// </summary>
    public const int TimeLimit = 10_000;
}
