using Microsoft.AspNetCore.Http.Features;
using Samverk.Organisations.SigningIn;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Protection;

/// <summary>
/// Stops every form in which somebody has typed a personnummer or samordningsnummer, before anything of it is saved: its
/// page is shown again with what was typed, and a tick that says that it is something else. Files are not looked in, and
/// what declares <see cref="MasksNumbersAttribute"/> answers for its own.
/// </summary>
static class NumberStop
{
    public const string Tick = "_annat-an-personnummer";

    /// <summary>Before permissions are asked, as they are of the page that is shown again.</summary>
    public static void UsePage(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Features.Get<Stopped>() is { } stopped)
                await ShowAgain(context, next, stopped.Typed);
        });
        // Routes what is shown again; for all else the endpoint is already chosen.
        app.UseRouting();
    }

    /// <summary>Last, after the form's token and size have been checked.</summary>
    public static async Task Look(HttpContext context, RequestDelegate next)
    {
        if (await Stop(context))
            return;
        await next(context);
    }

    static async Task<bool> Stop(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.RequestServices.GetRequiredService<AtTheDoor>().Actor is not { } actor
            || context.Features.Get<IFormFeature>()?.Form is not { } form || context.GetEndpoint()?.Metadata.GetMetadata<MasksNumbersAttribute>() is not null)
            return false;
        string[] numbers = [.. form.SelectMany(field => field.Value.SelectMany(value => Numbers(field.Key, value))).Distinct()];
        if (numbers.Length == 0)
            return false;
        if (context.RequestServices.GetRequiredService<SaidElse>().Labels(form[Tick], numbers) is { } labels)
        {
            await Remember(context, actor, labels);
            return false;
        }
        if (KeptForms.IsSentByPerson(context.Request))
            context.Features.Set(new Stopped(new(KeptForms.PageOf(context.Request), context.Request.Path, Fields(form))));
        else
            await ToldToScript(context);
        return true;
    }

    /// <summary>Names that begin with '_' are the frame's own, and an id is no text.</summary>
    public static IEnumerable<string> Numbers(string name, string? value) =>
        name is ['_', ..] or [] || string.IsNullOrEmpty(value) || Guid.TryParse(value, out _) ? [] : PersonalNumber.In(value);

    static List<TypedField> Fields(IFormCollection form) =>
        [.. form.Where(f => f.Key is not (KeptForms.TokenField or Tick)).SelectMany(f => f.Value.Select(value => new TypedField(f.Key, value ?? "")))];

    static async Task Remember(HttpContext context, Actor actor, string labels)
    {
        var work = context.RequestServices.GetRequiredService<Work>();
        var at = context.RequestServices.GetRequiredService<TimeProvider>().Now();
        await work.Must(() =>
        {
            work.Remember(new NumberSaidToBeElse(actor.Person, actor.Name, labels, KeptForms.PageOf(context.Request).Split('?')[0], at, actor.Person));
            return Task.CompletedTask;
        }, context.RequestAborted);
    }

    static Task ToldToScript(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return context.Response.WriteAsync("Texten har något som liknar ett personnummer. Inget har sparats.", context.RequestAborted);
    }

    static Task ShowAgain(HttpContext context, RequestDelegate next, Typed typed)
    {
        var (request, page) = (context.Request, typed.Page.Split('?', 2));
        context.Features.Set<Stopped?>(null);
        context.Features.Set<IFormFeature?>(null);
        context.SetEndpoint(null);
        request.RouteValues.Clear();
        (request.Method, request.ContentType, request.ContentLength, request.Body) = (HttpMethods.Get, null, null, Stream.Null);
        (request.Path, request.QueryString) = (PathString.FromUriComponent(page[0]), page.Length > 1 ? new($"?{page[1]}") : QueryString.Empty);
        return RewrittenPage.Show(context, next, html =>
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return StoppedPage.Of(html, typed, context);
        });
    }

    sealed record Stopped(Typed Typed);
}
