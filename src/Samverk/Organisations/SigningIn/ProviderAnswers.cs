using System.Text.Json;
using Microsoft.AspNetCore.Authentication;

namespace Samverk.Organisations.SigningIn;

/// <summary>Where somebody comes who returns from a provider: in, or to the sign-in page with the reason in words.</summary>
static class ProviderAnswers
{
    /// <summary>In the properties that ride in the protected state: the key of the invitation that is being accepted.</summary>
    public const string InvitationItem = "invitation";

    public static async Task Received(TicketReceivedContext context)
    {
        var (services, proof) = (context.HttpContext.RequestServices, context.HttpContext.Features.Get<Proof>()!);
        var invitation = context.Properties!.Items.TryGetValue(InvitationItem, out var key) ? key : null;
        var stop = await services.GetRequiredService<ProviderSignIn>().Enter(context.HttpContext, proof, invitation);
        if (stop is null)
        {
            services.GetRequiredService<ProviderSignOut>().Remember(context.HttpContext, proof);
            context.Response.Redirect(SignIn.Destination(context.ReturnUri));
        }
        else
            context.Response.Redirect(Address(services, proof.Provider, stop.Value, context.ReturnUri, proof));
        context.HandleResponse();
    }

    public static Task Stopped<T>(HandleRequestContext<T> context, IdentityProvider provider, SignInStop stop) where T : AuthenticationSchemeOptions
    {
        var to = context is AccessDeniedContext denied ? denied.ReturnUrl : null;
        context.Response.Redirect(Address(context.HttpContext.RequestServices, provider, stop, to));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    public static Task Failed(RemoteFailureContext context, IdentityProvider provider)
    {
        var stop = Of(context.Failure);
        context.HttpContext.RequestServices.GetRequiredService<ILogger<OpenIdHandler>>().LogWarning("Signing in at {Provider} stopped: {Stop}, {Fault}", provider.Key, stop, context.Failure?.GetBaseException().GetType().Name);
        context.Response.Redirect(Address(context.HttpContext.RequestServices, provider, stop, (context.Properties ?? context.HttpContext.Features.Get<AuthenticationProperties>())?.RedirectUri));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The sign-in page with the reason; who it was that nobody knows is told in a value that nobody else can make or read.</summary>
    public static string Address(IServiceProvider services, IdentityProvider provider, SignInStop stop, string? to, Proof? proof = null)
    {
        var who = stop is SignInStop.Unknown && (proof?.Mail ?? proof?.Name) is { } known ? services.GetRequiredService<ShortSecrets>().Protect(known) : null;
        return SignIn.Address(to is "/" ? null : to, ("fel", stop.ToString()), ("hos", provider.Key), ("vem", who));
    }

    static SignInStop Of(Exception? failure)
    {
        for (var fault = failure; fault is not null; fault = fault.InnerException)
            if (fault is SignInStopped stopped)
                return stopped.Stop;
        return failure switch
        {
            HttpRequestException or TaskCanceledException => SignInStop.Down,
            JsonException => SignInStop.Settings,
            AuthenticationFailureException { Message: var words } when words.Contains("orrelation", StringComparison.Ordinal) || words.Contains("state", StringComparison.Ordinal) => SignInStop.Lost,
            _ => SignInStop.Other,
        };
    }
}
