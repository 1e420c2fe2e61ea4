namespace Samverk.Reading;

/// <summary>Writes a draft as the JSON that <c>samverk read</c> prints.</summary>
public static class DraftJson
{
    /// <param name="file">When given, written first as <c>"file"</c>.</param>
    /// <param name="spans">Adds <c>text</c>, <c>source</c> on every fact and <c>sources</c> for the head.</param>
    public static string Write(MinutesDraft draft, DocumentText document, bool spans = false, string? file = null, bool indented = true) => "{}";
}
