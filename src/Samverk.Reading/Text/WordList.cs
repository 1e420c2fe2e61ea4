using System.Collections;

namespace Samverk.Reading;

/// <summary>A word of a sentence: its lower-case form and where it stands in the block's text.</summary>
readonly record struct Word(WordForm Form, int Start, int End)
{
    public string Lower => Form.Text;
}

/// <summary>The words of a text, and which lists of phrases may have a phrase among them.</summary>
sealed class WordList : IReadOnlyList<Word>
{
    readonly Word[] words;
    readonly ulong[] lists;
    readonly int known;

    public WordList(Word[] words, Vocabulary vocabulary)
    {
        (this.words, known) = (words, vocabulary.Count);
        lists = new ulong[(known + 63) >> 6];
        foreach (var word in words)
            Vocabulary.Join(lists, word.Form.Lists);
    }

    public int Length => words.Length;

    int IReadOnlyCollection<Word>.Count => words.Length;

    public Word this[int index] => words[index];

    /// <summary>False where no phrase of a list can be among the words.</summary>
    public bool MayHold(int list) => list >= known || (lists[list >> 6] & 1UL << list) != 0;

    /// <summary>False where no phrase of a list can begin at a word.</summary>
    public bool MayBegin(int list, int at) => list >= known || (words[at].Form.Lists[list >> 6] & 1UL << list) != 0;

    public IEnumerator<Word> GetEnumerator() => ((IEnumerable<Word>)words).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => words.GetEnumerator();
}
