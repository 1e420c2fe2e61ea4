using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Samverk.Organisations.Pages;

static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/logga-in/person", PickPerson).WithMetadata(new MayAttribute(MayAttribute.Everyone), new RequireAntiforgeryTokenAttribute());
        app.MapPost("/logga-ut", (Delegate)SignOut).WithMetadata(new MayAttribute(MayAttribute.Everyone), new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Signs in as a person of the World; only a demo database lets anybody.</summary>
    static async Task<IResult> PickPerson(HttpContext context, SignInPeople people, AreaSetup setup, CancellationToken ct)
    {
        if (!await setup.IsDemo(ct))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (!Guid.TryParse(form["person"], out var person) || await people.AreaOf(person, ct) is not { } area)
            return Results.Redirect("/logga-in");
        await context.SignInAsync(SignIn.Session(person, area));
        return Results.LocalRedirect(SignIn.Destination(form["till"]));
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync();
        return Results.LocalRedirect("/logga-in");
    }
}
