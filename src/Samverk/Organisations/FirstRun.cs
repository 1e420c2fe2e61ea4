using System.Security.Cryptography;
using System.Text;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>
/// The way into an empty installation: a one-time link in a file that only the installation's account can read.
/// Never in the log.
/// </summary>
public sealed class FirstRun(DataPlace place)
{
    /// <summary>The file with the link, in the data folder.</summary>
    public const string FileName = "kom-igang.txt";

    string FilePath => Path.Combine(place.Folder, FileName);

    /// <summary>Writes the link, unless one is already waiting.</summary>
    public async Task Invite(CancellationToken ct)
    {
        if (!File.Exists(FilePath))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await new FileStream(FilePath, options).DisposeAsync();
            await File.WriteAllTextAsync(FilePath, "/kom-igang?nyckel=" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)) + "\n", ct);
        }
        Console.WriteLine($"Databasen är tom. Öppna adressen som står i {FilePath} för att komma igång.");
    }

    /// <summary>Whether this is the key of the waiting link.</summary>
    public bool Fits(string? key) =>
        File.Exists(FilePath) && File.ReadAllText(FilePath).Trim().Split('=')[^1] is { Length: > 0 } kept
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(key ?? ""));

    /// <summary>The link has been used.</summary>
    public void Close() => File.Delete(FilePath);
}
