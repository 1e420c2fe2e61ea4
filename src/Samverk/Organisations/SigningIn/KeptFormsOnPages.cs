using Microsoft.AspNetCore.Antiforgery;

namespace Samverk.Organisations.SigningIn;

/// <summary>Gives back on its page what somebody had typed, and forgets it when it has been sent.</summary>
static class KeptFormsOnPages
{
    public const string Discard = "/konto/kvar";

    public static void Use(WebApplication app) => app.Use(async (context, next) =>
    {
        var who = KeptForms.IsWaiting(context.Request) ? context.RequestServices.GetRequiredService<AtTheDoor>().Actor : null;
        if (who is null || await Find(context, who) is not { } typed)
            await next(context);
        else if (HttpMethods.IsGet(context.Request.Method) && typed.Page == context.Request.Path + context.Request.QueryString)
            await Show(context, next, typed);
        else if (HttpMethods.IsPost(context.Request.Method) && typed.Target == context.Request.Path)
            await Send(context, next);
        else
            await next(context);
    });

    public static async Task<IResult> Throw(HttpContext context, AtTheDoor door, KeptForms forms, CancellationToken ct)
    {
        var page = (await forms.Find(context, door.Required.Person, ct))?.Page;
        await forms.Forget(context, ct);
        return Results.LocalRedirect(SignIn.Destination(page));
    }

    static Task<Typed?> Find(HttpContext context, Actor who) => context.RequestServices.GetRequiredService<KeptForms>().Find(context, who.Person, context.RequestAborted);

    static Task Show(HttpContext context, RequestDelegate next, Typed typed) => RewrittenPage.Show(context, next, html =>
    {
        var token = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return FilledPage.Of(html, typed, (token.FormFieldName, token.RequestToken!));
    });

    // What the form's own page does with a refused value is its business: it has got the form, and shows it.
    static async Task Send(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() => context.Response.StatusCode < StatusCodes.Status400BadRequest
            ? context.RequestServices.GetRequiredService<KeptForms>().Forget(context, CancellationToken.None) : Task.CompletedTask);
        await next(context);
    }
}
