namespace Samverk.Tests.House;

/// <summary>The source tree that the tests were built from.</summary>
static class Source
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Samverk.slnx")) ? folder.FullName : Find(folder.Parent!);
}
