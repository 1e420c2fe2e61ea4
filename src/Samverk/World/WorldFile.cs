using System.Text.Json;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.World;

/// <summary>The invented region as its file tells it. Only a demo database and the tests hold it.</summary>
sealed class WorldFile
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    public required Named Area { get; init; }
    public required Coded Region { get; init; }
    public required List<Coded> Municipalities { get; init; }
    public List<Other> Organisations { get; init; } = [];
    public required List<BodyEntry> Bodies { get; init; }
    public required List<PersonEntry> People { get; init; }
    public List<ContactEntry> Contacts { get; init; } = [];
    public List<ComingEntry> Coming { get; init; } = [];
    public List<ReportedEntry> Reported { get; init; } = [];

    public sealed record Named(string Name, string Slug);
    public sealed record Coded(string Name, string? FullName, string Code);
    public sealed record ContactEntry(string Organisation, string Label, string? Mail, string? Telephone, string? Hours);
    public sealed record Other(string Name, OrganisationKind Kind);
    public sealed record SeatEntry(string Name, List<string>? Organisations, int Members, int Deputies);
    public sealed record BodyEntry(string Code, string Name, string? Short, string Kind, string? Parent, string Host, List<SeatEntry> Seats, DeputyRule Deputies, string Quorum);
    public sealed record MembershipEntry(string Body, string? Seat, MembershipRole Role, DateOnly From, DateOnly? To);
    public sealed record StandingEntry(string Body, StandingKind Standing, DateOnly From, DateOnly? To);
    public sealed record FunctionEntry(FunctionKind Function, string? Organisation, DateOnly From, DateOnly? To, string? Mail, string? Telephone, string? Hours);
    public sealed record PersonEntry(string Name, string? Organisation, string? Title, List<MembershipEntry>? Memberships, List<StandingEntry>? Standings, List<FunctionEntry>? Functions);
    public sealed record ComingEntry(string Body, DateOnly Date, TimeOnly? Start, TimeOnly? End, string? Place);


    /// <param name="Document">'sr-2026-09-11': the body's code and the day.</param>
    /// <param name="Text">How the assignment begins.</param>
    public sealed record ReportedEntry(string Document, string Text, DateOnly On)
    {
        public string Body => Document[..^11].ToUpperInvariant();
        public DateOnly MeetingOn => DateOnly.ParseExact(Document[^10..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static WorldFile Open()
    {
        using var stream = typeof(WorldFile).Assembly.GetManifestResourceStream("Samverk.World.world.json")!;
        return JsonSerializer.Deserialize<WorldFile>(stream, Json)!;
    }

    // An address that leads nowhere (RFC 2606), as the organisations' own are: 'siv.ek@askvik.example'.
    static string Mail(string name, string home) =>
        $"{Plain(name).Replace(' ', '.')}@{Plain(home.StartsWith("Region ", StringComparison.Ordinal) ? home["Region ".Length..] : home).Replace(' ', '-')}.example";

    static string Plain(string text) => Swedish.Fold(text).Replace('å', 'a').Replace('ä', 'a').Replace('ö', 'o');

    public AreaPlan Plan()
    {
        // 'Askvik' in seats and people is the municipality whose full name is 'Askviks kommun'.
        var full = Municipalities.ToDictionary(m => m.Name, m => m.FullName ?? m.Name);
        string Full(string name) => full.GetValueOrDefault(name, name);
        return new(Area.Name, Area.Slug, new(Region.Name, OrganisationKind.Region, Region.Code),
            [.. Municipalities.Select(m => new PlannedOrganisation(m.FullName ?? m.Name, OrganisationKind.Municipality, m.Code)), .. Organisations.Select(o => new PlannedOrganisation(o.Name, o.Kind, null))])
        {
            Bodies = [.. Bodies.Select(b => new PlannedBody(b.Code, b.Name, b.Short, b.Kind, b.Parent, Full(b.Host),
                [.. b.Seats.Select(s => new PlannedSeat(s.Name, s.Organisations is [var only] ? Full(only) : null, s.Members, s.Deputies))]) { Rules = BodyRulesInfo.Default with { Deputies = b.Deputies, Quorum = b.Quorum == "none" ? QuorumRule.None : QuorumRule.MoreThanHalf } })],
            Contacts = [.. Contacts.Select(c => new PlannedContact(Full(c.Organisation), c.Label, new(c.Mail, c.Telephone, c.Hours), new(2023, 1, 1)))],
            People = [.. People.Select(p => new PlannedPerson(p.Name, p.Title, p.Organisation is null ? null : Full(p.Organisation))
            {
                HasAccount = true,
                Mail = p.Organisation is { } home ? Mail(p.Name, home) : null,
                Memberships = [.. (p.Memberships ?? []).Select(m => (m.Body, m.Seat, m.Role, m.From, m.To))],
                Standings = [.. (p.Standings ?? []).Select(s => (s.Body, s.Standing, s.From, s.To))],
                Functions = [.. (p.Functions ?? []).Select(f => (f.Function, f.Organisation is null ? null : Full(f.Organisation), f.From, f.To, new Reach(f.Mail, f.Telephone, f.Hours)))],
            })],
        };
    }
}
