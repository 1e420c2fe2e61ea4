using System.Globalization;

namespace Samverk.Organisations.SigningIn;

/// <summary>What the operator decides about signing in, under <c>SignIn</c> in the configuration.</summary>
/// <param name="Idle">A session that nobody has used for this long lapses.</param>
/// <param name="Longest">No session lasts longer than this.</param>
/// <param name="PerMinute">Attempts to sign in from one address in a minute; a whole municipality may share an address.</param>
/// <param name="Contact">Whom somebody asks who can't sign in: 'servicedesk, 010-123 45 67'.</param>
/// <param name="PasskeyDomain">The domain that passkeys are made for; the request's host when it is not set.</param>
sealed record SignInSettings(TimeSpan Idle, TimeSpan Longest, int PerMinute, string? Contact, string? PasskeyDomain)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(14);

    public static SignInSettings From(IConfiguration configuration)
    {
        var given = configuration.GetSection("SignIn");
        return new(
            TimeSpan.FromMinutes(Number(given, "IdleMinutes", 600)), TimeSpan.FromHours(Number(given, "LongestHours", 72)),
            Number(given, "AttemptsPerMinute", 120), Text(given, "Contact"), Text(given, "PasskeyDomain"));
    }

    static int Number(IConfiguration given, string name, int otherwise) =>
        int.TryParse(given[name], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    static string? Text(IConfiguration given, string name) => given[name] is { Length: > 0 } text ? text : null;
}
