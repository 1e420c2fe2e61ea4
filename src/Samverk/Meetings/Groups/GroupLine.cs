using System.Security.Cryptography;
using Samverk.Meetings.Desk;
using Samverk.Shared;

namespace Samverk.Meetings.Groups;

/// <summary>
/// One note of a group, saved by itself, version by version: several write at once, each on lines of their own. One that is
/// emptied is collected by nobody, and what it said is still among its versions.
/// </summary>
internal sealed class GroupLine : IInArea
{
    /// <summary>The longest that one note may be, in characters.</summary>
    public const int Longest = 2000;

    GroupLine() { }

    public GroupLine(DiscussionGroup group, Guid id, DateTimeOffset at, Guid by) => (Id, Area, Discussion, Group, WrittenAt, WrittenBy, SavedAt, SavedBy) = (id, group.Area, group.Discussion, group.Id, at, by, at, by);

    public Guid Id { get; private set; }
    public Guid Area { get; private set; }
    public Guid Discussion { get; private set; }
    public Guid Group { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>0 before it was first saved. Who saves says which version they wrote on; another than this one is refused, and both texts are shown.</summary>
    public int Version { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    /// <summary>Who wrote it first.</summary>
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }
    public Guid SavedBy { get; private set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>As it stands among the group's other notes.</summary>
    public string OnOneLine => string.Join(' ', Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The id of a writer's next note in a group, the same each time that it is asked until they have written it: what was
    /// typed in it before the browser lost contact finds its place again.
    /// </summary>
    /// <param name="written">How many they have written before it.</param>
    public static Guid Next(Guid group, Guid writer, int written) => new(SHA256.HashData([.. group.ToByteArray(), .. writer.ToByteArray(), .. BitConverter.GetBytes(written)]).AsSpan(0, 16));

    public void Save(string text, int readVersion, DateTimeOffset at, Guid by)
    {
        // Saved again by a browser that never heard the answer: it is already so.
        if (Text == text && Version > 0)
            return;
        Refusal.Heed(text.Length > Longest ? new("note-long", $"Texten är längre än {SwedishText.Figure(Longest)} tecken. Dela den i flera anteckningar.") : readVersion != Version ? Note.StaleNote : null);
        (Text, SavedAt, SavedBy) = (text, at, by);
        Version++;
    }
}

/// <summary>What a note said before it was saved anew.</summary>
internal sealed class GroupLineVersion : IInArea
{
    GroupLineVersion() { }

    public GroupLineVersion(GroupLine line) => (Area, Line, Version, Text, SavedAt, SavedBy) = (line.Area, line.Id, line.Version, line.Text, line.SavedAt, line.SavedBy);

    public Guid Area { get; private set; }
    public Guid Line { get; private set; }
    public int Version { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset SavedAt { get; private set; }
    public Guid SavedBy { get; private set; }
}
