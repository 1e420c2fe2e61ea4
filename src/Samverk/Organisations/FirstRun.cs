using System.Security.Cryptography;
using System.Text;
using Samverk.Storage;

namespace Samverk.Organisations;

/// <summary>
/// The way in where nobody can sign in yet: a one-time link in a file that only the installation's account can read,
/// to an empty installation, or bound to a person. Never in the log. The file is read at each knock, since another
/// process may have written it.
/// </summary>
public sealed class FirstRun(DataPlace place) : IDisposable
{
    /// <summary>The file with the link, in the data folder.</summary>
    public const string FileName = "kom-igang.txt";

    /// <summary>Beside it: the person whom the link signs in, and their area. Not there for an empty installation.</summary>
    const string PersonFileName = "kom-igang-person.txt";

    readonly SemaphoreSlim oneAtATime = new(1, 1);

    public string FilePath => Path.Combine(place.Folder, FileName);

    string PersonPath => Path.Combine(place.Folder, PersonFileName);

    /// <summary>A link waits to be opened.</summary>
    public bool IsWaiting => File.Exists(FilePath);

    /// <summary>Writes the link to an empty installation, unless one is already waiting.</summary>
    public async Task Invite(CancellationToken ct)
    {
        if (!IsWaiting)
        {
            Close();
            await Write(ct);
        }
        Console.WriteLine($"Databasen är tom. Öppna adressen som står i {FilePath} för att komma igång.");
    }

    /// <summary>Writes a link that signs a person in, in the place of any that is waiting.</summary>
    public async Task Invite(Guid person, Guid area, CancellationToken ct)
    {
        Close();
        await WritePrivately(PersonPath, $"{person:D} {area:D}", ct);
        await Write(ct);
    }

    /// <summary>Whether this is the key of the waiting link.</summary>
    public bool Fits(string? key) =>
        key is { Length: > 0 } && Read(FilePath) is { } link && link.Split('=')[^1] is { Length: > 0 } kept
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(kept), Encoding.UTF8.GetBytes(key));

    /// <summary>Whom the waiting link signs in; null when it opens an empty installation.</summary>
    public (Guid Person, Guid Area)? Bound() =>
        Read(PersonPath)?.Split(' ') is [var person, var area] && Guid.TryParse(person, out var who) && Guid.TryParse(area, out var where) ? (who, where) : null;

    /// <summary>Does what the link is for, and closes it when that went well. Of two who open it at once, one gets in.</summary>
    /// <returns>False when the key opens nothing, or no longer.</returns>
    public async Task<bool> Open(string? key, Func<Task<bool>> act, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            if (!Fits(key))
                return false;
            if (await act())
                Close();
            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    void Close()
    {
        File.Delete(FilePath);
        File.Delete(PersonPath);
    }

    Task Write(CancellationToken ct) => WritePrivately(FilePath, "/kom-igang?nyckel=" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)) + "\n", ct);

    static async Task WritePrivately(string path, string text, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var stream = new FileStream(path, options);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
