namespace Samverk.Shared;

/// <summary>An expected no: a rule of the domain that says no, with the words the user is shown.</summary>
/// <param name="Code">Stable, English, for tests and the API.</param>
/// <param name="Text">Swedish: what is wrong and what to do.</param>
public sealed record Refusal(string Code, string Text)
{
    /// <summary>Throws when a rule said no; does nothing when it said nothing. Only the unit of work and the command line catch it.</summary>
    public static void Heed(Refusal? refusal)
    {
        if (refusal is not null)
            throw new RefusedException(refusal);
    }
}

/// <summary>Carries a refusal out of a verb to the unit of work, or out of a command to the command line: its only catchers.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Text)
{
    public Refusal Refusal { get; } = refusal;
}
