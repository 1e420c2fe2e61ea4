using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Samverk.Organisations.SigningIn;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

static class Endpoints
{
    public const string SignedOutPage = "/utloggad";

    public static void Map(WebApplication app)
    {
        app.MapPost("/logga-in/person", PickPerson).IsForm(MayAttribute.Everyone);
        app.MapPost("/logga-ut", SignOut).IsForm(MayAttribute.Everyone);
        app.MapGet("/logga-in/hos/{provider}", SignInAt).WithMetadata(new MayAttribute(MayAttribute.Everyone));
        // Called by the provider, which has no form of ours: what it says is proved by its signature.
        app.MapPost("/logga-ut/fran/{provider}", SignedOutThere).WithMetadata(new MayAttribute(MayAttribute.Everyone)).DisableAntiforgery();
        app.MapPost("/konto/omrade", ChangeArea).IsForm(MayAttribute.SignedIn);
        app.MapPost(KeptFormsOnPages.Discard, KeptFormsOnPages.Throw).IsForm(MayAttribute.SignedIn);
        PasskeyEndpoints.Map(app);
        app.MapGet("/administration/medlemslista/mall.csv", () => Results.File(MemberTemplate.Csv(), "text/csv; charset=utf-8", "medlemslista.csv")).WithMetadata(new MayAttribute(MayAttribute.Seat));
        app.MapGet("/administration/medlemslista/mall.xlsx", () => Results.File(MemberTemplate.Workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "medlemslista.xlsx")).WithMetadata(new MayAttribute(MayAttribute.Seat));
    }

    /// <summary>Posted from a page of ours, with its token.</summary>
    public static void IsForm(this RouteHandlerBuilder address, string may) => address.WithMetadata(new MayAttribute(may), new RequireAntiforgeryTokenAttribute());

    /// <summary>Signs in as a person of the World; only a demo database lets anybody.</summary>
    static async Task<IResult> PickPerson(HttpContext context, SignInPeople people, AreaSetup setup, Door door, CancellationToken ct)
    {
        if (!await setup.IsDemo(ct))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (!Guid.TryParse(form["person"], out var person) || await people.AreaOf(person, ct) is not { } area || await door.Enter(context, area, person, SignInWay.Demo) is not null)
            return Results.Redirect(SignIn.Page);
        return Results.LocalRedirect(SignIn.Destination(form["till"]));
    }

    /// <summary>Sends the browser to a provider; an invitation rides along in the protected state.</summary>
    static async Task<IResult> SignInAt(HttpContext context, string provider, string? till, string? nyckel, Providers providers, CancellationToken ct)
    {
        if (providers.Find(provider) is not { } known)
            return Results.NotFound();
        try
        {
            await known.Discovery.Get(ct);
        }
        catch (SignInStopped stopped)
        {
            return Results.LocalRedirect(ProviderAnswers.Address(context.RequestServices, known, stopped.Stop, till));
        }
        var properties = new AuthenticationProperties { RedirectUri = SignIn.Destination(till) };
        if (!string.IsNullOrEmpty(nyckel))
            properties.Items[ProviderAnswers.InvitationItem] = nyckel;
        return Results.Challenge(properties, [known.Scheme]);
    }

    /// <summary>Signs out here, and at the provider where there was one.</summary>
    static async Task<IResult> SignOut(HttpContext context, Door door, ProviderSignOut there, ShortSecrets secrets)
    {
        var session = await door.Leave(context);
        return await there.Address(context, session) is var (address, name)
            ? Results.LocalRedirect($"{SignedOutPage}?v={secrets.Protect($"{name}\n{address}")}")
            : Results.LocalRedirect(SignIn.Page);
    }

    static async Task<IResult> SignedOutThere(HttpContext context, string provider, Providers providers, ProviderSignOut there, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (providers.Find(provider) is not { } known)
            return Results.NotFound();
        var token = context.Request.HasFormContentType ? (await context.Request.ReadFormAsync(ct))["logout_token"].ToString() : "";
        return token.Length > 0 && await there.Obey(known, token, context.RequestServices, ct) ? Results.Ok() : Results.Json(new { error = "invalid_request" }, statusCode: StatusCodes.Status400BadRequest);
    }

    static async Task<IResult> ChangeArea(HttpContext context, AtTheDoor door, Sessions sessions, CancellationToken ct)
    {
        var form = await context.Request.ReadFormAsync(ct);
        if (Guid.TryParse(form["omrade"], out var area))
            await sessions.Move(door.RequiredSession.Id, area, ct);
        return Results.LocalRedirect("/");
    }
}
