using System.Xml.Linq;
using System.Xml.Schema;
using Samverk.Meetings.Dispatching.Sdk;
using Samverk.Shared;
using Samverk.Tests.House;

namespace Samverk.Tests.Meetings.Dispatching;

/// <summary>SDK messages against the official schema and rules, and the official test data against ours.</summary>
public sealed class SdkMessageTests
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(Source.Root, "..", "shared", "standards", "sdk"));

    [Fact]
    public void What_is_built_is_valid_by_the_official_schema_and_follows_every_rule()
    {
        var message = Message();
        var read = XDocument.Parse(message.ToXml().ToString());
        Assert.Empty(SdkRules.Faults(read));
        Assert.Equal("åäö & <protokoll>", read.Descendants(SdkMessage.Space + "characterSequence").Single().Value);
        Assert.Equal([1, 2, 3], Convert.FromBase64String(read.Descendants(SdkMessage.Space + "content").Single().Value));
        Assert.Equal("2026-11-24T11:00:00.000Z", read.Descendants(SdkMessage.Space + "creationDateTime").Single().Value);
        Assert.Equal(["1", "2"], read.Descendants(SdkMessage.Space + "index").Select(i => i.Value));
        Assert.SkipUnless(Directory.Exists(Folder), $"The official schema is not at {Folder}.");
        Assert.Empty(SchemaFaults(read));
    }

    [Fact]
    public void There_are_eleven_rules() => Assert.Equal(11, SdkRules.Ids.Distinct().Count());

    [Theory]
    [InlineData("messageWithAttachments3.xml", true, null)]
    [InlineData("min.xml", true, null)]
    [InlineData("TF2.4.1.xml", false, "conversationId")]
    [InlineData("TF2.4.2.xml", true, "senderIdvalue")]
    public void The_official_test_data_is_judged_as_it_should_be(string file, bool isValidBySchema, string? broken)
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"The official test data is not at {Folder}.");
        var message = XDocument.Load(Path.Combine(Folder, file));
        Assert.Equal(isValidBySchema, SchemaFaults(message).Count == 0);
        var faults = SdkRules.Faults(message).Select(f => f.Rule).ToList();
        if (broken is null)
            Assert.Empty(faults);
        else
            Assert.Contains(broken, faults);
    }

    [Theory]
    [InlineData("verifyNonEmptyElements", "documentName", " ")]
    [InlineData("recipientIdvalue", "recipientID/root", "annat")]
    [InlineData("senderIdvalue", "senderID/root", "annat")]
    [InlineData("creationDateTime", "creationDateTime", "2026-11-24T11:00:00Z")]
    [InlineData("MessageId", "messageId", "1f087760")]
    [InlineData("conversationId", "conversationId", "232cd54e-5aab-4518-b35c-d81bb053a590Ö")]
    [InlineData("refToMessageId", "refToMessageId", "inget")]
    [InlineData("contentFiles", "content", "inte base64!")]
    [InlineData("subOrgRoot", "organizationId/root", "annat")]
    public void Each_rule_finds_its_fault(string rule, string path, string value)
    {
        var message = Message().ToXml();
        if (path == "refToMessageId")
            message.Descendants(SdkMessage.Space + "conversationId").Single().AddAfterSelf(new XElement(SdkMessage.Space + path, ""));
        var names = path.Split('/').Reverse().ToList();
        message.Descendants(SdkMessage.Space + names[0]).First(e => names.Count == 1 || e.Parent!.Name.LocalName == names[1]).Value = value;
        Assert.Contains(rule, SdkRules.Faults(message).Select(f => f.Rule));
    }

    [Fact]
    public void A_heading_that_is_too_long_and_a_conversation_that_is_missing_are_found()
    {
        Assert.Contains("subjectlabel", SdkRules.Faults((Message() with { Label = new string('å', 257) }).ToXml()).Select(f => f.Rule));
        Assert.Empty(SdkRules.Faults((Message() with { Label = new string('å', 256) }).ToXml()));
        var without = Message().ToXml();
        without.Descendants(SdkMessage.Space + "conversationId").Single().Remove();
        Assert.Equal(["conversationIdMustExist"], SdkRules.Faults(without).Select(f => f.Rule));
    }

    internal static SdkMessage Message() => new(Ids.Next(), TestWorld.Noon, "Justerat protokoll: Samverkansrådet", new("0203:askvik.example", "sdk:registrator:0203:askvik.example", "Registrator, Askviks kommun"),
        new("0203:bergslunda.example", "sdk:samverkan:0203:bergslunda.example", "Samverk"), "åäö & <protokoll>", [new("Protokoll SR 2026-11-24.pdf", "application/pdf", [1, 2, 3])]);

    static List<string> SchemaFaults(XDocument message)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(SdkMessage.Space.NamespaceName, Path.Combine(Folder, "infrastructure_messaging_MessageWithAttachments_3.0.xsd"));
        List<string> faults = [];
        message.Validate(schemas, (_, e) => faults.Add(e.Message));
        return faults;
    }
}
