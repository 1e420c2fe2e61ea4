using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace Samverk.Mail;

/// <summary>The mail server that the operator has named, under <c>Mail</c> in the configuration. No record: it would write its password out.</summary>
public sealed class MailSettings
{
    const int Submission = 587, Relay = 25;

    public string? Host { get; private init; }
    public int Port { get; private init; } = Submission;
    /// <summary>Null when it is lacking or is no address.</summary>
    public MailAddress? Sender { get; private init; }
    public NetworkCredential? Credential { get; private init; }
    /// <summary>How long one try to send may take.</summary>
    public TimeSpan Patience { get; internal set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether mail can be sent at all.</summary>
    public bool IsOn => Host is not null && Sender is not null;

    /// <summary>
    /// STARTTLS is demanded, never merely hoped for: what is hoped for can be taken away on the road. Left out for a server
    /// on this machine, and for a relay on port 25 that asks for no password.
    /// </summary>
    public bool Encrypts => !IsHere && (Port != Relay || Credential is not null);

    /// <summary>Whether the server is on this machine.</summary>
    public bool IsHere => Host is "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    public static MailSettings Read(IConfiguration configuration)
    {
        var given = configuration.GetSection("Mail");
        return new()
        {
            Host = Text(given, "Host"),
            Port = int.TryParse(given["Port"], CultureInfo.InvariantCulture, out var port) ? port : Submission,
            Sender = MailAddress.TryCreate(given["From"], out var sender) ? sender : null,
            Credential = Text(given, "UserName") is { } name ? new(name, given["Password"] ?? "") : null,
        };
    }

    static string? Text(IConfiguration given, string name) => string.IsNullOrWhiteSpace(given[name]) ? null : given[name]!.Trim();
}
