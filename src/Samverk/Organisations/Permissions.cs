using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Samverk.Organisations;

/// <summary>Who may do what, as a sentence that a person can read.</summary>
/// <param name="Code">Stable; the policy's name.</param>
/// <param name="Words">The sentence in Swedish, as the permissions page shows it.</param>
public sealed record Permission(string Code, string Words, Func<Actor?, bool> Holds)
{
    public static Permission Everyone { get; } = new("everyone", "Vem som helst får se startsidan, logga in och fråga om systemet är igång.", _ => true);
    public static Permission Read { get; } = new("read", "Den som har en plats eller funktion i området får läsa dess justerade, öppna handlingar.", actor => actor is { HasPlace: true });
    public static Permission Import { get; } = new("import", "Den som är sekreterare i ett organ, eller administratör, får läsa in protokoll.", actor => actor is { MayImport: true });
    public static Permission Administer { get; } = new("administer", "En administratör får sköta områdets personer, organ och inställningar.", actor => actor is { IsAdministrator: true });

    public static IReadOnlyList<Permission> All { get; } = [Everyone, Read, Import, Administer];
}

/// <summary>Declares a page's or endpoint's permission. What declares none is denied to all.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayAttribute(string permission) : AuthorizeAttribute(permission)
{
    public const string Everyone = "everyone", Read = "read", Import = "import", Administer = "administer";
}

/// <summary>The names of the claims in the session cookie.</summary>
public static class SessionClaims
{
    public const string Person = "person", Area = "area";

    public static (Guid Person, Guid Area)? Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirst(Person)?.Value, out var person) && Guid.TryParse(principal.FindFirst(Area)?.Value, out var area) ? (person, area) : null;
}
