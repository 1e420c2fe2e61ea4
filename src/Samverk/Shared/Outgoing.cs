using System.Net;
using System.Net.Sockets;

namespace Samverk.Shared;

/// <summary>
/// How Samverk calls others over http: briefly, with little taken back, no following of redirects, and never to an
/// address inside the network (loopback, private, link-local) unless the operator has named that host. The address is
/// checked when the call is made, so a name that changes what it points at gets no further.
/// </summary>
static class Outgoing
{
    const int MostBytes = 1 << 20;

    static readonly IPNetwork[] Inside =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("224.0.0.0/3"), IPNetwork.Parse("::/128"), IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    /// <param name="named">Hosts that the operator has named in the configuration; they may be inside.</param>
    public static HttpClient Client(params IEnumerable<string> named)
    {
        var hosts = named.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            ConnectCallback = (context, ct) => Connect(context.DnsEndPoint, hosts, ct),
        };
        return new(handler) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = MostBytes };
    }

    public static bool IsInside(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(Inside, network => network.Contains(plain));
    }

    static async ValueTask<Stream> Connect(DnsEndPoint to, HashSet<string> named, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, ct);
        var allowed = named.Contains(to.Host) ? found : Array.FindAll(found, address => !IsInside(address));
        if (allowed.Length == 0)
            throw new InsideException($"{to.Host} is inside the network and not named in the configuration.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The host is inside the network, and the operator has not named it. Stands within the exception that the caller gets.</summary>
sealed class InsideException(string message) : HttpRequestException(message);
