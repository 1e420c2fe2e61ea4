namespace Samverk.Shared;

/// <summary>Declares an endpoint whose answers any web site may read and anybody may keep: the published part, by GET alone.</summary>
public sealed class OpenData
{
    public static OpenData Mark { get; } = new();
}
