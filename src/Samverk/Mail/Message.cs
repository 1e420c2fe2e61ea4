using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Mail;

/// <summary>
/// A letter by mail. Its text may hold a secret link: protected by the installation's keys while it waits, and erased when
/// it has been sent, when it has been taken back, and when it has become too old.
/// </summary>
internal sealed class Message(Guid id, Guid area, string kind, Guid about, Guid by, string to, string toName, string subject, DateTimeOffset createdAt, DateTimeOffset until) : IInArea
{
    public const int LongestProblem = 500;

    public Guid Id { get; private set; } = id;
    public Guid Area { get; private set; } = area;
    /// <summary>What kind of letter: 'invitation'.</summary>
    public string Kind { get; private set; } = kind;
    /// <summary>The person or thing that it is about.</summary>
    public Guid About { get; private set; } = about;
    /// <summary>The person who had it sent.</summary>
    public Guid By { get; private set; } = by;
    public string To { get; private set; } = to;
    public string ToName { get; private set; } = toName;
    public string Subject { get; private set; } = subject;
    /// <summary>Null once it is erased.</summary>
    public byte[]? Text { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
    /// <summary>Not sent from then on: what it says holds no more.</summary>
    public DateTimeOffset Until { get; private set; } = until;
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }
    /// <summary>Why the last try failed, for the administrator.</summary>
    public string? Problem { get; private set; }

    /// <summary>The letter that is to go before this one: a calendar must not hear that a meeting is off before it heard of it.</summary>
    public Guid? After { get; private set; }
    /// <summary>Not sent at all when the one before never was.</summary>
    public bool OnlyIfSent { get; private set; }
    /// <summary>What goes with it, the same for many letters.</summary>
    public IReadOnlyList<Guid> Enclosures { get; private set; } = [];

    public void Say(byte[] text) => Text = text;

    public void Follow(Guid? after, bool onlyIfSent) => (After, OnlyIfSent) = (after, onlyIfSent);

    public void Enclose(IReadOnlyList<Guid> enclosures) => Enclosures = enclosures;
}

/// <summary>A file that goes with letters; kept as long as they can be sent.</summary>
internal sealed class Enclosure(Guid area, string name, string type, byte[] bytes, DateTimeOffset until) : IInArea
{
    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; } = area;
    public string Name { get; private set; } = name;
    public string Type { get; private set; } = type;
    public byte[] Bytes { get; private set; } = bytes;
    public DateTimeOffset Until { get; private set; } = until;
}

sealed class MailTables : IEntityTypeConfiguration<Message>, IEntityTypeConfiguration<Enclosure>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("mail_message");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.Area, m.About });
        builder.Property(m => m.Enclosures).AsJson();
    }

    public void Configure(EntityTypeBuilder<Enclosure> builder)
    {
        builder.ToTable("mail_enclosure");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Area, e.Until });
    }
}
