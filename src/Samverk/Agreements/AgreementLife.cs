namespace Samverk.Agreements;

/// <summary>A step in the life of an agreement: each is an act with its row.</summary>
public enum AgreementActKind
{
    Begun,
    /// <summary>Somebody prepares it: directive, steering group, time plan, dialogue meetings.</summary>
    Prepared,
    /// <summary>It has been sent out for opinions.</summary>
    Consulted,
    /// <summary>The preparing body stands behind it.</summary>
    Endorsed,
    /// <summary>A body has recommended a text to the parties.</summary>
    Recommended,
    /// <summary>The parties are asked to adopt a text.</summary>
    RoundOpened,
    TookEffect,
    FollowedUp,
    Extended,
    Terminated,
    Expired,
    /// <summary>Another agreement has taken its place.</summary>
    Replaced,
    /// <summary>It came to nothing.</summary>
    Fell,
}

/// <summary>Which step may follow where, and where it leads: the one place that says so.</summary>
static class AgreementLife
{
    static readonly AgreementState[] BeforeAdoption = [AgreementState.Idea, AgreementState.Preparing, AgreementState.Consulting, AgreementState.Endorsed, AgreementState.Recommended];

    /// <summary>The states in which a step can be taken.</summary>
    public static IReadOnlyCollection<AgreementState> From(AgreementActKind kind) => kind switch
    {
        AgreementActKind.Prepared or AgreementActKind.Consulted or AgreementActKind.Endorsed => BeforeAdoption,
        AgreementActKind.FollowedUp or AgreementActKind.Extended or AgreementActKind.Expired or AgreementActKind.Terminated or AgreementActKind.Replaced => [AgreementState.InForce],
        AgreementActKind.Fell => [.. BeforeAdoption, AgreementState.Adopting],
        AgreementActKind.RoundOpened => [AgreementState.Recommended, AgreementState.Adopting, AgreementState.InForce],
        // The acts that others make possible: minutes and adoptions.
        _ => [],
    };

    /// <summary>The steps that a person can take by hand.</summary>
    public static IReadOnlyList<AgreementActKind> ByHand { get; } =
        [AgreementActKind.Prepared, AgreementActKind.Consulted, AgreementActKind.Endorsed, AgreementActKind.FollowedUp, AgreementActKind.Extended, AgreementActKind.Terminated, AgreementActKind.Fell];

    /// <param name="hasText">A text is in force: a new one on its way doesn't change that.</param>
    public static AgreementState After(AgreementActKind kind, AgreementState? before, bool hasText) => kind switch
    {
        AgreementActKind.Begun => AgreementState.Idea,
        AgreementActKind.TookEffect => AgreementState.InForce,
        AgreementActKind.Terminated => AgreementState.Terminated,
        AgreementActKind.Expired => AgreementState.Expired,
        AgreementActKind.Replaced => AgreementState.Replaced,
        AgreementActKind.Fell => AgreementState.Fallen,
        AgreementActKind.FollowedUp or AgreementActKind.Extended => before!.Value,
        _ when hasText && before == AgreementState.InForce => AgreementState.InForce,
        AgreementActKind.Prepared => AgreementState.Preparing,
        AgreementActKind.Consulted => AgreementState.Consulting,
        AgreementActKind.Endorsed => AgreementState.Endorsed,
        AgreementActKind.Recommended => AgreementState.Recommended,
        AgreementActKind.RoundOpened => AgreementState.Adopting,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
