using System.Globalization;
using System.Text;

namespace Samverk.Pdf;

/// <summary>Reads values from a place in a file. Whatever the bytes are it ends, with a value or a <see cref="PdfSyntaxException"/>.</summary>
sealed class PdfParser(byte[] file, int start)
{
    const int Deepest = 50;

    public int Position { get; private set; } = Math.Min(start, file.Length);

    public PdfValue Read(int depth = 0)
    {
        if (depth > Deepest)
            throw new PdfSyntaxException("Nested too deep.");
        SkipSpace();
        return (char)Peek() switch
        {
            '<' when Peek(1) == '<' => ReadDictionary(depth),
            '<' => ReadHex(),
            '(' => ReadLiteral(),
            '[' => new PdfArray(ReadUntil(']', depth)),
            '/' => ReadName(),
            _ => ReadWord(),
        };
    }

    /// <summary>Whether this word stands next; if so it is read.</summary>
    public bool Accept(string word)
    {
        SkipSpace();
        if (Position + word.Length > file.Length || !file.AsSpan(Position, word.Length).SequenceEqual(Encoding.ASCII.GetBytes(word)))
            return false;
        Position += word.Length;
        return true;
    }

    public void Expect(string word)
    {
        if (!Accept(word))
            throw new PdfSyntaxException($"{word} is missing at {Position}.");
    }

    public int ReadInteger() => Read() is PdfNumber { Value: >= 0 and <= int.MaxValue } number && number.Value == Math.Floor(number.Value)
        ? (int)number.Value
        : throw new PdfSyntaxException($"A whole number is missing at {Position}.");

    int Peek(int ahead = 0) => Position + ahead < file.Length ? file[Position + ahead] : -1;

    void SkipSpace()
    {
        for (; Position < file.Length && (IsSpace(file[Position]) || file[Position] == '%'); Position++)
            if (file[Position] == '%')
                while (Position + 1 < file.Length && file[Position + 1] is not ((byte)'\n' or (byte)'\r'))
                    Position++;
    }

    List<PdfValue> ReadUntil(char end, int depth)
    {
        List<PdfValue> items = [];
        Position++;
        for (SkipSpace(); Peek() != end; SkipSpace())
        {
            if (Peek() < 0)
                throw new PdfSyntaxException("The file ends within a value.");
            items.Add(Read(depth + 1));
        }
        Position++;
        return items;
    }

    PdfDictionary ReadDictionary(int depth)
    {
        Position++;
        var items = ReadUntil('>', depth);
        Expect(">");
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i += 2)
            entries[items[i] is PdfName name && i + 1 < items.Count ? name.Value : throw new PdfSyntaxException($"A dictionary before {Position} is not whole.")] = items[i + 1];
        return new(entries);
    }

    PdfString ReadHex()
    {
        Position++;
        var digits = new StringBuilder();
        for (; Peek() != '>'; Position++)
        {
            if (Peek() < 0)
                throw new PdfSyntaxException("The file ends within a string.");
            if (!IsSpace(file[Position]))
                digits.Append((char)file[Position]);
        }
        Position++;
        if (digits.Length % 2 == 1)
            digits.Append('0');
        try
        {
            return new(Convert.FromHexString(digits.ToString()));
        }
        catch (FormatException)
        {
            throw new PdfSyntaxException($"A string before {Position} is not hexadecimal.");
        }
    }

    PdfString ReadLiteral()
    {
        List<byte> bytes = [];
        var open = 0;
        do
        {
            var next = Peek();
            Position++;
            switch (next)
            {
                case < 0: throw new PdfSyntaxException("The file ends within a string.");
                case '\\': bytes.Add((byte)Math.Max(0, Peek())); Position++; continue;
                case '(' when open++ == 0: continue;
                case ')' when --open == 0: return new([.. bytes]);
                default: bytes.Add((byte)next); break;
            }
        } while (true);
    }

    PdfName ReadName()
    {
        Position++;
        return new(Word());
    }

    PdfValue ReadWord()
    {
        var word = Word();
        if (word.Length == 0)
            throw new PdfSyntaxException($"Nothing to read at {Position}.");
        if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new PdfKeyword(word);
        return Reference(word) is { } reference ? reference : new PdfNumber(number);
    }

    // "12 0 R"
    PdfReference? Reference(string word)
    {
        if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        var back = Position;
        SkipSpace();
        if (Word() == "0")
        {
            SkipSpace();
            if (Word() == "R")
                return new(number);
        }
        Position = back;
        return null;
    }

    string Word()
    {
        var first = Position;
        while (Position < file.Length && !IsSpace(file[Position]) && file[Position] is not ((byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')' or (byte)'/' or (byte)'%'))
            Position++;
        return Encoding.Latin1.GetString(file, first, Position - first);
    }

    static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;
}
