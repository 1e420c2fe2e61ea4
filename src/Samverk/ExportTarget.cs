using System.IO.Compression;

namespace Samverk;

/// <summary>Where an export is written: a zip file, or a folder. Nothing stands under the given name until all is written.</summary>
sealed class ExportTarget : IAsyncDisposable
{
    readonly string given, unfinished;
    readonly ZipArchive? zip;
    bool isDone;

    ExportTarget(string given)
    {
        (this.given, unfinished) = (given, $"{given}.ofärdig");
        if (IsZip(given))
            zip = new(new FileStream(unfinished, FileMode.Create, FileAccess.Write), ZipArchiveMode.Create);
        else
            Directory.CreateDirectory(unfinished);
    }

    /// <returns>Null and why when nothing can be written there.</returns>
    public static (ExportTarget? Target, string? Fault) Open(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return File.Exists(full) || Directory.Exists(full) ? (null, $"{path} finns redan. Välj ett annat namn.")
            : !Directory.Exists(Path.GetDirectoryName(full)) ? (null, $"Mappen {Path.GetDirectoryName(full)} finns inte.")
            : File.Exists($"{full}.ofärdig") || Directory.Exists($"{full}.ofärdig") ? (null, $"{full}.ofärdig är kvar av en export som avbröts. Ta bort den.")
            : (new(full), null);
    }

    /// <summary>One at a time, with forward slashes.</summary>
    public Stream Create(string name)
    {
        if (zip is not null)
            return zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        var file = Path.Combine(unfinished, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new FileStream(file, FileMode.CreateNew, FileAccess.Write);
    }

    public void Done() => isDone = true;

    public ValueTask DisposeAsync()
    {
        zip?.Dispose();
        if (zip is not null && isDone)
            File.Move(unfinished, given);
        else if (zip is not null)
            File.Delete(unfinished);
        else if (isDone)
            Directory.Move(unfinished, given);
        else
            Directory.Delete(unfinished, recursive: true);
        return ValueTask.CompletedTask;
    }

    static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
