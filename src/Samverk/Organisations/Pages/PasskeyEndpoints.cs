using Samverk.Organisations.SigningIn;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

/// <summary>What passkey.js asks and sends. Questions are JSON for the browser's authenticator; answers are plain forms.</summary>
static class PasskeyEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/logga-in/nyckel/fraga", AskToUse).IsForm(MayAttribute.Everyone);
        app.MapPost("/logga-in/nyckel", Use).IsForm(MayAttribute.Everyone);
        app.MapPost("/inbjudan/nyckel/fraga", AskInvited).IsForm(MayAttribute.Everyone);
        app.MapPost("/inbjudan/nyckel", Accept).IsForm(MayAttribute.Everyone);
        app.MapPost("/konto/nyckel/fraga", AskToMake).IsForm(MayAttribute.SignedIn);
        app.MapPost("/konto/nyckel", Add).IsForm(MayAttribute.SignedIn);
    }

    static async Task<IResult> AskToUse(HttpContext context, Passkeys passkeys) => Question(await passkeys.AskToUse(context));

    static async Task<IResult> Use(HttpContext context, Passkeys passkeys, Accounts accounts, Door door, Throttle throttle, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (account, refusal) = await passkeys.Used(context, form["svar"].ToString());
        if (refusal is null && !throttle.Allows($"account:{account}"))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (refusal is null && await accounts.Latest(account, ct) is var (area, person))
            refusal = await door.Enter(context, area, person, SignInWay.Passkey);
        return refusal is null ? Results.LocalRedirect(SignIn.Destination(form["till"])) : Results.LocalRedirect(SignIn.Address(form["till"], ("nyckelfel", refusal.Code)));
    }

    static async Task<IResult> AskToMake(HttpContext context, Passkeys passkeys, AtTheDoor door) =>
        Question(await passkeys.AskToMake(context, door.RequiredSession.Account, door.Required.Name));

    static async Task<IResult> Add(HttpContext context, Passkeys passkeys, AtTheDoor door, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (made, refusal) = await passkeys.Made(context, door.RequiredSession.Account, form["svar"].ToString());
        refusal ??= await passkeys.Add(made!, door.Required.Person, ct);
        return Results.LocalRedirect(refusal is null ? "/konto?gjort=nyckel" : $"/konto?nyckelfel={refusal.Code}");
    }

    static async Task<IResult> AskInvited(HttpContext context, Passkeys passkeys, SamverkDb db, OneArea oneArea, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (invitation, _) = await Invitations.Open(form["nyckel"], db, oneArea, clock, ct);
        return invitation is null ? Results.StatusCode(StatusCodes.Status410Gone) : Question(await passkeys.AskToMake(context, invitation.Account, invitation.Name));
    }

    static async Task<IResult> Accept(HttpContext context, Passkeys passkeys, Door door, SamverkDb db, OneArea oneArea, TimeProvider clock, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        var (invitation, refusal) = await Invitations.Open(form["nyckel"], db, oneArea, clock, ct);
        if (invitation is null)
            return Results.LocalRedirect($"/inbjudan?nyckel={Uri.EscapeDataString(form["nyckel"].ToString())}");
        (var made, refusal) = await passkeys.Made(context, invitation.Account, form["svar"].ToString());
        refusal ??= await oneArea.Do(invitation.Area, services => services.GetRequiredService<Passkeys>().Add(made!, invitation, services.GetRequiredService<Invitations>(), ct));
        refusal ??= await door.Enter(context, invitation.Area, invitation.Person, SignInWay.Passkey);
        return Results.LocalRedirect(refusal is null ? "/" : $"/inbjudan?nyckel={Uri.EscapeDataString(form["nyckel"].ToString())}&nyckelfel={refusal.Code}");
    }

    static IResult Question(string json) => Results.Text(json, "application/json");
}
