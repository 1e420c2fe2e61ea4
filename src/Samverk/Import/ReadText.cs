using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Import;

/// <summary>What became of a document's text: what was read, or why it could not be.</summary>
sealed record ReadText<T>(T? Read, UnreadableFile? Problem) where T : class
{
    /// <summary>Reads an extracted text. An error in the reader is told as one of that document: it must neither stop those after it nor be tried again and again.</summary>
    public static ReadText<T> Of(Extracted extracted, Func<DocumentText, T> read)
    {
        if (extracted.Text is not { } text)
            return new(null, extracted.Problem);
        try
        {
            return new(read(text), null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(null, UnreadableFile.Surprise(e.GetType().Name));
        }
    }
}
