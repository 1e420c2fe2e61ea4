namespace Samverk.Pdf;

/// <summary>The three fonts that documents are set in. Made once; safe to share.</summary>
public sealed record Typeface(TrueTypeFont Regular, TrueTypeFont Bold, TrueTypeFont Italic)
{
    /// <summary>Reads <c>Regular.ttf</c>, <c>Bold.ttf</c> and <c>Italic.ttf</c>.</summary>
    public static Typeface FromFolder(string folder) => new(Read(folder, "Regular"), Read(folder, "Bold"), Read(folder, "Italic"));

    internal TrueTypeFont this[Face face] => face switch
    {
        Face.Bold => Bold,
        Face.Italic => Italic,
        _ => Regular,
    };

    static TrueTypeFont Read(string folder, string name) => new(File.ReadAllBytes(Path.Combine(folder, $"{name}.ttf")));
}

enum Face { Regular, Bold, Italic }
