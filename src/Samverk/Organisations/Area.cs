using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A collaboration area: one region and its municipalities, the tenant. Area-less itself.</summary>
internal sealed class Area : Remembering
{
    Area() { }

    public Area(string name, string slug, string regionCode, DateTimeOffset at) =>
        (Name, Slug, RegionCode, CreatedAt) = (name, slug, regionCode, at);

    public Guid Id { get; private set; } = Ids.Next();
    /// <summary>As people call it: 'Bergslunda'.</summary>
    public string Name { get; private set; } = "";
    /// <summary>In public addresses: 'orebro-lan'.</summary>
    public string Slug { get; private set; } = "";
    /// <summary>The county code of its region in SCB's register.</summary>
    public string RegionCode { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    public void Created(DateTimeOffset at) => Remember(new AreaCreated(Id, Name, at, null));
}
