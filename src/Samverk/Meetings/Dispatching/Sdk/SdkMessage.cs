using System.Globalization;
using System.Xml.Linq;

namespace Samverk.Meetings.Dispatching.Sdk;

/// <summary>Somebody in SDK: an organisation, and the function in it that has the inbox.</summary>
/// <param name="Id">'0203:askvik.example'.</param>
/// <param name="Function">The functional address, from the SDK address book.</param>
/// <param name="Label">What people call it.</param>
public sealed record SdkParty(string Id, string Function, string Label);

/// <summary>A file that goes with a message.</summary>
public sealed record SdkFile(string Name, string Type, byte[] Bytes);

/// <summary>A new message of Säker digital kommunikation: MessageWithAttachments 3.0, a text first and then the files.</summary>
/// <param name="Text">Plain text, or the little Markdown that SDK allows.</param>
public sealed record SdkMessage(Guid Id, DateTimeOffset At, string Label, SdkParty To, SdkParty From, string Text, IReadOnlyList<SdkFile> Files)
{
    public const string IdRoot = "iso6523-actorid-upis", FunctionRoot = "urn:riv:infrastructure:messaging:functionalAddress", System = "Samverk";
    public const int LongestLabel = 256;
    /// <summary>Of a whole message; base64 makes of three bytes four.</summary>
    public const int MostBytes = 30_000_000;

    public static XNamespace Space { get; } = "urn:riv:infrastructure:messaging:MessageWithAttachments:3";

    public string CreatedAt => At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>In characters after the encoding, roughly: what the limit is about.</summary>
    public long Size => Text.Length + Files.Sum(f => 4L * ((f.Bytes.Length + 2) / 3)) + 4_000;

    /// <summary>The message as XML, by the official schema.</summary>
    public XDocument ToXml() => new(new XDeclaration("1.0", "utf-8", null),
        Element("messagePayload", Element("message",
            Element("messageHeader",
                Element("creationDateTime", CreatedAt),
                Element("messageId", Id.ToString("D")),
                // A new message begins its conversation.
                Element("conversationId", Id.ToString("D")),
                Element("label", Label),
                Element("confidentiality", "false"),
                Element("generatingSystem", Element("root", "un-encoded"), Element("extension", System)),
                Element("recipient", Element("recipientID", Element("root", IdRoot), Element("extension", To.Id)), Attention(To)),
                Element("sender", Element("senderID", Element("root", IdRoot), Element("extension", From.Id)), Attention(From))),
            Element("messageBody", [Document(1, "Meddelande", Element("ContentText", Element("characterSequence", Text))), .. Files.Select((f, i) => Document(i + 2, f.Name, File(f)))]))));

    static XElement Attention(SdkParty party) =>
        Element("attention", Element("subOrganization", Element("organizationId", Element("root", FunctionRoot), Element("extension", party.Function)), Element("label", party.Label)));

    static XElement Document(int index, string name, XElement content) =>
        Element("documents", Element("documentID", index.ToString(CultureInfo.InvariantCulture)), Element("documentName", name), Element("index", index.ToString(CultureInfo.InvariantCulture)), content);

    static XElement File(SdkFile file) => Element("ContentFiles", Element("fileName", file.Name), Element("contentType", file.Type), Element("content", Convert.ToBase64String(file.Bytes)));

    static XElement Element(string name, params object[] content) => new(Space + name, content);
}
