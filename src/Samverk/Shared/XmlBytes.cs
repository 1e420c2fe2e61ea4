using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Samverk.Shared;

/// <summary>XML documents as bytes, the same bytes for the same content.</summary>
public static class XmlBytes
{
    static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = false };

    public static byte[] Of(XDocument document)
    {
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, Settings))
            document.Save(writer);
        return memory.ToArray();
    }

    /// <summary>The text without the characters that XML has no way to say.</summary>
    public static string Said(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsSaid));

    static bool IsSaid(Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
}
