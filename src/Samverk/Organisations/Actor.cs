using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A person as they act today in one area: who, and what they may by their functions and standings.</summary>
/// <param name="SecretaryOf">Bodies whose minutes they keep today.</param>
/// <param name="HasPlace">They have a seat or a function in the area today, so they read its adjusted, open matters.</param>
public sealed record Actor(Guid Person, string Name, string? Title, Guid Area, string AreaName, bool IsAdministrator, IReadOnlySet<Guid> SecretaryOf, bool HasPlace)
{
    /// <summary>The secretary of a body may write its minutes; so may an administrator.</summary>
    public Refusal? MayRecord(Guid body) =>
        IsAdministrator || SecretaryOf.Contains(body) ? null
        : new("not-secretary", "Bara organets sekreterare eller en administratör kan bekräfta dess protokoll.");

    /// <summary>A secretary of any body, or an administrator, may import minutes.</summary>
    public bool MayImport => IsAdministrator || SecretaryOf.Count > 0;
}

/// <summary>A body as other rooms know it.</summary>
/// <param name="Host">The organisation that owns its records.</param>
public sealed record BodyInfo(Guid Id, Guid Area, Guid Host, string Code, string Name, string ShortName);
