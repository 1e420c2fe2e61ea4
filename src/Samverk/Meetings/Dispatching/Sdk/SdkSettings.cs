namespace Samverk.Meetings.Dispatching.Sdk;

/// <summary>The SDK message service that the operator has named, under <c>Sdk</c> in the configuration. No record: it would write its secret out.</summary>
public sealed class SdkSettings
{
    /// <summary>The service's address up to '/sdk/messages'; null when there is none.</summary>
    public Uri? Url { get; private init; }
    public Uri? TokenUrl { get; private init; }
    public string ClientId { get; private init; } = "";
    public string ClientSecret { get; private init; } = "";
    public SdkParty? From { get; private init; }
    /// <summary>Those who have an inbox in SDK, by the organisation's official code.</summary>
    public IReadOnlyDictionary<string, SdkParty> Receivers { get; private init; } = new Dictionary<string, SdkParty>();

    /// <summary>Whether anything can be sent by SDK.</summary>
    public bool IsOn => Url is not null && TokenUrl is not null && From is not null && ClientId.Length > 0;

    public static SdkSettings Read(IConfiguration configuration)
    {
        var given = configuration.GetSection("Sdk");
        return new()
        {
            Url = Address(given["Url"]),
            TokenUrl = Address(given["TokenUrl"]),
            ClientId = given["ClientId"]?.Trim() ?? "",
            ClientSecret = given["ClientSecret"] ?? "",
            From = Party(given.GetSection("From"), "Samverk"),
            Receivers = given.GetSection("Receivers").GetChildren().Select(r => (r.Key, Party: Party(r, r.Key))).Where(r => r.Party is not null).ToDictionary(r => r.Key, r => r.Party!, StringComparer.Ordinal),
        };
    }

    static SdkParty? Party(IConfigurationSection given, string label) =>
        given["Id"]?.Trim() is { Length: > 0 } id && given["Function"]?.Trim() is { Length: > 0 } function ? new(id, function, given["Label"]?.Trim() is { Length: > 0 } own ? own : label) : null;

    static Uri? Address(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") ? address : null;
}
