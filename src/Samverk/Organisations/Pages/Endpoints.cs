using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

static class Endpoints
{
    public static void Map(WebApplication app)
    {
        app.MapPost("/logga-in/person", PickPerson).WithMetadata(new MayAttribute(MayAttribute.Everyone), new RequireAntiforgeryTokenAttribute());
        app.MapGet("/administration/medlemslista/mall.csv", () => Results.File(MemberTemplate.Csv(), "text/csv; charset=utf-8", "medlemslista.csv")).WithMetadata(new MayAttribute(MayAttribute.Seat));
        app.MapGet("/administration/medlemslista/mall.xlsx", () => Results.File(MemberTemplate.Workbook(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "medlemslista.xlsx")).WithMetadata(new MayAttribute(MayAttribute.Seat));
        app.MapPost("/logga-ut", (Delegate)SignOut).WithMetadata(new MayAttribute(MayAttribute.Everyone), new RequireAntiforgeryTokenAttribute());
    }

    /// <summary>Signs in as a person of the World; only a demo database lets anybody.</summary>
    static async Task<IResult> PickPerson(HttpContext context, SamverkDb db, AreaSetup setup, CancellationToken ct)
    {
        if (!await setup.IsDemo(ct))
            return Results.NotFound();
        var form = await context.Request.ReadFormAsync(ct);
        if (!Guid.TryParse(form["person"], out var id)
            || await db.Set<Person>().IgnoreQueryFilters().Where(p => p.Id == id).Select(p => new { p.Id, p.Area }).SingleOrDefaultAsync(ct) is not { } person)
            return Results.Redirect("/logga-in");
        await context.SignInAsync(SignIn.Session(person.Id, person.Area));
        return Results.LocalRedirect(SignIn.Destination(form["till"]));
    }

    static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync();
        return Results.LocalRedirect("/logga-in");
    }
}
