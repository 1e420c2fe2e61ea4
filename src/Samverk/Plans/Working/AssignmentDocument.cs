using System.ComponentModel;
using System.Security.Cryptography;
using Samverk.Shared;

namespace Samverk.Plans.Working;

/// <summary>A file that belongs to an assignment: what it is done from, or what it became.</summary>
internal sealed class AssignmentDocument(Guid area, Guid owner, Guid assignment, string name, byte[] bytes, DateTimeOffset addedAt, Guid addedBy) : Remembering, IOwned
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public Guid Owner { get; private set; } = owner;
    public Guid Assignment { get; private set; } = assignment;
    public string Name { get; private set; } = name;
    public string Sha256 { get; private set; } = Convert.ToHexStringLower(SHA256.HashData(bytes));
    public int Size { get; private set; } = bytes.Length;
    public byte[] Bytes { get; private set; } = bytes;
    public DateTimeOffset AddedAt { get; private set; } = addedAt;
    public Guid AddedBy { get; private set; } = addedBy;
    public DateTimeOffset? RemovedAt { get; private set; }

    public void Add() => Remember(new AssignmentDocumentAdded(Assignment, Id, Name, AddedAt, AddedBy));

    public void Remove(DateTimeOffset at, Guid by)
    {
        RemovedAt = at;
        Remember(new AssignmentDocumentRemoved(Assignment, Id, Name, at, by));
    }
}

[DisplayName("Handling i uppdrag tillagd")]
public sealed record AssignmentDocumentAdded(Guid Assignment, Guid Document, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"Handlingen {Name} lades till";
}

[DisplayName("Handling i uppdrag borttagen")]
public sealed record AssignmentDocumentRemoved(Guid Assignment, Guid Document, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Assignment;
    public override string Words => $"Handlingen {Name} togs bort";
}
