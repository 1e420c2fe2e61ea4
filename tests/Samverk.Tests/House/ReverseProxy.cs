using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Samverk.Tests.House;

/// <summary>
/// A small web server before several nodes, as an installation has one: they take turns. What never reached a node is
/// asked of the next; what may have reached one is asked again only when asking twice does no harm.
/// </summary>
sealed class ReverseProxy : IAsyncDisposable
{
    static readonly string[] OwnHeaders = ["Connection", "Keep-Alive", "Transfer-Encoding", "Host", "Content-Length"];
    readonly WebApplication app = WebApplication.CreateSlimBuilder().Build();
    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly Uri[] nodes;
    readonly int[] answered;
    int turn;

    ReverseProxy(Uri[] nodes) => (this.nodes, answered) = (nodes, new int[nodes.Length]);

    public static async Task<ReverseProxy> Before(params Uri[] nodes)
    {
        var proxy = new ReverseProxy(nodes);
        proxy.app.Urls.Add("http://127.0.0.1:0");
        proxy.app.Run(proxy.Forward);
        await proxy.app.StartAsync();
        return proxy;
    }

    public Uri Address => new(app.Urls.Single());

    /// <summary>How many answers each node has given.</summary>
    public IReadOnlyList<int> Answered => [.. answered];

    async Task Forward(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var first = Interlocked.Increment(ref turn);
        for (var tries = 0; tries < nodes.Length; tries++)
        {
            var node = (first + tries) % nodes.Length;
            try
            {
                using var answer = await client.SendAsync(Ask(context.Request, nodes[node], body.ToArray()), context.RequestAborted);
                var content = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
                Interlocked.Increment(ref answered[node]);
                await Answer(context.Response, answer, content);
                return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError || HttpMethods.IsGet(context.Request.Method))
            {
                // The next node is asked.
            }
            catch (HttpRequestException)
            {
                break;
            }
        }
        context.Response.StatusCode = StatusCodes.Status502BadGateway;
    }

    static HttpRequestMessage Ask(HttpRequest request, Uri node, byte[] body)
    {
        var ask = new HttpRequestMessage(new(request.Method), new Uri(node, request.Path + request.QueryString.ToString()));
        if (body.Length > 0)
            ask.Content = new ByteArrayContent(body);
        foreach (var (name, values) in request.Headers.Where(h => !OwnHeaders.Contains(h.Key, StringComparer.OrdinalIgnoreCase)))
            if (!ask.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                ask.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        ask.Headers.Host = request.Host.Value;
        return ask;
    }

    static async Task Answer(HttpResponse response, HttpResponseMessage answer, byte[] content)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !OwnHeaders.Contains(h.Key, StringComparer.OrdinalIgnoreCase)))
            response.Headers[name] = values.ToArray();
        if (content.Length > 0)
            await response.Body.WriteAsync(content);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }
}
