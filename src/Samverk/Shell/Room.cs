using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Shared.Parts;
using Samverk.Shell.Security;

namespace Samverk.Shell;

/// <summary>The frame: html around every page, errors in words, security headers, static files.</summary>
public static class Room
{
    public static void AddShell(this WebApplicationBuilder builder)
    {
        builder.AddFiles();
        builder.AddDoorway();
        builder.AddTelemetry();
        var services = builder.Services;
        services.AddRazorComponents();
        services.AddScoped<LoadingTurn>().AddScoped<FormErrors>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery();
        services.AddHttpContextAccessor();
        services.AddScoped<Things>();
        services.AddCascadingValue<Viewer?>(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Viewer>());
        services.AddExceptionHandler<ErrorLog>();
    }

    /// <summary>First in the pipeline: what comes after it fails in words. Signing in comes after it.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.UseDoorway();
        app.UseStatusCodePagesWithReExecute("/fel/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowStatusPageAsGet);
        app.Use(TellPrograms);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = _ => Task.CompletedTask });
        // Here and not, as by itself, first of all: what the doorway makes of the request decides where it goes.
        app.UseRouting();
        app.Use(Doorway.NotThisVerb);
        app.Use(Sane.Query);
        app.UseRequestTimeouts();
        app.UseTelemetry();
    }

    /// <summary>Last in the pipeline, after signing in: every page of every room, and the files they link to.</summary>
    public static void MapShell(this WebApplication app)
    {
        app.UseRateLimiter();
        app.Use(Limits.StopTooLarge);
        app.UseAntiforgery();
        app.Use(StopForgery);
        app.Use(Sane.Form);
        app.UseNumberStop();
        app.MapStaticAssets(Files.Endpoints).WithMetadata(new MayAttribute(MayAttribute.Everyone));
        Registers.RegisterEndpoints.Map(app);
        app.MapRazorComponents<App>().WithStaticAssets(Files.Endpoints);
    }

    /// <returns>What in the configuration of the frame can't be meant, in words; null when all is well.</returns>
    public static string? FrameProblem(IConfiguration configuration) => BehindProxy.From(configuration).Problem;

    /// <summary>A program that fails is told so in JSON, never by a page.</summary>
    static async Task TellPrograms(HttpContext context, RequestDelegate next)
    {
        if (!ApiAddress.IsAsked(context))
        {
            await next(context);
            return;
        }
        context.Features.Get<IStatusCodePagesFeature>()!.Enabled = false;
        await next(context);
        if (!context.Response.HasStarted && context.Response is { StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
            await Problems.Answer(context, Problem.Of(context.Response.StatusCode), errorCode: ErrorCode.OfFailure(context));
    }

    /// <summary>A page asked for by a posted form would look for that form, and answer 400 with nothing.</summary>
    static Task ShowStatusPageAsGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    /// <summary>A form that isn't ours, or has stood open for too long, goes no further and gets its page.</summary>
    static Task StopForgery(HttpContext context, RequestDelegate next)
    {
        var isForged = HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };
        if (!isForged) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
