using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Samverk.Import.Files;

/// <summary>How a converter's run ended.</summary>
enum ToolEnd { Finished, TimedOut, TooMuchOutput, NotStarted }

/// <param name="End">How it ended; the rest is complete only when it finished.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">The beginning of its standard error.</param>
sealed record ToolRun(ToolEnd End, int ExitCode, byte[] Output, string Errors);

/// <summary>
/// A converter run as a process of its own, with limits on time, memory and output, an empty environment (it has no
/// business with our secrets), and nothing left running afterwards.
/// </summary>
sealed record Tool(string Program, IReadOnlyList<string> Arguments, TimeSpan Time, long Memory, int OutputBytes, string Folder)
{
    const int ErrorBytes = 16 * 1024;

    /// <summary>The full path of a program; null when it is not installed.</summary>
    public static string? Find(string name, string? searchPath)
    {
        var folders = (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    public async Task<ToolRun> Run(CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start() };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(ToolEnd.NotStarted, -1, [], e.Message);
        }
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(Time);
        try
        {
            process.StandardInput.Close();
            var output = Read(process.StandardOutput.BaseStream, OutputBytes, timer.Token);
            var errors = Read(process.StandardError.BaseStream, ErrorBytes, timer.Token, dropRest: true);
            if (await output.WaitAsync(timer.Token) is not { } written)
                return new(ToolEnd.TooMuchOutput, -1, [], "");
            await process.WaitForExitAsync(timer.Token);
            var said = await errors.WaitAsync(timer.Token) ?? [];
            return new(ToolEnd.Finished, process.ExitCode, written, Encoding.UTF8.GetString(said));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(ToolEnd.TimedOut, -1, [], "");
        }
        finally
        {
            await End(process);
        }
    }

    ProcessStartInfo Start()
    {
        var prlimit = Find("prlimit", null);
        var start = new ProcessStartInfo(prlimit ?? Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder,
        };
        if (prlimit is not null)
        {
            start.ArgumentList.Add($"--as={Memory}");
            start.ArgumentList.Add($"--cpu={(int)Time.TotalSeconds + 1}");
            start.ArgumentList.Add($"--fsize={256L << 20}");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(Program);
        }
        foreach (var argument in Arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = Folder;
        start.Environment["TMPDIR"] = Folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    /// <summary>All that is written; null when it is more than <paramref name="limit"/> and the rest may not be dropped.</summary>
    static async Task<byte[]?> Read(Stream stream, int limit, CancellationToken ct, bool dropRest = false)
    {
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            var room = (int)Math.Min(read, limit - all.Length);
            all.Write(buffer, 0, room);
            if (room < read && !dropRest)
                return null;
        }
        return all.ToArray();
    }

    /// <summary>
    /// Ends it with all that it started, and waits until they have ended: the pipe of their output closes with the last
    /// of them, so after this nothing more is written in the folder.
    /// </summary>
    static async Task End(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token).WaitAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException or OperationCanceledException)
        {
            // It ended by itself in between, or will not end: the folder is emptied all the same.
        }
    }
}
