using Microsoft.AspNetCore.Authorization;

namespace Samverk.Organisations;

/// <summary>Who may do what, as a sentence that a person can read.</summary>
/// <param name="Code">Stable; the policy's name.</param>
/// <param name="Words">The sentence in Swedish, as the permissions page shows it.</param>
public sealed record Permission(string Code, string Words, Func<Actor?, bool> Holds)
{
    public static Permission Everyone { get; } = new("everyone", "Vem som helst får se startsidan, logga in och fråga om systemet är igång.", _ => true);
    public static Permission Read { get; } = new("read", "Den som har en plats eller funktion i området får läsa dess justerade, öppna handlingar.", actor => actor is { HasPlace: true });
    public static Permission SignedIn { get; } = new("signed-in", "Den som är inloggad får se och avsluta sina egna inloggningar och sköta sina egna inloggningsnycklar.", actor => actor is not null);
    public static Permission Import { get; } = new("import", "Den som är sekreterare i ett organ, eller administratör, får läsa in protokoll.", actor => actor is { MayImport: true });
    public static Permission Administer { get; } = new("administer", "En administratör får sköta områdets personer, organ och inställningar.", actor => actor is { IsAdministrator: true });

    public static IReadOnlyList<Permission> All { get; } = [Everyone, SignedIn, Read, Import, Administer];
}

/// <summary>Declares a page's or endpoint's permission. What declares none is denied to all.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayAttribute(string permission) : AuthorizeAttribute(permission)
{
    public const string Everyone = "everyone", SignedIn = "signed-in", Read = "read", Import = "import", Administer = "administer";
}

/// <summary>The names of the claims of a session.</summary>
public static class SessionClaims
{
    public const string Person = "person", Area = "area";
}
