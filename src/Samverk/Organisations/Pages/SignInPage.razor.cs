using Microsoft.AspNetCore.Components;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;

namespace Samverk.Organisations.Pages;

public sealed partial class SignInPage
{
    /// <summary>More people than these are folded away, by the first letter of their names.</summary>
    const int MostAtOnce = 20;

    bool isDemo;
    IReadOnlyList<(string Group, IReadOnlyList<SignInPerson> People)> groups = [];

    [CascadingParameter] HttpContext Context { get; set; } = null!;
    [SupplyParameterFromQuery(Name = "till")] string? To { get; set; }
    [SupplyParameterFromQuery(Name = "fel")] string? Fault { get; set; }
    [SupplyParameterFromQuery(Name = "hos")] string? At { get; set; }
    [SupplyParameterFromQuery(Name = "vem")] string? Who { get; set; }
    [SupplyParameterFromQuery(Name = "kvar")] string? Kept { get; set; }
    [SupplyParameterFromQuery(Name = "nyckelfel")] string? KeyFault { get; set; }

    string? Problem => Enum.TryParse<SignInStop>(Fault, out var stop) && Enum.IsDefined(stop) ? stop.Words(Providers.Find(At)?.Name ?? "din organisation") : null;

    string? WhoItWas => Secrets.Read(Who) is { } who ? $"Du kom som {who}." : null;

    string? KeyProblem => KeyFault is null ? null : PasskeyWords.Of(KeyFault);

    string WhomToAsk => $"{(Fault == nameof(SignInStop.Unknown) ? "Be den som är administratör för ert samverkansområde om en inbjudan. " : "")}{Contact}";

    string? Contact => Settings.Contact is { } contact ? $"Du kan också fråga {contact}." : null;

    string Lasts => Settings.Idle.TotalMinutes % 60 == 0 ? $"{SwedishText.Word((int)Settings.Idle.TotalHours)} timmar" : $"{SwedishText.Word((int)Settings.Idle.TotalMinutes)} minuter";

    protected override async Task OnInitializedAsync()
    {
        isDemo = await Setup.IsDemo(Context.RequestAborted);
        if (isDemo)
            groups = await People.All(Clock.Today(), Context.RequestAborted);
    }

    static string Mays(Actor actor) =>
        actor.IsAdministrator ? "läsa, läsa in protokoll och sköta området"
        : actor.MayImport ? "läsa, och läsa in protokoll"
        : actor.HasPlace ? "läsa områdets justerade, öppna handlingar"
        : "inget än: du har ingen plats eller funktion i området";
}
