namespace Samverk.Pdf;

/// <summary>A value of PDF's syntax.</summary>
abstract record PdfValue;

sealed record PdfNumber(double Value) : PdfValue;

sealed record PdfName(string Value) : PdfValue;

/// <param name="Bytes">What it says.</param>
sealed record PdfString(byte[] Bytes) : PdfValue;

sealed record PdfReference(int Number) : PdfValue;

/// <summary>True, false, null.</summary>
sealed record PdfKeyword(string Value) : PdfValue;

sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue? this[string name] => Entries.GetValueOrDefault(name);
}

/// <summary>The file is not as a PDF should be, or not as those that this library writes.</summary>
sealed class PdfSyntaxException(string message) : Exception(message);
