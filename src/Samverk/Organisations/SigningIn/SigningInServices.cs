using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Samverk.Organisations.SigningIn;

/// <summary>Brings together what signing in is made of.</summary>
static class SigningInServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => SignInSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<OneArea>().AddSingleton<Door>().AddSingleton<Providers>().AddSingleton<ShortSecrets>().AddSingleton<ProviderSignOut>();
        services.AddScoped<Accounts>().AddScoped<Sessions>().AddScoped<Invitations>().AddScoped<InvitationLetters>().AddScoped<Binding>().AddScoped<ProviderSignIn>().AddScoped<KeptForms>().AddScoped<Passkeys>().AddScoped<SignInLists>();
        AddProviders(services);
        AddPasskeys(services);
        Throttle.Add(services);
    }

    static void AddProviders(IServiceCollection services)
    {
        services.AddSingleton<ProviderSchemes>().AddTransient<OpenIdHandler>();
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>>(provider => provider.GetRequiredService<ProviderSchemes>());
        services.AddSingleton<IConfigureOptions<OAuthOptions>>(provider => provider.GetRequiredService<ProviderSchemes>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OAuthOptions>, OAuthPostConfigureOptions<OAuthOptions, OpenIdHandler>>());
    }

    static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>, PasskeyUsers>().AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<SignInSettings>((options, settings) =>
        {
            (options.ServerDomain, options.AuthenticatorTimeout) = (settings.PasskeyDomain, TimeSpan.FromMinutes(4));
            (options.UserVerificationRequirement, options.ResidentKeyRequirement, options.AttestationConveyancePreference) = ("required", "required", "none");
        });
    }
}
