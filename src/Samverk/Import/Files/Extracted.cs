using Samverk.Reading;

namespace Samverk.Import.Files;

/// <summary>What became of a file: its text, or why there is none. Exactly one of the two is set.</summary>
public sealed record Extracted(DocumentText? Text, UnreadableFile? Problem)
{
    public static Extracted Of(DocumentText text) => new(text, null);
    public static implicit operator Extracted(UnreadableFile problem) => new(null, problem);
}

/// <summary>Why a file cannot be read.</summary>
/// <param name="Code">Stable, in English; tests and pages name the code.</param>
/// <param name="Text">One line of Swedish: what is wrong, and what to do about it.</param>
public sealed record UnreadableFile(string Code, string Text)
{
    public static UnreadableFile Empty { get; } =
        new("empty", "Filen är tom. Kontrollera att rätt fil valdes och att den sparades innan den lämnades in.");

    public static UnreadableFile NoText { get; } =
        new("empty", "Dokumentet innehåller ingen text. Kontrollera att rätt fil valdes.");

    public static UnreadableFile Scanned { get; } =
        new("scanned", "PDF-filen är inskannad: den innehåller bilder av sidorna men ingen text. Kör texttolkning (OCR) på den och lämna in resultatet.");

    public static UnreadableFile Encrypted { get; } =
        new("encrypted", "Filen är skyddad med lösenord. Spara en kopia utan lösenord och lämna in den.");

    public static UnreadableFile ZipBomb { get; } =
        new("zip-bomb", "Filen packas upp till orimligt mycket data och har därför inte öppnats. Öppna dokumentet, spara det på nytt och lämna in kopian.");

    public static UnreadableFile UnsafePath { get; } =
        new("unsafe-path", "Zip-arkivet innehåller filnamn som pekar utanför arkivet och har därför inte öppnats. Packa upp det själv och lämna in dokumenten.");

    public static UnreadableFile TooManyFiles(int limit) =>
        new("too-many-files", $"Zip-arkivet innehåller fler än {limit} filer. Dela upp det och lämna in delarna var för sig.");

    public static UnreadableFile Damaged(string kind) =>
        new("damaged", $"Filen är skadad eller ofullständig och kan inte läsas som {kind}. Öppna originalet, spara det på nytt och lämna in kopian.");

    public static UnreadableFile TooLarge(long limit) =>
        new("too-large", $"Filen är större än {limit / (1024 * 1024)} MB. Dela upp den eller spara den utan bilder och lämna in den på nytt.");

    public static UnreadableFile TooMuchText { get; } =
        new("too-large", "Dokumentet ger mer text än vad som kan läsas på en gång. Dela upp det och lämna in delarna var för sig.");

    public static UnreadableFile WrongType(string found) =>
        new("wrong-type", $"Filen är {found}, inte ett dokument som kan läsas. Lämna in den som docx, pdf, odt, doc, rtf, html, txt eller md.");

    public static UnreadableFile TimedOut(string tool) =>
        new("timeout", $"Det tog för lång tid att läsa filen med {tool}, så läsningen avbröts. Spara dokumentet som docx eller text och lämna in det.");

    public static UnreadableFile ConverterMissing(string tool, string package, string instead) =>
        new("converter-missing", $"Programmet {tool} saknas på servern, så filen kan inte läsas. Lämna in den som {instead}, eller be administratören installera {package}.");

    /// <summary>An error in Samverk, not in the file; the fuzzing run fails if it ever sees this one.</summary>
    public static UnreadableFile Surprise(string kind) =>
        new("surprise", $"Filen kunde inte läsas på grund av ett fel i programmet ({kind}). Anmäl det till administratören och bifoga filen.");
}
