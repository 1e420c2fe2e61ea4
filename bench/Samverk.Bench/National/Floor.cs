using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;
using Samverk.Storage;

namespace Samverk.Bench.National;

/// <summary>The least that could do: asks the database for one row by its key, and answers with a page that lies ready.</summary>
sealed class Floor : IAsyncDisposable
{
    readonly WebApplication app;
    byte[] page = [];

    Floor(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>As long a page as the one that it is held against.</summary>
    public int Length { set => page = [.. Enumerable.Repeat((byte)'a', value)]; }

    public static async Task<Floor> Over(DataPlace place, Guid area)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var floor = new Floor(builder.Build());
        floor.app.MapGet("/", context => floor.Answer(context, place, area));
        await floor.app.StartAsync();
        return floor;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task Answer(HttpContext context, DataPlace place, Guid area)
    {
        await using DbConnection connection = place.DatabaseFile is null ? new NpgsqlConnection(place.Connection) : new SqliteConnection(place.Connection);
        await connection.OpenAsync(context.RequestAborted);
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from organisations_area where id = @id";
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", place.DatabaseFile is null ? area : area.ToString("D"));
        command.Parameters.Add(id);
        if (await command.ExecuteScalarAsync(context.RequestAborted) is not string)
            throw new InvalidOperationException("The floor read nothing.");
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
    }
}
