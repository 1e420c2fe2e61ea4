namespace Samverk.Import.Files;

/// <summary>A folder that only this user may read and that is gone, with all that is in it, when it is disposed.</summary>
sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("samverk-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already, which is what was wanted.
        }
        catch (IOException)
        {
            // A converter that is being killed may write a last file; the second try finds it ended.
            Thread.Sleep(200);
            if (Directory.Exists(Path))
                Directory.Delete(Path, recursive: true);
        }
    }
}
