using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Samverk.Storage;

namespace Samverk.Shell.Security;

/// <summary>
/// Traces and metrics by OpenTelemetry, sent only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to. A span tells
/// method, pattern of the address and status, never the address itself or who asked.
/// </summary>
static class Telemetry
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Endpoint] is { Length: > 0 })
            builder.Services.AddHostedService<TelemetrySender>();
    }

    /// <summary>After routing.</summary>
    public static void UseTelemetry(this WebApplication app) => app.Use(async (context, next) =>
    {
        // The page of a failure passes here too; the address that failed is the one to tell.
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (Activity.Current is { IsAllDataRequested: true } span && span.GetTagItem("http.route") is null)
        {
            var route = pattern is null ? "" : "/" + pattern.TrimStart('/');
            span.DisplayName = $"{context.Request.Method} {route}".TrimEnd();
            span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route);
            context.Response.OnCompleted(() =>
            {
                span.SetTag("http.response.status_code", context.Response.StatusCode);
                if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
                    span.SetStatus(ActivityStatusCode.Error);
                return Task.CompletedTask;
            });
        }
        await next(context);
    });

    public static void SendTo(OtlpExporterOptions options, IConfiguration configuration, string signal)
    {
        var endpoint = configuration[Endpoint]!.TrimEnd('/');
        var isGrpc = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "grpc";
        options.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(isGrpc ? endpoint : $"{endpoint}/v1/{signal}");
    }
}

/// <summary>Gathers and sends while the server runs; what is left is sent when it stops.</summary>
sealed class TelemetrySender(IConfiguration configuration, OutboxMeter outbox) : IHostedService, IDisposable
{
    TracerProvider? traces;
    MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var service = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? "samverk", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3));
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(service).AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter(options => Telemetry.SendTo(options, configuration, "traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(service)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", outbox.Name)
            .AddOtlpExporter(options => Telemetry.SendTo(options, configuration, "metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush(2_000);
        metrics?.ForceFlush(2_000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}
