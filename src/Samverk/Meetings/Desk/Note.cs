using Samverk.Shared;

namespace Samverk.Meetings.Desk;

/// <summary>One note under an item of a meeting: what is said, asked, proposed, decided. Saved by itself, version by version.</summary>
internal sealed class Note : IOwned
{
    Note() { }

    public Note(DraftItem item, int position, NoteContent content, DateTimeOffset at, Guid by) =>
        (Area, Owner, Meeting, Item, Position, Kind, Content, SavedAt, SavedBy) = (item.Area, item.Owner, item.Meeting, item.Id, position, content.Kind, content, at, by);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Item { get; private set; }
    public int Position { get; private set; }
    public NoteKind Kind { get; private set; }
    public NoteContent Content { get; private set; } = null!;
    /// <summary>Who saves says which version they wrote on; another than this one is refused, and both texts are shown.</summary>
    public int Version { get; private set; } = 1;
    public DateTimeOffset SavedAt { get; private set; }
    public Guid SavedBy { get; private set; }
    /// <summary>When it was taken away; it can be put back as long as the minutes are written.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }
    /// <summary>The number that its decision has from the first time that the text was frozen: it keeps it.</summary>
    public int? Running { get; private set; }

    /// <summary>Why it can't be saved so; null when it can.</summary>
    public static Refusal? MayBe(NoteContent content) =>
        content.Written.Length > NoteContent.Longest ? new("note-long", $"Texten är längre än {SwedishText.Figure(NoteContent.Longest)} tecken. Dela den i flera.") : null;

    /// <param name="readVersion">The version that the writer had before them.</param>
    public void Save(NoteContent content, int readVersion, DateTimeOffset at, Guid by)
    {
        // Saved again by a browser that never heard the answer: it is already so.
        if (Content == content && RemovedAt is null)
            return;
        Refusal.Heed(MayBe(content) ?? (readVersion != Version ? StaleNote : null));
        (Content, SavedAt, SavedBy, RemovedAt) = (content, at, by, null);
        Version++;
    }

    public static Refusal StaleNote { get; } = new("stale-note", "Någon annan ändrade samma text medan du skrev. Inget är borta. Välj vilken text som ska gälla.");

    public void Remove(DateTimeOffset at, Guid by)
    {
        (RemovedAt, SavedAt, SavedBy) = (at, at, by);
        Version++;
    }

    public void PutBack(DateTimeOffset at, Guid by)
    {
        (RemovedAt, SavedAt, SavedBy) = (null, at, by);
        Version++;
    }

    public void MoveTo(int position) => Position = position;

    public void Number(int running) => Running ??= running;
}

/// <summary>What a note said before it was saved anew: nothing that was once saved is lost while the minutes are written.</summary>
internal sealed class NoteVersion : IInArea
{
    NoteVersion() { }

    public NoteVersion(Note note) => (Area, Note, Version, Content, SavedAt, SavedBy) = (note.Area, note.Id, note.Version, note.Content, note.SavedAt, note.SavedBy);

    public Guid Area { get; private set; }
    public Guid Note { get; private set; }
    public int Version { get; private set; }
    public NoteContent Content { get; private set; } = null!;
    public DateTimeOffset SavedAt { get; private set; }
    public Guid SavedBy { get; private set; }
}
