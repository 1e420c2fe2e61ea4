using Samverk.Shared;

namespace Samverk.Import;

/// <summary>Where an imported document stands.</summary>
public enum DocumentState
{
    /// <summary>Kept, not yet read.</summary>
    Waiting,
    /// <summary>Read without a question; a person confirms.</summary>
    Read,
    /// <summary>Read, with questions for a person.</summary>
    Review,
    /// <summary>A person confirmed it; its facts are in the record.</summary>
    Confirmed,
    /// <summary>Can't be read; the document says why and what to do.</summary>
    Unreadable,
    /// <summary>It was confirmed and that was undone.</summary>
    Undone,
}

/// <summary>The Swedish words of the states.</summary>
public static class DocumentWords
{
    public static string Words(this DocumentState state) => state switch
    {
        DocumentState.Waiting => "Väntar på läsning",
        DocumentState.Read => "Läst",
        DocumentState.Review => "Behöver granskas",
        DocumentState.Confirmed => "Bekräftad",
        DocumentState.Unreadable => "Går inte att läsa",
        DocumentState.Undone => "Ångrad",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>Files handed over together.</summary>
internal sealed class Batch : Remembering, IOwned
{
    Batch() { }

    public Batch(Guid area, Guid owner, string name, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Name, At, By) = (area, owner, name, at, by);
        Remember(new BatchReceived(Id, name, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public string Name { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }
}

/// <summary>
/// One original on its way into the record. Its bytes are kept as they came. The reading is a proposal;
/// only a <see cref="Confirmation"/> by a person makes facts of it.
/// </summary>
internal sealed class Document : Remembering, IOwned
{
    readonly List<Confirmation> confirmations = [];

    Document() { }

    public Document(Batch batch, int position, string fileName, string sha256, long size, DateTimeOffset at, Guid? by)
    {
        (Area, Owner, Batch, Position, FileName, Sha256, Size) = (batch.Area, batch.Owner, batch.Id, position, fileName, sha256, size);
        NameFolded = Swedish.Fold(fileName);
        Remember(new DocumentReceived(Id, fileName, sha256, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Batch { get; private set; }
    public int Position { get; private set; }
    public string FileName { get; private set; } = "";
    public string NameFolded { get; private set; } = "";
    /// <summary>Of the original's bytes, lower-case hex: the same file twice is recognised by it.</summary>
    public string Sha256 { get; private set; } = "";
    public long Size { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }
    public string? ProblemCode { get; private set; }
    public string? ProblemText { get; private set; }
    /// <summary>Questions that nobody has answered yet.</summary>
    public int OpenQuestions { get; private set; }
    /// <summary>Personnummer, private addresses and the like that were found: such an original is restricted.</summary>
    public int PersonalData { get; private set; }
    /// <summary>The known body that it is read as: its secretary sees it before it is confirmed.</summary>
    public Guid? Body { get; private set; }
    /// <summary>Body and day as read, for lists.</summary>
    public string? Title { get; private set; }
    public DateOnly? On { get; private set; }
    /// <summary>Raised by every saved edit; a stale save is refused.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<Confirmation> Confirmations => confirmations;

    public Confirmation? Live => confirmations.FirstOrDefault(c => c.Undoing is null);

    public DocumentState State => StateOf(Live is not null, confirmations.Count > 0, ReadAt is not null, ProblemCode is not null, OpenQuestions > 0 || PersonalData > 0);

    /// <summary>The state by what a row says, for lists that count rows without loading them.</summary>
    public static DocumentState StateOf(bool isLive, bool wasConfirmed, bool isRead, bool hasProblem, bool needsPerson) =>
        isLive ? DocumentState.Confirmed
        : wasConfirmed ? DocumentState.Undone
        : !isRead ? DocumentState.Waiting
        : hasProblem ? DocumentState.Unreadable
        : needsPerson ? DocumentState.Review
        : DocumentState.Read;

    /// <summary>The reading is done; nothing is in the record yet.</summary>
    public void WasRead(Review review, int personalData, DateTimeOffset at)
    {
        (ReadAt, ProblemCode, ProblemText, PersonalData) = (at, null, null, personalData);
        Describe(review);
    }

    public void CouldNotBeRead(string code, string text, DateTimeOffset at) =>
        (ReadAt, ProblemCode, ProblemText) = (at, code, text);

    /// <summary>Why its review can't be changed; null when it can.</summary>
    public Refusal? MayEdit(int seenVersion) =>
        Live is not null ? new("confirmed", "Dokumentet är redan bekräftat. Ångra bekräftelsen för att ändra.")
        : seenVersion != Version ? new("stale", "Någon annan har ändrat läsningen sedan du öppnade den. Det du skrev står kvar här; läs om sidan och jämför.")
        : null;

    public void Edited(Review review, int seenVersion)
    {
        Refusal.Heed(MayEdit(seenVersion));
        Version++;
        Describe(review);
    }

    /// <summary>Why it can't be confirmed; null when it can.</summary>
    public Refusal? MayConfirm() =>
        ReadAt is null ? new("not-read", "Dokumentet är inte läst än. Vänta tills läsningen är klar.")
        : ProblemCode is not null ? new("unreadable", ProblemText!)
        : Live is not null ? new("confirmed", "Dokumentet är redan bekräftat.")
        : null;

    /// <param name="body">The meeting's body; perhaps made by this confirmation.</param>
    public void Confirm(Guid meeting, Guid body, DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(MayConfirm());
        var was = State;
        Body = body;
        confirmations.Add(new Confirmation(Area, Id, confirmations.Count, meeting, at, by));
        Remember(new DocumentConfirmed(Id, FileName, meeting, was, at, by));
    }

    public void Undo(DateTimeOffset at, Guid? by)
    {
        Refusal.Heed(Live is null ? new("not-confirmed", "Dokumentet är inte bekräftat.") : null);
        Live!.Undo(at, by);
        Remember(new DocumentUndone(Id, FileName, at, by));
    }

    void Describe(Review review) =>
        (OpenQuestions, Body, Title, On) = (review.Questions.Count(q => q.Answer is null), review.Body, review.BodyName, review.Day);
}

/// <summary>That a person confirmed a reading: the meeting it became. Undoing it is another row.</summary>
internal sealed class Confirmation(Guid area, Guid document, int number, Guid meeting, DateTimeOffset at, Guid? by) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Document { get; private set; } = document;
    public int Number { get; private set; } = number;
    public Guid Meeting { get; private set; } = meeting;
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
    public Undoing? Undoing { get; private set; }

    internal void Undo(DateTimeOffset at, Guid? by) => Undoing = new Undoing(at, by);
}

internal sealed class Undoing(DateTimeOffset at, Guid? by)
{
    public DateTimeOffset At { get; private set; } = at;
    public Guid? By { get; private set; } = by;
}

/// <summary>A piece of an original's bytes, at most <see cref="Size"/> long, so that nothing large is read at once.</summary>
internal sealed class Chunk(Guid area, Guid document, int number, byte[] bytes) : IInArea
{
    public const int Size = 1 << 20;

    public Guid Area { get; private set; } = area;
    public Guid Document { get; private set; } = document;
    public int Number { get; private set; } = number;
    public byte[] Bytes { get; private set; } = bytes;
}

/// <summary>An original's text and the review of its reading, apart from the document so that lists stay light.</summary>
internal sealed class Reading : IInArea
{
    Reading() { }

    public Reading(Guid area, Guid document, string pages, Review review) =>
        (Area, Document, Pages, ReviewJson) = (area, document, pages, review.ToJson());

    public Guid Area { get; private set; }
    public Guid Document { get; private set; }
    /// <summary>The extracted pages as JSON.</summary>
    public string Pages { get; private set; } = "";
    public string ReviewJson { get; private set; } = "";

    public Review Review => Review.FromJson(ReviewJson);

    public void Keep(Review review) => ReviewJson = review.ToJson();

    public void ReadAgain(string pages, Review review) => (Pages, ReviewJson) = (pages, review.ToJson());
}
