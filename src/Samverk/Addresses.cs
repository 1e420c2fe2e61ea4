using System.Net;

namespace Samverk;

/// <summary>Where the server listens, by its configuration, in all the ways that ASP.NET Core takes it.</summary>
static class Addresses
{
    static readonly string[] Prefixes = ["", "ASPNETCORE_", "DOTNET_"];

    /// <summary>Nobody on another machine reaches the server.</summary>
    public static bool OnlyLoopback(IConfiguration configuration) => All(configuration).All(IsLoopback);

    /// <summary>As written; <c>http://localhost</c> when nothing is.</summary>
    public static IReadOnlyList<string> All(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>().ToList();
        if (endpoints.Count > 0)
            return endpoints;
        if (Values(configuration, "URLS") is { Count: > 0 } urls)
            return urls;
        // Ports alone mean every address of the machine. Container images for ASP.NET Core set them.
        var ports = Values(configuration, "HTTP_PORTS").Select(p => $"http://*:{p}").Concat(Values(configuration, "HTTPS_PORTS").Select(p => $"https://*:{p}")).ToList();
        return ports.Count > 0 ? ports : ["http://localhost"];
    }

    static List<string> Values(IConfiguration configuration, string name) =>
        [.. (Prefixes.Select(prefix => configuration[prefix + name]).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    static bool IsLoopback(string url)
    {
        var host = url.Split("://", 2)[^1].Split('/')[0];
        if (host.Split(':')[0] is "*" or "+")
            return false;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address)));
    }
}
