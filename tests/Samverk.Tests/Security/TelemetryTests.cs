using Samverk.Shared;
using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samverk.Shell.Security;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>What is sent to a collector that the operator has named.</summary>
public sealed class TelemetryTests(WorldOnce once)
{
    [Fact]
    public async Task Spans_tell_the_pattern_and_status_and_figures_tell_of_the_outbox_and_neither_tells_who()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await Collector(received);
        await using var world = await once.Copy();
        var secretary = await world.Actor("Maria Sandelin");
        var nowhere = Ids.Next();
        await using (var site = await TestSite.Over(world, "--OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()))
        {
            using var browser = site.Browser(secretary);
            await browser.GetAsync($"/moten/{nowhere}?q=Lindqvist");
            await browser.GetAsync("/personer?q=Lindqvist");
            // As when the server is told to stop.
            await site.Services.GetServices<IHostedService>().OfType<TelemetrySender>().Single().StopAsync(default);
        }
        var traces = received.GetValueOrDefault("/v1/traces", "");
        Assert.Contains("GET /moten/{Id:guid}", traces, StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", traces, StringComparison.Ordinal);
        Assert.Contains("GET /personer", traces, StringComparison.Ordinal);
        var metrics = received.GetValueOrDefault("/v1/metrics", "");
        foreach (var name in new[] { "samverk.outbox.age", "samverk.outbox.waiting", "samverk.outbox.failing", "http.server.request.duration" })
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        foreach (var personal in new[] { "Lindqvist", "Sandelin", $"{nowhere}", $"{secretary.Person}" })
        {
            Assert.DoesNotContain(personal, traces, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(personal, metrics, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Takes what is sent to it, as text: the names in protobuf stand as they are.</summary>
    static async Task<WebApplication> Collector(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(context.Request.Path, Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
