namespace Samverk.Shared;

/// <summary>Something about an installation that its keeper should know, in Swedish.</summary>
/// <param name="IsWrong">False for a remark: the installation works without it.</param>
/// <param name="What">What is found.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Do">What to do about it.</param>
public sealed record Finding(bool IsWrong, string What, string Why, string Do)
{
    public static Finding Wrong(string what, string why, string @do) => new(true, what, why, @do);

    public static Finding Note(string what, string why, string @do) => new(false, what, why, @do);
}

/// <summary>One thing that <c>samverk doctor</c> looks at. Each room registers those of its own. It changes nothing.</summary>
/// <param name="About">What is looked at, in a word or two.</param>
/// <param name="Look">Finds what is to be said; nothing when all is well. Told whether to look through everything, however long it takes.</param>
public sealed record Check(string About, Func<IServiceProvider, bool, CancellationToken, IAsyncEnumerable<Finding>> Look)
{
    /// <summary>Looked at only when the database answers and has this program's schema.</summary>
    public bool NeedsDatabase { get; init; }

    /// <summary>Looked at once in each area, which also needs the database.</summary>
    public bool IsOfEachArea { get; init; }
}
