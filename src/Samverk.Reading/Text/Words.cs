namespace Samverk.Reading;

/// <summary>A sentence of a block, with its words.</summary>
sealed class Sentence
{
    /// <summary>What stands longer without a full stop is no sentence: only its beginning is looked at.</summary>
    public const int Longest = 3000;

    string? text;

    public Sentence(Block block, int start, int end)
    {
        (Block, Start, End) = (block, start, end);
        Words = Split(block.Text, start, Math.Min(end, start + Longest));
    }

    public Block Block { get; }
    public int Start { get; }
    public int End { get; }
    public string Text => text ??= Block.Text[Start..End];
    public ReadOnlySpan<char> Span => Block.Text.AsSpan(Start, End - Start);
    public WordList Words { get; }
    /// <summary>The people named in it, once somebody has asked who they are.</summary>
    public List<Mention>? People { get; set; }
    List<WrittenDate>? dates;
    public IReadOnlyList<WrittenDate> Dates => dates ??= Reading.Dates.In(Block.Text, Start, End);
    IReadOnlyList<WrittenDate>? days;
    /// <summary>The dates, and the days told by the calendar ('sista februari').</summary>
    public IReadOnlyList<WrittenDate> Days => days ??= RelativeDates.With(Dates, Block.Text, Start, End);

    public bool EndsWith(char sign) => Block.Text[End - 1] == sign;

    public string Cut(int fromWord, int toWord) =>
        fromWord >= toWord ? "" : Block.Text[Words[fromWord].Start..Words[toWord - 1].End];

    public ReadOnlySpan<char> SpanOf(int word) => Block.Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);

    public bool IsCapital(int word) => char.IsUpper(Block.Text[Words[word].Start]);

    /// <summary>The first character after a word, skipping white space; '\0' at the sentence's end.</summary>
    public char After(int word)
    {
        var at = Words[word].End;
        while (at < End && Block.Text[at] == ' ')
            at++;
        return at < End ? Block.Text[at] : '\0';
    }

    [ThreadStatic]
    static List<Word>? split;

    public static WordList Split(string text, int start, int end)
    {
        var vocabulary = Vocabulary.Current;
        var words = split ??= [];
        words.Clear();
        for (var i = start; i < end;)
        {
            if (!IsWordStart(text[i]))
            {
                i++;
                continue;
            }
            var from = i;
            while (i < end && (IsWordStart(text[i]) || i + 1 < end && text[i] is '-' or '/' or '.' or ':' or '@' or '’' or '\'' && IsWordStart(text[i + 1])))
                i++;
            while (i > from + 1 && !IsWordStart(text[i - 1]))
                i--;
            words.Add(new(WordForm.Of(text.AsSpan(from, i - from), vocabulary), from, i));
        }
        return new([.. words], vocabulary);
    }

    static bool IsWordStart(char c) => char.IsLetterOrDigit(c) || c is '§';
}

/// <summary>Parts a block into sentences.</summary>
static class Sentences
{
    static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "bl", "bl.a", "t", "t.ex", "ex", "d", "d.v.s", "dvs", "kl", "fr", "fr.o", "fr.o.m", "p", "p.g", "p.g.a", "pga", "ca", "c:a", "cirka", "nr", "dnr", "diarienr", "st", "forts",
        "bitr", "ordf", "sekr", "resp", "s.k", "sk", "o", "o.s.v", "m", "f", "f.d", "v", "v.s", "tf", "t.f", "tel", "tjg", "ers", "kap", "avd", "alt", "inkl", "exkl", "max", "min", "ev", "enl",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "i", "t.o", "t.o.m", "a.a", "u", "u.a", "å", "fm", "em", "just", "vice", "dr", "prof", "bil", "jfr", "s", "sid", "u.å", "h", "a", "kr", "tkr", "mkr", "std", "utv", "proj", "adj", "ass", "s:t",
    };

    /// <summary>These end a sentence when a capital follows.</summary>
    static readonly HashSet<string> AlsoWords = new(StringComparer.Ordinal)
    {
        "jan", "feb", "febr", "mar", "dec", "nov", "okt", "sep", "sept", "apr", "jun", "jul", "aug", "i", "a", "min", "m", "s", "kr", "st", "h", "ex", "em", "fm",
    };

    public static List<Sentence> Of(Block block) => Of(block, 0, block.Text.Length);

    public static List<Sentence> Of(Block block, int from, int to)
    {
        var sentences = new List<Sentence>();
        var start = from;
        for (var i = from; i < to; i++)
            if (Ends(block.Text, start, i, to))
            {
                Add(sentences, block, start, i + 1);
                start = i + 1;
            }
        Add(sentences, block, start, to);
        return sentences;
    }

    static void Add(List<Sentence> sentences, Block block, int start, int end)
    {
        while (start < end && block.Text[start] == ' ')
            start++;
        while (end > start && block.Text[end - 1] == ' ')
            end--;
        if (end > start)
            sentences.Add(new(block, start, end));
    }

    static bool Ends(string text, int start, int i, int to)
    {
        if (text[i] is not ('.' or '!' or '?' or ';' or '…'))
            return false;
        var next = i + 1;
        while (next < to && text[next] is '"' or '”' or ')' or '.')
            next++;
        if (next >= to)
            return false;
        if (text[next] != ' ' || next + 1 >= to)
            return false;
        var begins = text[next + 1];
        if (text[i] == ';')
            return false;
        if (!(char.IsUpper(begins) || begins is '"' or '”' or '–' or '-' or '•' or '(' || char.IsDigit(begins) && text[i] != '.' || char.IsDigit(begins) && !IsNumberBefore(text, start, i)))
            return false;
        return text[i] != '.' || !IsAbbreviation(text, start, i, begins);
    }

    static bool IsNumberBefore(string text, int start, int i) => i > start && (char.IsDigit(text[i - 1]) || IsAbbreviation(text, start, i, '1'));

    static bool IsAbbreviation(string text, int start, int i, char next)
    {
        var from = i;
        while (from > start && i - from < 12 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or ':'))
            from--;
        var word = text[from..i].ToLowerInvariant();
        if (word.Length == 1 && char.IsUpper(text[from]))
            return true;
        if (char.IsUpper(next) && AlsoWords.Contains(word))
            return false;
        return Abbreviations.Contains(word) || from == start && word.Length <= 3 && word.Length > 0 && word.All(char.IsDigit);
    }
}
