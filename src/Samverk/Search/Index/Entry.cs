using Samverk.Shared;

namespace Samverk.Search;

/// <summary>What a search finds.</summary>
public enum ThingKind { Meeting = 1, Decision, Assignment, Agreement, Consultation, Deadline, Question, Body, Organisation, Person, Original, Dispute }

/// <summary>Something that can be found, as it is shown.</summary>
internal sealed class Entry(Guid area, long number, Guid follows, ThingKind kind, Guid thing, Guid? body, DateOnly? on, string title, string? note, string text) : IInArea
{
    public Guid Area { get; private set; } = area;
    public long Number { get; private set; } = number;
    /// <summary>When this changes, the entry is made anew: the meeting, for all that its minutes say.</summary>
    public Guid Follows { get; private set; } = follows;
    public ThingKind Kind { get; private set; } = kind;
    public Guid Thing { get; private set; } = thing;
    public Guid? Body { get; private set; } = body;
    public DateOnly? On { get; private set; } = on;
    public string Title { get; private set; } = title;
    /// <summary>What it is known by beside its title: a decision's number and §.</summary>
    public string? Note { get; private set; } = note;
    public string Text { get; private set; } = text;
}

/// <summary>A stem that some text of the area has, or has had.</summary>
internal sealed class IndexTerm(Guid area, int number, string stem, string shown) : IInArea
{
    public Guid Area { get; private set; } = area;
    /// <summary>1, 2, 3 … in the order they came.</summary>
    public int Number { get; private set; } = number;
    public string Stem { get; private set; } = stem;
    /// <summary>The shortest word that has come with this stem, for proposals.</summary>
    public string Shown { get; private set; } = shown;

    public void Show(string word) => Shown = word.Length < Shown.Length ? word : Shown;
}

/// <summary>Which entries of a block have a term.</summary>
internal sealed class Posting(Guid area, int term, int block, byte[] hits) : IInArea
{
    public Guid Area { get; private set; } = area;
    public int Term { get; private set; } = term;
    public int Block { get; private set; } = block;
    /// <summary>As <see cref="Hits"/> writes them.</summary>
    public byte[] Hits { get; private set; } = hits;

    public void Keep(byte[] hits) => Hits = hits;
}

/// <summary>Which entries a block has, with what they are counted by.</summary>
internal sealed class EntryBlock(Guid area, int block, byte[] entries) : IInArea
{
    public Guid Area { get; private set; } = area;
    public int Block { get; private set; } = block;
    /// <summary>As <see cref="BlockEntries"/> writes them.</summary>
    public byte[] Entries { get; private set; } = entries;

    public void Keep(byte[] entries) => Entries = entries;
}

/// <summary>What an area's index is.</summary>
internal sealed class IndexState(Guid area) : IInArea
{
    public Guid Area { get; private set; } = area;
    /// <summary>Another one when the whole index is made anew: term numbers then mean other things.</summary>
    public Guid Epoch { get; private set; } = Ids.Next();
    /// <summary>How many terms there are.</summary>
    public int Terms { get; private set; }

    public int NextTerm() => ++Terms;
}

/// <summary>Something that has changed and waits to be indexed.</summary>
internal sealed class Waiting(Guid area, Subject what, Guid about) : IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Subject What { get; private set; } = what;
    public Guid About { get; private set; } = about;
}

/// <summary>What has happened to what is to be indexed.</summary>
internal enum Subject
{
    /// <summary>A meeting came, changed or went.</summary>
    Meeting = 1,
    /// <summary>Something was said of an assignment.</summary>
    Assignment,
    /// <summary>A body, an organisation or a person came.</summary>
    Named,
    /// <summary>A fact of one of them is another: what bears its name too.</summary>
    Changed,
    /// <summary>An area with its bodies, organisations and people came, or a name that may stand anywhere in it is to be shown otherwise.</summary>
    WholeArea,
    /// <summary>An agreement that is kept came, or its state is another.</summary>
    Agreement,
}
