using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Operation;

[Trait("database", "both")]
public sealed class HealthTests(WorldOnce once)
{
    // Tells a hang, not a slow machine; how long the server itself waits is a setting of its own.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_server_is_alive_and_ready_and_says_when_its_database_does_not_answer()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        using var browser = site.Browser();
        foreach (var address in new[] { "/halsa", "/halsa/levande", "/halsa/redo" })
            Assert.Equal((HttpStatusCode.OK, "ok"), await Ask(browser, address));

        await TestDatabase.Harm(world, "drop table storage_schema");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "databasen svarar inte"), await Ask(browser, "/halsa/redo"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await Ask(browser, "/halsa/levande"));

        site.Services.GetRequiredService<Readiness>().Stopping();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stannar"), await Ask(browser, "/halsa/redo"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "stannar"), await Ask(browser, "/halsa"));
        Assert.Equal((HttpStatusCode.OK, "ok"), await Ask(browser, "/halsa/levande"));
    }

    [Fact]
    public async Task A_stopped_server_finishes_what_it_has_begun_and_ends_well()
    {
        await using var world = await once.Copy();
        await using var server = await SamverkProcess.Serve(world.Place);
        using var begun = await HalfSent(server.Address);
        server.Terminate();
        await Until.So(async () => !await Connects(server.Address), () => "It still listens.");
        Assert.False(server.HasEnded);
        await begun.GetStream().WriteAsync("person=x"u8.ToArray());
        using var reader = new StreamReader(begun.GetStream());
        Assert.StartsWith("HTTP/1.1 4", await reader.ReadLineAsync());
        Assert.Equal(0, await server.Ended(Patience));
    }

    [Fact]
    public async Task A_stopped_server_waits_ten_seconds_at_most_for_one_that_never_finishes()
    {
        await using var world = await once.Copy();
        await using var server = await SamverkProcess.Serve(world.Place);
        using var begun = await HalfSent(server.Address);
        server.Terminate();
        await server.Ended(Patience);
        Assert.InRange(Health.MostToFinish, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_server_whose_database_does_not_answer_says_so_in_words_and_ends()
    {
        await using var world = await once.Empty();
        var (code, _, complained) = await SamverkProcess.Run(world.Place with { Connection = "Host=127.0.0.1;Port=9;Database=samverk;Username=samverk;Password=hemligt" }, ["serve", "--urls", "http://127.0.0.1:0"]);
        Assert.Equal(2, code);
        Assert.StartsWith("Databasen går inte att använda", complained);
        Assert.DoesNotContain("   at ", complained);
        Assert.DoesNotContain("hemligt", complained);
    }

    /// <summary>A form that is on its way: the server has begun to read it.</summary>
    static async Task<TcpClient> HalfSent(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /logga-in/person HTTP/1.1\r\nHost: {address.Authority}\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 8\r\n\r\n"));
        var buffer = new byte[64];
        Assert.StartsWith("HTTP/1.1 100", Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer)));
        return client;
    }

    static async Task<bool> Connects(Uri address)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static async Task<(HttpStatusCode Code, string Words)> Ask(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
