using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>From where a piece of work is done, and for whom. Set at the door by each request; otherwise the command line or a job.</summary>
public sealed class Origin(string address)
{
    public const string CommandLine = "kommandoraden", Job = "bakgrundsjobb";
    const int LongestBrowser = 300;

    Guid? person;
    Guid? organisation;

    /// <summary>A network address, or what there is instead of one.</summary>
    public string Address { get; private set; } = address;
    /// <summary>The browser as it calls itself, cut; null when it says nothing.</summary>
    public string? Browser { get; private set; }

    /// <summary>Where Samverk is reached, as who came reached it: 'https://samverk.example'. Null for the command line and jobs.</summary>
    public string? Server { get; private set; }

    /// <summary>They reached us here.</summary>
    public void Reached(string server) => Server = server;

    /// <summary>Somebody came over the network.</summary>
    public void Came(string? from, string? browser)
    {
        Address = from ?? "okänd";
        var printable = string.Concat((browser ?? "").Where(c => !char.IsControl(c)).Take(LongestBrowser));
        Browser = printable.Length == 0 ? null : printable;
    }

    /// <summary>They came with a token of this name, which stands beside the browser's.</summary>
    public void With(string token) => Came(Address, $"API-nyckeln {token}{(Browser is null ? "" : $", {Browser}")}");

    /// <summary>It is this person, and they act for this organisation.</summary>
    public void Is(Guid who, Guid? actsFor) => (person, organisation) = (who, actsFor);

    /// <summary>The organisation that somebody acts for here; null for anybody else than who came.</summary>
    internal Guid? ActedFor(Guid? by) => by is not null && by == person ? organisation : null;
}

/// <summary>
/// From where a row of the history was made: address and browser. Personal data with an end, so it is kept apart, outside
/// the chain, and goes after <see cref="Kept"/>.
/// </summary>
public sealed class HistoryOrigin(Guid area, long number, DateTimeOffset at, string address, string? browser) : IInArea
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public Guid Area { get; private set; } = area;
    /// <summary>The row's.</summary>
    public long Number { get; private set; } = number;
    /// <summary>When the row was written, which the time is counted from.</summary>
    public DateTimeOffset At { get; private set; } = at;
    public string Address { get; private set; } = address;
    public string? Browser { get; private set; } = browser;
}

sealed class HistoryOriginTable : IEntityTypeConfiguration<HistoryOrigin>
{
    public void Configure(EntityTypeBuilder<HistoryOrigin> builder)
    {
        builder.ToTable("storage_history_origin");
        builder.HasKey(o => new { o.Area, o.Number });
        builder.HasIndex(o => new { o.Area, o.At });
    }
}
