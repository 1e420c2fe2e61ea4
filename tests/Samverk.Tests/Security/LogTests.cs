using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Samverk.Import;
using Samverk.Shell.Security;
using Samverk.Storage;
using Samverk.Tests.House;

namespace Samverk.Tests.Security;

/// <summary>Nothing that people typed, and nothing about who they are, stands in the log.</summary>
public sealed class LogTests(WorldOnce once)
{
    static readonly string[] Personal = ["Lindqvist", "Sandelin", "850312", "anna.lindqvist@", "hemligt-namn", "vårdplan"];

    const string Text = "Anna Lindqvist, 19850312-2389, anna.lindqvist@exempel.example, vårdplan";

    static string Line(ConsoleFormatter formatter, string message, Exception? exception)
    {
        using var writer = new StringWriter();
        var entry = new LogEntry<string>(LogLevel.Error, "Samverk.Test", default, message, exception, (state, _) => state);
        formatter.Write(in entry, null, writer);
        return writer.ToString();
    }

    static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException(Text, new FormatException($"hemligt-namn {Text}"));
        }
        catch (InvalidOperationException e)
        {
            return e;
        }
    }

    [Fact]
    public void An_exception_is_told_by_its_kind_and_place_and_not_by_its_words()
    {
        foreach (var line in new[] { Line(new JsonLines(), "Error 4F7-21B", Thrown()), Line(new PlainLines(), "Error 4F7-21B", Thrown()) })
        {
            Assert.All(Personal, personal => Assert.DoesNotContain(personal, line, StringComparison.OrdinalIgnoreCase));
            Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
            Assert.Contains("System.FormatException", line, StringComparison.Ordinal);
            Assert.Contains(nameof(Thrown), line, StringComparison.Ordinal);
            Assert.Contains("4F7-21B", line, StringComparison.Ordinal);
        }
        Assert.Contains("refused", Line(new PlainLines(), "x", new SocketException((int)SocketError.ConnectionRefused)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("19850312-2389")]
    [InlineData("198503122389")]
    [InlineData("850312-2389")]
    [InlineData("850312+2389")]
    [InlineData("19850372-2386")]
    [InlineData("anna.lindqvist@exempel.example")]
    [InlineData("åsa.öberg+test@kommun.example")]
    public void A_number_or_address_of_a_person_is_blanked_in_any_text(string personal)
    {
        var line = Line(new PlainLines(), $"failed for {personal}, row 0192f0c0-1111-7000-8000-00000000abcd", null);
        Assert.DoesNotContain(personal, line, StringComparison.Ordinal);
        Assert.Contains("0192f0c0-1111-7000-8000-00000000abcd", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_JSON_is_one_line_of_JSON_whatever_it_holds()
    {
        var line = Line(new JsonLines(), "one\r\n{\"level\":\"info\"}\u2028two", Thrown());
        Assert.Equal(1, line.Count(c => c == '\n'));
        using var json = JsonDocument.Parse(line);
        Assert.Equal("error", json.RootElement.GetProperty("level").GetString());
        Assert.Equal("Samverk.Test", json.RootElement.GetProperty("category").GetString());
    }

    [Fact]
    public async Task A_day_of_work_with_failures_leaves_no_person_in_the_log()
    {
        await using var world = await once.Copy();
        await using var site = await TestSite.Over(world);
        var lines = new Lines();
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(lines);
        using var browser = site.Browser();
        var person = (await world.Actor("Maria Sandelin")).Person;
        await TestSite.Post(browser, "/logga-in", "/logga-in/person", ("person", $"{person}"));
        await browser.GetAsync("/personer?q=Lindqvist");
        await browser.GetAsync("/finns/inte/Lindqvist?namn=Sandelin");
        await TestSite.Post(browser, "/logga-in", "/administration", ("sek-namn", Text));
        var secretary = await world.Actor("Maria Sandelin");
        await world.In(s => s.GetRequiredService<Importing>().Receive("hemligt-namn", [new("hemligt-namn.docx", Encoding.UTF8.GetBytes(Text)), new("hemligt-namn.txt", Encoding.UTF8.GetBytes($"Protokoll\n{Text}"))], secretary.Person, default));
        await site.Services.GetRequiredService<Outbox>().DoAll(default);
        site.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Samverk.Test").LogError(Thrown(), "That which is logged is seen");
        Assert.NotEmpty(lines.All);
        Assert.All(lines.All, line => Assert.All(Personal, personal => Assert.DoesNotContain(personal, line, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Keeps lines as the console would have them.</summary>
    sealed class Lines : ILoggerProvider, ILogger
    {
        readonly List<string> lines = [];

        public IReadOnlyList<string> All
        {
            get { lock (lines) return [.. lines]; }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            using var writer = new StringWriter();
            var entry = new LogEntry<TState>(logLevel, "captured", eventId, state, exception, formatter);
            new JsonLines().Write(in entry, null, writer);
            lock (lines)
                lines.Add(writer.ToString());
        }

        public void Dispose()
        {
        }
    }
}
