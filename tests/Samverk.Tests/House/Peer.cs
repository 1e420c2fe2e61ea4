using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;

namespace Samverk.Tests.House;

/// <summary>A program of tests/peers that Samverk talks to: fetched by npm once, started for a test, stopped after it.</summary>
sealed class Peer : IAsyncDisposable
{
    static readonly string Folder = Path.Combine(Above("tests/peers/package.json"), "tests", "peers");
    static readonly SemaphoreSlim Once = new(1, 1);

    readonly Process process;
    readonly System.Text.StringBuilder complaints = new();

    // What it complains of is read all along, so that it never waits for a reader.
    Peer(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>What it has complained of.</summary>
    public string Complaints => complaints.ToString();

    /// <summary>What it said first.</summary>
    public JsonElement Ready { get; private set; }

    public static async Task<Peer> Start(string script, params string[] arguments)
    {
        await Fetch();
        var peer = new Peer(Run("node", [script, .. arguments]));
        peer.Ready = await peer.Next();
        return peer;
    }

    /// <summary>The next line of JSON that it says.</summary>
    public async Task<JsonElement> Next()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var line = await process.StandardOutput.ReadLineAsync(stop.Token) ?? throw new InvalidOperationException($"The peer stopped: {Complaints}");
        return JsonDocument.Parse(line).RootElement.Clone();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static async Task Fetch()
    {
        await Once.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "ajv-formats")))
                return;
            using var npm = Run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
            var (said, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
                throw new InvalidOperationException($"npm ci: {await said}{await wrong}");
        }
        finally
        {
            Once.Release();
        }
    }

    static Process Run(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;

    static string Above(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, file)))
                return folder.FullName;
        throw new InvalidOperationException($"{file} is not above {AppContext.BaseDirectory}");
    }
}
