using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Views;

/// <summary>A register narrowed and sorted in a way that a person wants back: the address of the view, under a name. It is theirs alone.</summary>
internal sealed class SavedView(Guid area, Guid person, string name, string path, string query, DateTimeOffset at) : IInArea
{
    public const int LongestName = 60, LongestQuery = 2000;
    /// <summary>More than fit above a register help nobody.</summary>
    public const int Most = 30;

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Person { get; private set; } = person;
    public string Name { get; private set; } = name;
    /// <summary>The register: '/beslut'.</summary>
    public string Path { get; private set; } = path;
    /// <summary>'?organ=…&amp;sortera=datum', or nothing.</summary>
    public string Query { get; private set; } = query;
    public DateTimeOffset At { get; private set; } = at;
}

public sealed record SavedViewRow(Guid Id, string Name, string Path, string Address);

/// <summary>Keeps people's views.</summary>
public sealed class SavedViews(SamverkDb db)
{
    /// <param name="path">Only those of one register; null for all.</param>
    public Task<List<SavedViewRow>> Of(Guid person, string? path, CancellationToken ct) =>
        db.Set<SavedView>().Where(v => v.Person == person && (path == null || v.Path == path)).OrderBy(v => v.At)
            .Select(v => new SavedViewRow(v.Id, v.Name, v.Path, v.Path + v.Query)).ToListAsync(ct);

    /// <summary>Why a view can't be saved; null when it can.</summary>
    public async Task<Refusal?> MaySave(Guid person, string? name, string address, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(name) ? new("no-name", "Namnet saknas. Skriv vad vyn visar, till exempel Rådets beslut i år.")
        : name.Trim().Length > SavedView.LongestName ? new("long-name", $"Namnet är för långt. Skriv högst {SavedView.LongestName} tecken.")
        : !IsView(address) ? new("no-view", "Det är inte en vy av ett register. Öppna registret, välj filter och spara därifrån.")
        : await db.Set<SavedView>().CountAsync(v => v.Person == person, ct) >= SavedView.Most ? new("too-many", $"Du har redan {SavedView.Most} vyer. Ta bort en först.")
        : null;

    /// <summary>Within a unit of work.</summary>
    public async Task Save(Guid person, string? name, string address, DateTimeOffset at, CancellationToken ct)
    {
        Refusal.Heed(await MaySave(person, name, address, ct));
        var cut = address.IndexOf('?', StringComparison.Ordinal);
        db.Add(new SavedView(db.Area, person, name!.Trim(), cut < 0 ? address : address[..cut], cut < 0 ? "" : address[cut..], at));
    }

    /// <summary>Within a unit of work; one that is not theirs, or is gone, is left as it is.</summary>
    public async Task Remove(Guid person, Guid view, CancellationToken ct)
    {
        if (await db.Set<SavedView>().AsTracking().SingleOrDefaultAsync(v => v.Id == view && v.Person == person, ct) is { } found)
            db.Remove(found);
    }

    // A place within the program: never another site's address, nor one that a browser would read as such.
    static bool IsView(string address) =>
        address.Length <= SavedView.LongestQuery && address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);
}
