using Samverk.Shared;

namespace Samverk.Organisations.SigningIn;

/// <summary>Sessions and times as people read them.</summary>
static class SessionWords
{
    public static string Of(SessionRow session, Providers providers) => Of(session.Way, session.Provider, providers);

    public static string Of(SignInWay way, string? provider, Providers providers) => way switch
    {
        SignInWay.Provider => $"Med {providers.Find(provider)?.Name ?? provider}",
        SignInWay.Passkey => "Med inloggningsnyckel",
        SignInWay.Demo => "Vald i demon",
        _ => "Med engångslänk",
    };

    /// <summary>'24 november 2026 kl. 12.00'.</summary>
    public static string When(DateTimeOffset at) =>
        $"{DateOnly.FromDateTime(at.Local()).InWords()} kl. {SwedishText.Clock(TimeOnly.FromDateTime(at.Local()))}";
}
