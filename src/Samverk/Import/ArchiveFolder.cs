using Samverk.Import.Files;

namespace Samverk.Import;

/// <summary>A file of an archive that was not kept, and why.</summary>
sealed record SkippedFile(string Name, string Why);

/// <summary>A folder with documents, its folders and zip files opened, one file in memory at a time. Hidden files are left out.</summary>
sealed class ArchiveFolder : IDisposable
{
    static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    readonly List<(string Name, Func<byte[]?> Read)> files = [];
    readonly List<SkippedFile> skipped = [];
    readonly List<IDisposable> open = [];

    public ArchiveFolder(string folder)
    {
        var root = new DirectoryInfo(folder);
        Name = root.Name;
        foreach (var path in Directory.EnumerateFiles(folder, "*", Everything).Order(StringComparer.Ordinal))
            Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
    }

    /// <summary>The folder's own name: the batch is called so, and is found again by it.</summary>
    public string Name { get; }

    public int Count => files.Count;

    /// <summary>Files that were not handed over; complete when <see cref="Files"/> has been walked.</summary>
    public IReadOnlyList<SkippedFile> Skipped => skipped;

    public IEnumerable<HandedOver> Files()
    {
        foreach (var (name, read) in files)
        {
            if (read() is { } bytes)
                yield return new(name, bytes);
        }
    }

    public void Dispose() => open.ForEach(o => o.Dispose());

    void Add(string name, string path)
    {
        var limit = new ExtractionLimits().FileBytes;
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && Unpack(name, path))
            return;
        if (new FileInfo(path).Length > limit)
            skipped.Add(new(name, UnreadableFile.TooLarge(limit).Text));
        else
            files.Add((name, () => Read(name, path)));
    }

    bool Unpack(string name, string path)
    {
        try
        {
            var stream = File.OpenRead(path);
            open.Add(stream);
            var archive = Archive.Open(stream);
            open.Insert(0, archive);
            if (archive.Problem is { } problem)
                skipped.Add(new(name, problem.Text));
            foreach (var file in archive.Files)
                files.Add(($"{name}/{file.Name}", () => Read($"{name}/{file.Name}", file)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            skipped.Add(new(name, "Filen kunde inte öppnas. Kontrollera att du har rätt att läsa den."));
        }
        return true;
    }

    byte[]? Read(string name, ArchiveFile file)
    {
        var content = file.Read();
        if (content.Problem is { } problem)
            skipped.Add(new(name, problem.Text));
        return content.Bytes;
    }

    byte[]? Read(string name, string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            skipped.Add(new(name, "Filen kunde inte öppnas. Kontrollera att du har rätt att läsa den."));
            return null;
        }
    }
}
