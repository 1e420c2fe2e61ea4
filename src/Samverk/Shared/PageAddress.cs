using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Samverk.Shared;

/// <summary>A page's own address as path and query, and the addresses that differ from it in one value. The address is the view.</summary>
public sealed class PageAddress(string address)
{
    const string Anywhere = "http://page";

    readonly Uri _uri = new(new Uri(Anywhere), address);

    public string Path => _uri.AbsolutePath;

    public IReadOnlyList<string> Values(string name) =>
        QueryHelpers.ParseQuery(_uri.Query).TryGetValue(name, out var values) ? Present(values) : [];

    /// <summary>Every name with its values, those that are empty left out.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> All =>
        QueryHelpers.ParseQuery(_uri.Query).Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)Present(pair.Value)));

    /// <summary>The same page with this value alone under the name; null or empty takes the name away.</summary>
    public string With(string name, string? value, params IEnumerable<string> without)
    {
        var pairs = Pairs().Where(pair => pair.Key != name && !without.Contains(pair.Key));
        return Written(string.IsNullOrEmpty(value) ? pairs : pairs.Append(new(name, value)));
    }

    /// <summary>The same page without one of the values under the name.</summary>
    public string Without(string name, string value, params IEnumerable<string> without) =>
        Written(Pairs().Where(pair => !(pair.Key == name && pair.Value == value) && !without.Contains(pair.Key)));

    /// <summary>Whether an address is this one, in whatever order its values stand.</summary>
    public bool Is(string address)
    {
        var other = new PageAddress(address);
        return Path == other.Path && Pairs().ToHashSet().SetEquals(other.Pairs());
    }

    IEnumerable<KeyValuePair<string, string>> Pairs() =>
        QueryHelpers.ParseQuery(_uri.Query).SelectMany(pair => Present(pair.Value).Select(value => KeyValuePair.Create(pair.Key, value)));

    static string[] Present(StringValues values) => [.. values.OfType<string>().Where(value => value.Length > 0)];

    string Written(IEnumerable<KeyValuePair<string, string>> pairs) =>
        QueryHelpers.AddQueryString(Path, pairs.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
}
