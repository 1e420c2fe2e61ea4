using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>
/// Says to every node that something has happened, a moment after its commit: PostgreSQL's LISTEN and NOTIFY. On SQLite
/// there is one node, which hears itself. A signal is a hint and may be lost with its connection: who hears reads for
/// themselves what is, and after a lost connection everybody is told to.
/// </summary>
public sealed class Signals(DataPlace place, ILogger<Signals> log) : BackgroundService
{
    const string Channel = "samverk";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Channel<Guid> toSend = System.Threading.Channels.Channel.CreateBounded<Guid>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });
    readonly string node = Ids.Next().ToString("N");

    /// <summary>Another node's signal about a thing; null when signals may have been lost and anything may have changed.</summary>
    public event Action<Guid?>? Heard;

    /// <summary>Tells the other nodes.</summary>
    public void Send(Guid about)
    {
        if (place.Provider == Provider.Postgres)
            toSend.Writer.TryWrite(about);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (place.Provider != Provider.Postgres)
            return;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await Talk(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or IOException)
            {
                log.LogWarning("The connection for signals between nodes was lost: {Problem}", e.Message);
                using var wait = new PeriodicTimer(Patience);
                await wait.WaitForNextTickAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
    }

    // One connection hears, another speaks: a connection that waits can't be used.
    async Task Talk(CancellationToken ct)
    {
        await using var ear = await Open(ct);
        ear.Notification += (_, said) => Hear(said.Payload);
        await Run(ear, $"listen {Channel}", ct);
        Heard?.Invoke(null);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (listening, speaking) = (Listen(ear, either.Token), Speak(either.Token));
        await await Task.WhenAny(listening, speaking);
        await either.CancelAsync();
    }

    static async Task Listen(NpgsqlConnection ear, CancellationToken ct)
    {
        while (true)
            await ear.WaitAsync(ct);
    }

    async Task Speak(CancellationToken ct)
    {
        await using var mouth = await Open(ct);
        await using var say = new NpgsqlCommand("select pg_notify($1, $2)", mouth) { Parameters = { new() { Value = Channel }, new() { Value = "" } } };
        await foreach (var about in toSend.Reader.ReadAllAsync(ct))
        {
            say.Parameters[1].Value = $"{node} {about:D}";
            await say.ExecuteNonQueryAsync(ct);
        }
    }

    void Hear(string payload)
    {
        if (payload.Split(' ') is [var from, var about] && from != node && Guid.TryParse(about, out var id))
            Heard?.Invoke(id);
    }

    async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(place.Connection) { Pooling = false, KeepAlive = 30 }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
