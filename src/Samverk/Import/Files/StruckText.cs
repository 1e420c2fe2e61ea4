using System.Text;

namespace Samverk.Import.Files;

/// <summary>
/// Writes one paragraph: its text with <c>~~</c> around what is struck out. The marks stand close to the words
/// and never reach over a tab or a line end, so that each cell and each line can be read alone.
/// </summary>
sealed class StruckText
{
    const string Mark = "~~";
    readonly StringBuilder text = new();
    readonly StringBuilder space = new();
    bool open;

    public bool IsEmpty => text.Length == 0;

    public void Append(string run, bool struck)
    {
        foreach (var c in run)
            Append(c, struck);
    }

    public void Append(char c, bool struck)
    {
        if (c is ' ' or '\u00A0')
        {
            // A space belongs to what follows it: only then is it known whether the stroke goes on.
            space.Append(c);
            return;
        }
        if (open && (!struck || c is '\t' or '\n'))
            Close();
        text.Append(space);
        space.Clear();
        if (struck && !open && c is not ('\t' or '\n'))
        {
            text.Append(Mark);
            open = true;
        }
        text.Append(c);
    }

    /// <summary>The paragraph without space at its ends; the writer is empty afterwards.</summary>
    public string Take()
    {
        if (open)
            Close();
        var taken = text.ToString();
        text.Clear();
        space.Clear();
        return taken.Trim(' ', '\u00A0', '\t', '\n');
    }

    void Close()
    {
        text.Append(Mark);
        open = false;
    }
}
