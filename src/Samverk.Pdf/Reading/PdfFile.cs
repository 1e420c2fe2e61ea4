namespace Samverk.Pdf;

/// <summary>
/// A file of those that this library writes, opened to be added to or verified: numbered objects, found by classic
/// cross-reference tables, one for each addition.
/// </summary>
sealed class PdfFile
{
    const int Longest = 32;
    readonly byte[] bytes;
    readonly Dictionary<int, int> offsets = [];

    PdfFile(byte[] bytes) => this.bytes = bytes;

    /// <summary>Of the newest addition.</summary>
    public PdfDictionary Trailer { get; private set; } = new(new Dictionary<string, PdfValue>(StringComparer.Ordinal));

    /// <summary>Where the newest cross-reference table stands.</summary>
    public int TableAt { get; private set; }

    /// <summary>The numbers of all objects, and where they stand.</summary>
    public IReadOnlyDictionary<int, int> Offsets => offsets;

    /// <exception cref="PdfSyntaxException">The file is broken, or made in another way than this library does.</exception>
    public static PdfFile Open(byte[] bytes)
    {
        var file = new PdfFile(bytes);
        var tail = bytes.AsSpan(Math.Max(0, bytes.Length - Longest - "startxref".Length));
        var at = tail.LastIndexOf("startxref"u8);
        if (at < 0)
            throw new PdfSyntaxException("startxref is missing.");
        var parser = new PdfParser(bytes, bytes.Length - tail.Length + at);
        parser.Expect("startxref");
        file.TableAt = parser.ReadInteger();
        file.ReadTables();
        return file;
    }

    public PdfDictionary Root => Dictionary(Trailer["Root"]);

    public PdfValue Object(int number)
    {
        if (!offsets.TryGetValue(number, out var at))
            throw new PdfSyntaxException($"Object {number} is missing.");
        var parser = new PdfParser(bytes, at);
        if (parser.ReadInteger() != number || parser.ReadInteger() != 0)
            throw new PdfSyntaxException($"Object {number} is not where it should be.");
        parser.Expect("obj");
        return parser.Read();
    }

    public PdfValue? Resolve(PdfValue? value) => value is PdfReference reference ? Object(reference.Number) : value;

    public PdfDictionary Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary ?? throw new PdfSyntaxException("A dictionary is missing.");

    public IReadOnlyList<PdfValue> Array(PdfValue? value) => (Resolve(value) as PdfArray)?.Items ?? throw new PdfSyntaxException("An array is missing.");

    public static int Number(PdfValue? reference) => (reference as PdfReference)?.Number ?? throw new PdfSyntaxException("A reference is missing.");

    void ReadTables()
    {
        HashSet<int> seen = [];
        for (int? at = TableAt; at is { } table;)
        {
            if (table >= bytes.Length || !seen.Add(table))
                throw new PdfSyntaxException("The cross-reference tables lead astray.");
            var trailer = ReadTable(new(bytes, table));
            if (seen.Count == 1)
                Trailer = trailer;
            at = trailer["Prev"] is PdfNumber { Value: >= 0 and < int.MaxValue } before ? (int)before.Value : null;
        }
    }

    PdfDictionary ReadTable(PdfParser parser)
    {
        parser.Expect("xref");
        while (!parser.Accept("trailer"))
        {
            var first = parser.ReadInteger();
            for (var (i, count) = (0, parser.ReadInteger()); i < count; i++)
            {
                var at = parser.ReadInteger();
                _ = parser.ReadInteger();
                if (parser.Accept("n"))
                    offsets.TryAdd(first + i, at);
                else
                    parser.Expect("f");
            }
        }
        return parser.Read() as PdfDictionary ?? throw new PdfSyntaxException("The trailer is missing.");
    }
}
