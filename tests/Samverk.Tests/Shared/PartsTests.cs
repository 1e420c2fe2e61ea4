using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Samverk.Tests.House;
using Samverk.Shared.Parts;
using FactPart = Samverk.Shared.Parts.Fact;

namespace Samverk.Tests.Shared;

public sealed class PartsTests
{
    static readonly FieldError NoNumber = new("dnr", "Diarienummer saknas.", "Skriv numret som det står i ert diarium.");

    [Fact]
    public async Task Every_state_has_a_name_that_the_stylesheet_knows()
    {
        var css = await File.ReadAllTextAsync(Path.Combine(Source.Root, "src/Samverk/wwwroot/app.css"), TestContext.Current.CancellationToken);
        foreach (var state in Enum.GetValues<BadgeState>())
        {
            var html = await Html<Badge>(new() { ["State"] = state, ["Text"] = "Ord" });
            var name = Regex.Match(html, "data-state=\"([a-z]+)\">Ord<").Groups[1].Value;
            Assert.Contains($"[data-state={name}] {{ --c:", css, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, 38, "1 2 3 4", "Visar 1–10 av 38")]
    [InlineData(4, 38, "2 3 4", "Visar 31–38 av 38")]
    [InlineData(7, 138, "5 6 7 8 9", "Visar 61–70 av 138")]
    public async Task The_pager_shows_where_one_is_and_the_pages_beside(int page, int total, string pages, string words)
    {
        var html = await Html<Pager>(new() { ["Page"] = page, ["PageSize"] = 10, ["Total"] = total });
        Assert.Contains(words, html, StringComparison.Ordinal);
        foreach (var number in pages.Split(' ')) Assert.Contains($"aria-label=\"Sida {number}\"", html, StringComparison.Ordinal);
        Assert.Matches($"aria-label=\"Sida {page}\" aria-current=\"page\"", html);
        Assert.Contains("slag=val", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_page_has_nothing_to_turn_and_none_has_no_pager()
    {
        Assert.DoesNotContain("<a", await Html<Pager>(new() { ["Page"] = 1, ["PageSize"] = 10, ["Total"] = 10 }), StringComparison.Ordinal);
        Assert.Empty(await Html<Pager>(new() { ["Page"] = 1, ["PageSize"] = 10, ["Total"] = 0 }));
    }

    [Theory]
    [InlineData("-datum", "descending", "sortera=datum")]
    [InlineData("datum", "ascending", "sortera=-datum")]
    [InlineData("organ", null, "sortera=-datum")]
    public async Task A_header_tells_its_order_and_leads_to_the_other(string order, string? told, string next)
    {
        var html = await Html<SortHeader>(new() { ["Field"] = "datum", ["Text"] = "Datum", ["Order"] = order, ["GreatestFirst"] = true });
        Assert.Equal(told ?? "", Regex.Match(html, "aria-sort=\"([a-z]+)\"").Groups[1].Value);
        Assert.Contains(next, html, StringComparison.Ordinal);
        Assert.DoesNotContain("sida=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_with_an_error_points_its_control_at_the_words()
    {
        RenderFragment<IReadOnlyDictionary<string, object>> control = wiring => builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddMultipleAttributes(1, wiring);
            builder.CloseElement();
        };
        var html = await Html<Field>(new() { ["Name"] = "dnr", ["Label"] = "Diarienummer", ["Description"] = "Som hos er", ["Errors"] = new[] { NoNumber }, ["ChildContent"] = control });
        Assert.Contains("aria-describedby=\"dnr-fel dnr-om\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Matches("id=\"dnr-fel\">Diarienummer saknas. Skriv numret", html);
    }

    [Fact]
    public async Task Errors_are_gathered_when_there_are_two()
    {
        Assert.Empty(await Html<ErrorSummary>(new() { ["Errors"] = new[] { NoNumber } }));
        var html = await Html<ErrorSummary>(new() { ["Errors"] = new[] { NoNumber, NoNumber with { Field = "datum" } } });
        Assert.Contains("Två uppgifter behöver rättas", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#datum\">Diarienummer saknas</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_fact_is_said_and_a_missing_date_is_a_dash()
    {
        Assert.Contains("Inte angivet", await Html<FactPart>(new() { ["Term"] = "Plats" }), StringComparison.Ordinal);
        Assert.Equal("–", (await Html<DateText>(new() { ["Value"] = null })).Trim());
    }

    static async Task<string> Html<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        var services = new ServiceCollection().AddSingleton<NavigationManager>(new Here()).AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    sealed class Here : NavigationManager
    {
        public Here() => Initialize("http://samverk.example/", "http://samverk.example/beslut?slag=val&sida=2");
    }
}
