using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>
/// Hides the names of those with protected identity in texts that somebody has written: decisions, assignments,
/// attendance as the minutes have it, words of the history. A name alone or a surname alone is not known for theirs.
/// </summary>
public sealed class NameMask
{
    readonly IReadOnlySet<Guid> people;
    readonly FoldedPhrases names;

    internal NameMask(IReadOnlySet<Guid> people, IEnumerable<string> names) => (this.people, this.names) = (people, new(names));

    /// <summary>Nobody in the area has a protected identity.</summary>
    public bool IsEmpty => people.Count == 0;

    /// <summary>The text with 'Skyddad person' in place of their names.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Of(string? text) => text is null ? null : names.Replace(text, PersonInfo.Protected);

    public IReadOnlyList<string> Of(IReadOnlyList<string> texts) => IsEmpty ? texts : [.. texts.Select(t => Of(t))];

    /// <summary>A name as somebody wrote it, of somebody who is known when <paramref name="person"/> is: however it is spelled.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public string? Name(Guid? person, string? name) => name is not null && Hides(person) ? PersonInfo.Protected : Of(name);

    /// <summary>The text with their names made unreadable; places in it still hold.</summary>
    public string Blank(string text) => names.Blank(text);

    public bool IsIn(string text) => names.IsIn(text);

    public bool Hides(Guid? person) => person is { } known && people.Contains(known);
}

/// <summary>The names that must not be shown outside the page of the meeting that they stand in.</summary>
public sealed class ProtectedNames(SamverkDb db, AreaMemory memory)
{
    /// <param name="except">Somebody to whom their own name may be told.</param>
    public Task<NameMask> Mask(CancellationToken ct, Guid? except = null) => memory.Recall(new MaskBut(except), () => Ask(except, ct), ct);

    readonly record struct MaskBut(Guid? Person);

    async Task<NameMask> Ask(Guid? except, CancellationToken ct)
    {
        var known = await db.Set<Protection.ProtectedName>().Where(n => n.Person != except).Select(n => new { n.Person, n.Name }).ToListAsync(ct);
        if (known.Count == 0)
            return new(new HashSet<Guid>(), []);
        var people = known.Select(n => n.Person).ToHashSet();
        var spellings = await db.Set<PersonAlias>().Where(a => people.Contains(a.Person)).Select(a => a.Folded).ToListAsync(ct);
        var whole = known.Select(n => Swedish.Fold(n.Name)).Concat(spellings).Where(n => n.Contains(' ', StringComparison.Ordinal)).ToList();
        return new(people, whole.Concat(whole.Select(SurnameFirst)));
    }

    // 'Åsén, Eva' is Eva Åsén too.
    static string SurnameFirst(string folded) => folded[(folded.IndexOf(' ', StringComparison.Ordinal) + 1)..] + " " + folded[..folded.IndexOf(' ', StringComparison.Ordinal)];
}
