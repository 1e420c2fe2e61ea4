using Samverk.Meetings.Desk;

namespace Samverk.Meetings.Adjusting;

/// <summary>
/// The minutes of a meeting as they are read, adjusted and sealed: all that stands in them, and nothing else. Page, PDF,
/// .docx and the record are made of this one text.
/// </summary>
public sealed record MinutesText(string BodyName, string BodyShortName, string? Host, DateOnly On)
{
    public TimeOnly? Start { get; init; }
    public TimeOnly? End { get; init; }
    public string? Place { get; init; }
    public MeetingFormat? Format { get; init; }
    public string? CaseNumber { get; init; }
    public IReadOnlyList<MinutesPerson> People { get; init; } = [];
    public IReadOnlyList<MinutesItem> Items { get; init; } = [];
    /// <summary>Who adjust them, in the order that the body's rule says.</summary>
    public IReadOnlyList<MinutesSigner> Signers { get; init; } = [];

    /// <summary>Every note of a kind, with the item it stands under.</summary>
    public IEnumerable<(MinutesItem Item, MinutesNote Note, T Content)> All<T>() where T : NoteContent =>
        from item in Items
        from note in item.Notes
        where note.Content is T
        select (item, note, (T)note.Content);

    public bool IsSigner(Guid person) => Signers.Any(s => s.Person == person);

    public bool HasRestricted => Items.Any(i => i.Restriction is not null);

    /// <summary>Without what is restricted: of those items nothing is left but that there was one.</summary>
    public MinutesText Open() => this with { Items = [.. Items.Select(i => i.Restriction is null ? i : i with { Title = "Sekretess", Presenter = null, Notes = [] })] };

    public string? NameOf(AttendanceRole role) => People.FirstOrDefault(p => p.Role == role && p.Presence != Presence.Absent)?.Name;
}

/// <summary>Somebody's attendance, as the minutes write it.</summary>
/// <param name="Note">'kom 13.25', 'ersätter Anders Roth', 'jäv § 5'.</param>
public sealed record MinutesPerson(Guid? Person, string Name, Guid? Organisation, string? OrganisationName, AttendanceRole Role, Presence Presence, bool Digital, string? Note);

/// <param name="Number">The §.</param>
public sealed record MinutesItem(Guid Id, string Number, string Title, string? Presenter, Restriction? Restriction, IReadOnlyList<MinutesNote> Notes);

/// <param name="DecisionNumber">'SR 2026:14', of a decision.</param>
public sealed record MinutesNote(Guid Id, NoteContent Content, string? DecisionNumber = null, int? Running = null);

/// <param name="As">'Ordförande', 'Justerare'.</param>
public sealed record MinutesSigner(Guid Person, string Name, string As, string? OrganisationName);
