using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Samverk.Organisations;
using Samverk.Storage;

namespace Samverk.Bench.National;

/// <summary>
/// The least that could do: asks the database for one row by its key, and answers with a page that lies ready. Beside it
/// the least that the libraries could do: the same question through Entity Framework, and the same text by a component.
/// </summary>
sealed class Floor : IAsyncDisposable
{
    readonly WebApplication app;
    byte[] page = [];
    MarkupString text;

    Floor(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>The bare page that the libraries make.</summary>
    public Uri Drawn => new(Address, "/sida");

    /// <summary>As long a page as the one that it is held against.</summary>
    public int Length { set => (page, text) = ([.. Enumerable.Repeat((byte)'a', value)], new(new('a', value))); }

    public static async Task<Floor> Over(DataPlace place, Guid area)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStorage(place).AddRazorComponents();
        var floor = new Floor(builder.Build());
        floor.app.MapGet("/", context => floor.Answer(context, place, area));
        floor.app.MapGet("/sida", () => new RazorComponentResult<BarePage>(new { Area = area, Text = floor.text }));
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

/// <summary>A component that asks one question and has one text.</summary>
sealed class BarePage : ComponentBase
{
    [Inject] SamverkDb Db { get; set; } = null!;
    [Inject] CurrentArea Current { get; set; } = null!;
    [Parameter] public Guid Area { get; set; }
    [Parameter] public MarkupString Text { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Current.Enter(Area);
        if (await Db.Set<Area>().Where(a => a.Id == Area).Select(a => a.Name).SingleAsync() is not { Length: > 0 })
            throw new InvalidOperationException("The bare page read nothing.");
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Text);
}
