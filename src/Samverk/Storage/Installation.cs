using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>The installation can't be used as it stands. The message tells its keeper, in Swedish, what to do.</summary>
public sealed class InstallationException(string message) : Exception(message);

/// <summary>
/// Says that a process uses the SQLite database, for as long as it lives: many at once, but never beside one that
/// replaces the file. The lock is the operating system's, so a killed process leaves none behind.
/// </summary>
public sealed class FolderUse : IDisposable
{
    readonly FileStream? held;

    FolderUse(FileStream? held) => this.held = held;

    /// <summary>Makes the data folder and an empty database where there are none, readable by this account alone, and uses them.</summary>
    public static FolderUse Share(DataPlace place)
    {
        PrivateFile.CreateFolder(place.Folder);
        if (place.DatabaseFile is not { } database)
            return new(null);
        PrivateFile.CreateFolder(Path.GetDirectoryName(database)!);
        var use = Lock(database, FileAccess.Read, FileShare.Read)
            ?? throw new InstallationException($"Databasen {database} håller på att återställas. Vänta tills det är klart och försök igen.");
        PrivateFile.Create(database);
        return use;
    }

    /// <returns>Null when somebody else uses the database.</returns>
    public static FolderUse? Alone(string database) => Lock(database, FileAccess.ReadWrite, FileShare.None);

    static FolderUse? Lock(string database, FileAccess access, FileShare share)
    {
        try
        {
            return new(PrivateFile.Open(database + ".lock", FileMode.OpenOrCreate, access, share));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public void Dispose() => held?.Dispose();
}

/// <summary>Files that only the account that runs Samverk may read.</summary>
static class PrivateFile
{
    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>An empty file, unless there is one. SQLite gives its <c>-wal</c> and <c>-shm</c> the mode of the file itself.</summary>
    public static void Create(string path) => Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();

    /// <summary>A text whole or not at all; of two processes that make one at once the first one's stays.</summary>
    public static void Keep(string path, string text)
    {
        var unfinished = $"{path}.{Ids.Next():N}";
        using (var writer = new StreamWriter(Open(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None)))
            writer.Write(text);
        try
        {
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(unfinished);
        }
    }

    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return new(path, options);
    }
}
