namespace Samverk.Import.Files;

/// <summary>A folder that only this user may read and that is gone, with all that is in it, when it is disposed.</summary>
sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("samverk-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        for (var tries = 5; ; tries--)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (tries > 1)
            {
                // Something was written into it while it was emptied: what is left is taken now.
            }
        }
    }
}
