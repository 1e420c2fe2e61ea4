using Microsoft.Extensions.Primitives;

namespace Samverk.Shell.Security;

/// <summary>
/// The names that Samverk answers to: those of <c>AllowedHosts</c> (semicolons between; <c>*.example.se</c> for all below).
/// Where it is not set: every name, except that a server which only this machine reaches answers to this machine's names
/// alone, so that no page on the web can reach it by a name of its own.
/// </summary>
sealed class KnownHosts
{
    static readonly IList<StringSegment> ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    readonly IList<StringSegment>? names;

    KnownHosts(IList<StringSegment>? names) => this.names = names;

    public static KnownHosts From(IConfiguration configuration, BehindProxy proxy)
    {
        var given = configuration["AllowedHosts"]?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (given.Length > 0)
            return new(given.Contains("*", StringComparer.Ordinal) ? null : [.. given.Select(name => new StringSegment(name))]);
        return new(!proxy.IsKnown && Addresses.OnlyLoopback(configuration) ? ThisMachine : null);
    }

    public bool Knows(HostString host) => host.HasValue && (names is null || HostString.MatchesAny(host.Host, names));

    public static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Doorway.InWords(context.Response, "Samverk svarar inte på den här adressen. Den som sköter servern anger dess namn i AllowedHosts, och webbservern framför i Proxy__Known.");
    }
}
