using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;

namespace Samverk.Public.Subscriptions;

/// <summary>Somebody's wish to hear by mail of minutes that are published. It holds when the address has confirmed it, and is gone when it is ended.</summary>
internal sealed class Subscription : IInArea
{
    Subscription() { }

    /// <param name="body">Null for every body.</param>
    public Subscription(Guid area, string mail, Guid? body, string site, DateTimeOffset at) => (Area, Mail, Body, Site, AskedAt) = (area, mail, body, site, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public string Mail { get; private set; } = "";
    public Guid? Body { get; private set; }
    /// <summary>Where Samverk was reached when it was asked for: links in letters begin so.</summary>
    public string Site { get; private set; } = "";
    /// <summary>When the letter that asks for a confirmation was last left.</summary>
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    /// <summary>What was published until then has been told of.</summary>
    public DateTimeOffset? ToldUntil { get; private set; }

    public void AskAgain(DateTimeOffset at) => AskedAt = at;

    public void Confirm(DateTimeOffset at) => (ConfirmedAt, ToldUntil) = (ConfirmedAt ?? at, ToldUntil ?? at);

    public void Tell(DateTimeOffset until) => ToldUntil = until;
}

sealed class SubscriptionTables : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("public_subscription");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.Area, s.Mail });
        builder.HasIndex(s => new { s.Area, s.ConfirmedAt, s.AskedAt });
    }
}
