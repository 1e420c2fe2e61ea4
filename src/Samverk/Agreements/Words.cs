namespace Samverk.Agreements;

public static class AgreementWords
{
    public static string Words(this AgreementKind kind) => kind switch
    {
        AgreementKind.Agreement => "Överenskommelse",
        AgreementKind.Recommendation => "Rekommendation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this AgreementState state) => state switch
    {
        AgreementState.Idea => "Idé",
        AgreementState.Preparing => "Tas fram",
        AgreementState.Consulting => "På remiss",
        AgreementState.Endorsed => "Förordad",
        AgreementState.Recommended => "Rekommenderad",
        AgreementState.Adopting => "Antas",
        AgreementState.InForce => "Gäller",
        AgreementState.Expired => "Har löpt ut",
        AgreementState.Terminated => "Uppsagd",
        AgreementState.Replaced => "Ersatt",
        AgreementState.Fallen => "Fallen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>As the end of a sentence: 'Överenskommelsen gäller'.</summary>
    public static string Is(this AgreementState state) => state switch
    {
        AgreementState.Idea => "är en idé",
        AgreementState.Preparing => "tas fram",
        AgreementState.Consulting => "är på remiss",
        AgreementState.Endorsed => "är förordad",
        AgreementState.Recommended => "är rekommenderad",
        AgreementState.Adopting => "håller på att antas",
        AgreementState.InForce => "gäller",
        AgreementState.Expired => "har löpt ut",
        AgreementState.Terminated => "är uppsagd",
        AgreementState.Replaced => "är ersatt",
        AgreementState.Fallen => "har fallit",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this AgreementActKind kind) => kind switch
    {
        AgreementActKind.Begun => "Upplagd",
        AgreementActKind.Prepared => "Börjar tas fram",
        AgreementActKind.Consulted => "Skickad på remiss",
        AgreementActKind.Endorsed => "Förordad",
        AgreementActKind.Recommended => "Rekommenderad",
        AgreementActKind.RoundOpened => "Antagandet öppnat",
        AgreementActKind.TookEffect => "Gäller",
        AgreementActKind.FollowedUp => "Uppföljd",
        AgreementActKind.Extended => "Förlängd",
        AgreementActKind.Terminated => "Uppsagd",
        AgreementActKind.Expired => "Har löpt ut",
        AgreementActKind.Replaced => "Ersatt",
        AgreementActKind.Fell => "Föll",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
