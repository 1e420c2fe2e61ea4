using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Samverk.Meetings.Dispatching.Sdk;

/// <summary>Something in a message that the rules of SDK don't allow.</summary>
/// <param name="Rule">The id of the pattern in the official Schematron.</param>
public sealed record SdkFault(string Rule, string Element, string Words);

/// <summary>
/// The rules that an SDK message is held to beside its schema: the eleven patterns of the official Schematron that are
/// instantiated, in its order. A message is checked before it is handed over, as the profile demands.
/// </summary>
public static partial class SdkRules
{
    static readonly (string Id, Func<XElement, bool> At, Func<XElement, bool> Holds, string Words)[] All =
    [
        ("verifyNonEmptyElements", e => e.Ancestors().Any(a => a.Name == SdkMessage.Space + "messagePayload"), e => !string.IsNullOrWhiteSpace(e.Value), "elementet är tomt"),
        ("conversationIdMustExist", Is("messageHeader"), e => e.Elements(SdkMessage.Space + "conversationId").Count() == 1, "conversationId ska finnas en gång"),
        ("recipientIdvalue", Is("root", "recipientID"), e => e.Value == SdkMessage.IdRoot, $"ska vara {SdkMessage.IdRoot}"),
        ("senderIdvalue", Is("root", "senderID"), e => e.Value == SdkMessage.IdRoot, $"ska vara {SdkMessage.IdRoot}"),
        ("creationDateTime", Is("creationDateTime"), e => Time().IsMatch(e.Value), "ska skrivas som 2026-11-24T09:30:00.0Z"),
        ("MessageId", Is("messageId"), IsUuid, "ska vara ett UUID"),
        ("conversationId", Is("conversationId"), IsUuid, "ska vara ett UUID"),
        ("refToMessageId", Is("refToMessageId"), IsUuid, "ska vara ett UUID"),
        ("subjectlabel", Is("label", "messageHeader"), e => e.Value.EnumerateRunes().Count() <= SdkMessage.LongestLabel, "rubriken är för lång"),
        // The official pattern looks at the first character; what it means is that the whole is base64.
        ("contentFiles", Is("content", "ContentFiles"), e => IsBase64(e.Value), "ska vara base64"),
        ("subOrgRoot", e => Is("root", "organizationId")(e) && e.Parent!.Parent?.Name == SdkMessage.Space + "subOrganization", e => e.Value == SdkMessage.FunctionRoot, $"ska vara {SdkMessage.FunctionRoot}"),
    ];

    /// <summary>The ids of the rules, as the official file names them.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. All.Select(r => r.Id)];

    /// <returns>Empty when the message follows every rule.</returns>
    public static IReadOnlyList<SdkFault> Faults(XDocument message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return [.. from rule in All from e in message.Descendants().Where(rule.At) where !rule.Holds(e) select new SdkFault(rule.Id, e.Name.LocalName, $"{e.Name.LocalName}: {rule.Words}.")];
    }

    static Func<XElement, bool> Is(string name, string? parent = null) => e => e.Name == SdkMessage.Space + name && (parent is null || e.Parent?.Name == SdkMessage.Space + parent);

    static bool IsUuid(XElement e) => Uuid().IsMatch(e.Value);

    static bool IsBase64(string text) => text.Length > 0 && System.Buffers.Text.Base64.IsValid(text);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{1,3}Z\z", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Time();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\z", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uuid();
}
