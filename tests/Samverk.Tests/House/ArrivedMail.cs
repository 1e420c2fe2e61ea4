using System.Text;
using System.Text.RegularExpressions;

namespace Samverk.Tests.House;

/// <summary>A part of a mail: what kind it says that it is, and its bytes.</summary>
sealed record MailPart(string Type, byte[] Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
}

/// <summary>A mail as the mail server of tests/peers got it.</summary>
sealed partial record ArrivedMail(string From, string To, string? User, string Subject, string Id, string Raw, IReadOnlyList<MailPart> Parts)
{
    public string Text => Parts.First(p => p.Type.StartsWith("text/plain", StringComparison.Ordinal)).Text;

    /// <summary>The part of a kind; null when there is none.</summary>
    public MailPart? Part(string type) => Parts.SingleOrDefault(p => p.Type.StartsWith(type, StringComparison.Ordinal));

    public static async Task<ArrivedMail> Next(Peer server)
    {
        var said = await server.Next();
        var raw = said.GetProperty("raw").GetString()!;
        var (head, _) = Split(raw);
        return new(
            said.GetProperty("from").GetString()!, said.GetProperty("to").EnumerateArray().Single().GetString()!, said.GetProperty("user").GetString(),
            Decoded(Header(head, "Subject")!), Header(head, "Message-ID")!, raw, [.. PartsOf(raw)]);
    }

    static IEnumerable<MailPart> PartsOf(string raw)
    {
        var (head, body) = Split(raw);
        var type = Header(head, "Content-Type") ?? "text/plain";
        if (Boundary().Match(type) is { Success: true } found && type.StartsWith("multipart/", StringComparison.Ordinal))
            return body.Split($"--{found.Groups["name"].Value}").Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)).SelectMany(part => PartsOf(part.TrimStart('\r', '\n')));
        Assert.Equal("base64", Header(head, "Content-Transfer-Encoding"));
        return [new(type, Convert.FromBase64String(body.Trim()))];
    }

    static (string Head, string Body) Split(string raw)
    {
        var split = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (Fold().Replace(raw[..split], " "), raw[split..]);
    }

    static string? Header(string head, string name) =>
        head.Split("\r\n").SingleOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..].Trim();

    static string Decoded(string words) =>
        Word().Matches(words) is { Count: > 0 } encoded ? Encoding.UTF8.GetString([.. encoded.SelectMany(word => Convert.FromBase64String(word.Groups["text"].Value))]) : words;

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fold();

    [GeneratedRegex("boundary=\"?(?<name>[^\";]+)\"?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]+)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
