namespace Samverk.Shared;

/// <summary>The name of a file that somebody else has chosen, as every file system takes it and so that it leads nowhere else.</summary>
public static class SafeName
{
    const int Longest = 100;

    /// <summary>Never empty, never with a path in it; the end of a long name stays, with the kind of file.</summary>
    public static string Of(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_')).Trim(' ', '.');
        return safe.Length == 0 ? "namnlös" : safe.Length > Longest ? safe[^Longest..].Trim(' ', '.') : safe;
    }
}
