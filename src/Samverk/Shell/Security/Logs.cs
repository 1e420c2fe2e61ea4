using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Samverk.Shell.Security;

/// <summary>The program's log: a line per event on the console, as words or, with <c>Logging:Format=json</c>, as JSON.</summary>
static class Logs
{
    public static ILoggingBuilder AddSamverk(this ILoggingBuilder logging, IConfiguration configuration)
    {
        var isJson = string.Equals(configuration["Logging:Format"], "json", StringComparison.OrdinalIgnoreCase);
        return logging.ClearProviders().AddConsole(console => console.FormatterName = isJson ? JsonLines.FormatterName : PlainLines.FormatterName)
            .AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>().AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
    }

    public static string Level(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        LogLevel.Error => "error",
        _ => "critical",
    };
}

/// <summary>For a person who reads the log, or journald.</summary>
sealed class PlainLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "samverk-plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write($"{Logs.Level(logEntry.LogLevel)}: {logEntry.Category}: {LogText.Of(logEntry.Formatter(logEntry.State, logEntry.Exception))}\n");
        if (logEntry.Exception is { } exception)
            textWriter.Write($"{LogText.Of(exception)}\n");
    }
}

/// <summary>For a machine that gathers logs.</summary>
sealed class JsonLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "samverk-json";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("time", TimeProvider.System.GetUtcNow());
            json.WriteString("level", Logs.Level(logEntry.LogLevel));
            json.WriteString("category", logEntry.Category);
            json.WriteString("message", LogText.Of(logEntry.Formatter(logEntry.State, logEntry.Exception)));
            if (System.Diagnostics.Activity.Current is { } activity)
                json.WriteString("trace", activity.TraceId.ToHexString());
            if (logEntry.Exception is { } exception)
                json.WriteString("exception", LogText.Of(exception));
            json.WriteEndObject();
        }
        textWriter.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }
}
