using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Samverk.Meetings.Desk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Templates;

/// <summary>A standing item: what every agenda of a body begins or ends with.</summary>
/// <param name="IsLast">It stands after the matters of the day.</param>
public sealed record StandingItem(string Title, ItemKind Kind, int? Minutes, bool IsLast);

/// <summary>The standing items of a body, in their order.</summary>
public sealed record StandingItems(IReadOnlyList<StandingItem> Lines)
{
    /// <summary>What a body has until it says otherwise.</summary>
    public static StandingItems Ordinary { get; } = new([
        new("Mötet öppnas", ItemKind.Formality, 5, IsLast: false), new("Val av justerare", ItemKind.Formality, 5, IsLast: false), new("Fastställande av dagordningen", ItemKind.Decision, 5, IsLast: false),
        new("Kommande möten", ItemKind.Formality, 5, IsLast: true), new("Mötet avslutas", ItemKind.Formality, 5, IsLast: true)]);
}

/// <summary>The standing items that a body has chosen.</summary>
internal sealed class AgendaTemplate : Remembering, IInArea
{
    AgendaTemplate() { }

    public AgendaTemplate(Guid area, Guid body) => (Area, Body) = (area, body);

    public Guid Area { get; private set; }
    public Guid Body { get; private set; }
    public StandingItems Items { get; private set; } = StandingItems.Ordinary;

    public void Change(StandingItems to, DateTimeOffset at, Guid by)
    {
        if (Items.Lines.SequenceEqual(to.Lines))
            return;
        var (before, after) = (Words(Items), Words(to));
        Items = to;
        Remember(new AgendaTemplateChanged(Body, before, after, at, by));
    }

    static string Words(StandingItems items) => string.Join(", ", items.Lines.Select(l => l.Title));
}

[DisplayName("Dagordningsmall ändrad")]
public sealed record AgendaTemplateChanged(Guid Body, string Before, string After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Body;
    public override string Words => "De stående punkterna på dagordningen ändrades";
    public override IReadOnlyList<Change> Changed => [.. new[] { Change.Of("Stående punkter", Before, After) }.OfType<Change>()];
}

sealed class TemplateTables : IEntityTypeConfiguration<AgendaTemplate>
{
    public void Configure(EntityTypeBuilder<AgendaTemplate> builder)
    {
        builder.ToTable("meetings_agenda_template");
        builder.HasKey(t => t.Body);
        builder.Property(t => t.Body).ValueGeneratedNever();
        builder.Property(t => t.Items).AsJson();
    }
}

/// <summary>Reads and changes the standing items of bodies.</summary>
public sealed class AgendaTemplates(SamverkDb db, Work work, TimeProvider clock)
{
    public const int Most = 30;

    public async Task<StandingItems> Of(Guid body, CancellationToken ct) => (await db.Set<AgendaTemplate>().SingleOrDefaultAsync(t => t.Body == body, ct))?.Items ?? StandingItems.Ordinary;

    public Task<Refusal?> Change(Guid body, StandingItems items, Actor by, CancellationToken ct) => work.Do(async () =>
    {
        Refusal.Heed(by.May(Permission.Plan, new(Body: body)) ?? (items.Lines.Count > Most ? new("items-many", $"Mallen har fler än {Most} punkter. Ta bort några.") : null));
        foreach (var line in items.Lines)
            Refusal.Heed(DraftItem.MayBe(new(line.Title, line.Kind, null, line.Minutes, null)));
        var template = await db.Set<AgendaTemplate>().AsTracking().SingleOrDefaultAsync(t => t.Body == body, ct) ?? db.Add(new AgendaTemplate(db.Area, body)).Entity;
        template.Change(new([.. items.Lines.Where(l => !l.IsLast), .. items.Lines.Where(l => l.IsLast)]), clock.Now(), by.Person);
    }, ct);
}
