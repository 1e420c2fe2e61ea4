namespace Samverk.Public.Feeds;

/// <summary>Under what the open data may be used.</summary>
static class Licences
{
    /// <summary>CC0, written exactly as the national catalogue knows it.</summary>
    public const string Free = "http://creativecommons.org/publicdomain/zero/1.0/";
}
