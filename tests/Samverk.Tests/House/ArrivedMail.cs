using System.Text;
using System.Text.RegularExpressions;

namespace Samverk.Tests.House;

/// <summary>A mail as the mail server of tests/peers got it.</summary>
sealed partial record ArrivedMail(string From, string To, string? User, string Subject, string Id, string Raw, string Text)
{
    public static async Task<ArrivedMail> Next(Peer server)
    {
        var said = await server.Next();
        var raw = said.GetProperty("raw").GetString()!;
        var split = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var head = Fold().Replace(raw[..split], " ");
        return new(
            said.GetProperty("from").GetString()!, said.GetProperty("to").EnumerateArray().Single().GetString()!, said.GetProperty("user").GetString(),
            Decoded(Header(head, "Subject")), Header(head, "Message-ID"), raw, Encoding.UTF8.GetString(Convert.FromBase64String(raw[split..].Trim())));
    }

    static string Header(string head, string name) =>
        head.Split("\r\n").Single(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..].Trim();

    static string Decoded(string words) =>
        Encoding.UTF8.GetString([.. Word().Matches(words).SelectMany(word => Convert.FromBase64String(word.Groups["text"].Value))]);

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]+)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
