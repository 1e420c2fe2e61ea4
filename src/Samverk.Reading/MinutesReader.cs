namespace Samverk.Reading;

/// <summary>Reads the text of Swedish collaboration minutes into a draft. Pure: no clock, no files, no database; never throws on any text.</summary>
public static class MinutesReader
{
    /// <summary>Reads one document. A text that is no minutes gives an empty draft with a note.</summary>
    public static MinutesDraft Read(DocumentText document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentReading(document).Read();
    }
}
