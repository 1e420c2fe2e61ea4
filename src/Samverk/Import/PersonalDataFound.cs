namespace Samverk.Import;

/// <summary>Something in a document's text that identifies a private person.</summary>
/// <param name="Words">What it is, in Swedish, e.g. 'ett personnummer'.</param>
/// <param name="Start">First character, in Unicode code points of the extracted text.</param>
/// <param name="End">After the last character.</param>
internal sealed record FoundPersonalData(string Words, int Start, int End);
