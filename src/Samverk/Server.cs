using Samverk.Organisations;
using Samverk.Storage;
using Samverk.World;

namespace Samverk;

/// <summary>The web server.</summary>
static class Server
{
    public static async Task<int> Run(string[] args)
    {
        var app = Build(args);
        await app.RunAsync();
        return 0;
    }

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var place = DataPlace.From(builder.Configuration);
        Rooms.Add(builder.Services, place);
        var app = builder.Build();
        return app;
    }
}
