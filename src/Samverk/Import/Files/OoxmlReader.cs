using System.Xml;
using System.Xml.Linq;

namespace Samverk.Import.Files;

/// <summary>XML as Office writes it, read without document types, entities or anything outside the file.</summary>
static class OoxmlReader
{
    /// <summary>Word itself gives up long before this depth.</summary>
    public const int Deepest = 300;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    public static XmlReader Stream(byte[] part) => XmlReader.Create(new MemoryStream(part, writable: false), Settings);

    /// <summary>A small part as a whole; an empty element when there is none.</summary>
    public static XElement Load(byte[]? part)
    {
        if (part is null)
            return new XElement("none");
        using var xml = Stream(part);
        return XElement.Load(xml);
    }

    /// <summary>The child by its local name: the transitional and the strict format differ only in the name space.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) =>
        element is null ? [] : element.Elements().Where(e => e.Name.LocalName == name);

    public static string? Value(this XElement? element, string attribute = "val") =>
        element?.Attributes().FirstOrDefault(a => a.Name.LocalName == attribute)?.Value;

    public static int? Number(this XElement? element, string attribute = "val") =>
        int.TryParse(element.Value(attribute), out var number) ? number : null;

    /// <summary>A property that is on by being there; null when it is not there.</summary>
    public static bool? Switch(this XElement? element, string name) =>
        element.Child(name) is { } found ? found.Value() is not ("0" or "false" or "off" or "none") : null;
}
