using Samverk.Storage;

namespace Samverk.Mail;

public static class Room
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<Post>().AddScoped<Postman>();
        services.AddSingleton(new OutboxHandler(Post.SendKind, (provider, message, ct) => provider.GetRequiredService<Postman>().Send(message, ct)));
        return services;
    }
}
