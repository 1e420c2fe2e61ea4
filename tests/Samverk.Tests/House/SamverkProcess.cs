using System.Diagnostics;
using System.Globalization;
using System.Text;
using Samverk.Storage;

namespace Samverk.Tests.House;

/// <summary>The built program as a process of its own, as its keeper runs it.</summary>
sealed class SamverkProcess : IAsyncDisposable
{
    readonly Process process;
    readonly StringBuilder said = new();

    SamverkProcess(Process process) => this.process = process;

    /// <summary>Where its web server answers; set by <see cref="Serve"/>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public bool HasEnded => process.HasExited;

    /// <summary>Runs a command to its end.</summary>
    public static Task<(int Code, string Said, string Complained)> Run(DataPlace place, string[] arguments, params (string Name, string Value)[] settings) =>
        RunProgram(null, place, arguments, settings);

    /// <param name="program">A published program; null for the built one.</param>
    public static async Task<(int Code, string Said, string Complained)> RunProgram(string? program, DataPlace place, string[] arguments, params (string Name, string Value)[] settings)
    {
        using var run = Process.Start(Start(program, place, arguments, settings))!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(10)).Token);
        return (run.ExitCode, await output, await errors);
    }

    /// <summary>Starts the web server on a port of its own; answers once it is ready.</summary>
    public static Task<SamverkProcess> Serve(DataPlace place, params (string Name, string Value)[] settings) => ServeProgram(null, place, settings);

    /// <param name="program">A published program; null for the built one.</param>
    public static async Task<SamverkProcess> ServeProgram(string? program, DataPlace place, params (string Name, string Value)[] settings)
    {
        const string ready = "Samverk svarar på ";
        var server = new SamverkProcess(Process.Start(Start(program, place, ["serve", "--urls", "http://127.0.0.1:0"], settings))!);
        var answers = new TaskCompletionSource<Uri?>();
        server.process.ErrorDataReceived += (_, line) => server.Note(line.Data);
        server.process.OutputDataReceived += (_, line) =>
        {
            server.Note(line.Data);
            if (line.Data is null)
                answers.TrySetResult(null);
            else if (line.Data.StartsWith(ready, StringComparison.Ordinal))
                answers.TrySetResult(new(line.Data[ready.Length..]));
        };
        server.process.BeginErrorReadLine();
        server.process.BeginOutputReadLine();
        server.Address = await answers.Task ?? throw new InvalidOperationException($"The server did not start: {server.Said}");
        return server;
    }

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>As <c>kill -9</c>: nothing is finished.</summary>
    public void Kill() => process.Kill();

    /// <summary>As <c>systemctl stop</c>.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])!;
        kill.WaitForExit();
    }

    public async Task<int> Ended(TimeSpan atMost)
    {
        await process.WaitForExitAsync(new CancellationTokenSource(atMost).Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Note(string? line)
    {
        lock (said)
            said.AppendLine(line);
    }

    static ProcessStartInfo Start(string? program, DataPlace place, string[] arguments, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program ?? "dotnet", program is null ? [typeof(Work).Assembly.Location, .. arguments] : arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["SAMVERK_DATA"] = place.Folder;
        start.Environment["ConnectionStrings__Samverk"] = place.Connection;
        start.Environment["ConnectionStrings__SamverkOwner"] = place.Owner;
        start.Environment["SAMVERK_DEMO"] = "false";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }
}
