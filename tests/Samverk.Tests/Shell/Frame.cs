using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samverk.Organisations;
using Samverk.Shell;

namespace Samverk.Tests.Shell;

/// <summary>The frame alone, on a port of its own, with a person who looks at it and two addresses that fail.</summary>
public sealed class Frame : IAsyncLifetime
{
    public static readonly Viewer Secretary =
        new("Maria Sandelin", "Sekreterare", "Bergslunda", MayImport: true, MayAdminister: false, OtherAreas: [], IsDemo: true);

    readonly List<string> _log = [];
    WebApplication? _app;

    public Viewer? Viewer { get; set; } = Secretary;

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyList<string> Log
    {
        get { lock (_log) return [.. _log]; }
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Samverk" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new Lines(_log)).SetMinimumLevel(LogLevel.Error);
        builder.AddShell();
        builder.Services.AddScoped<AtTheDoor>();
        builder.Services.AddAuthorizationBuilder().AddPolicy(MayAttribute.Everyone, policy => policy.RequireAssertion(_ => true));
        _app = builder.Build();
        _app.UseShell();
        _app.Use((context, next) =>
        {
            context.Features.Set(Viewer);
            return next(context);
        });
        _app.UseAuthorization();
        _app.MapShell();
        _app.Map("/krasch", string () => throw new InvalidOperationException("Surprise"));
        _app.Map("/nej", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        await _app.StartAsync();
        var handler = new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All };
        Client = new HttpClient(handler) { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }

    sealed class Lines(List<string> log) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log) log.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
