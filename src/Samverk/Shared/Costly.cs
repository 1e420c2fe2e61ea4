namespace Samverk.Shared;

/// <summary>How much one person, one address and one request may ask for. Declared on the endpoint, held by the shell.</summary>
public static class Costly
{
    /// <summary>
    /// The name of the limit on what takes the server long: uploads, exports. So many a minute for a person as
    /// <c>Limits:CostlyPerMinute</c> says. Put on an endpoint with <c>RequireRateLimiting(Costly.PerPerson)</c>.
    /// </summary>
    public const string PerPerson = "costly";

    /// <summary>The name of the time that a large upload over a slow line may take; other requests have two minutes.</summary>
    public const string Slow = "slow";
}
