using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.Pages;

/// <summary>What the log page is asked for, as its address says it.</summary>
sealed record LogFilter(string? Who, string? Kind, string? Thing, string? From, string? To, string? Text)
{
    /// <summary>The choice that stands for the system itself.</summary>
    public const string System = "system";

    public static LogFilter Of(IQueryCollection query) => new(query["vem"], query["slag"], query["sak"], query["fran"], query["till"], query["ord"]);

    public LogQuery Query => new()
    {
        By = Guid.TryParse(Who, out var person) ? person : null,
        BySystem = Who == System,
        Kind = Kind is not null && HistoryRow.Kinds.ContainsKey(Kind) ? Kind : null,
        Subject = Subject,
        From = Day(From),
        To = Day(To),
        Text = Text,
    };

    public bool IsEmpty => Query == new LogQuery { Text = Text } && string.IsNullOrWhiteSpace(Text);

    /// <summary>The thing's id, also when its whole address was pasted.</summary>
    Guid? Subject => (Thing ?? "").Split('/', '?', '&', '=', '#', ' ').Select(part => Guid.TryParse(part, out var id) ? id : (Guid?)null).LastOrDefault(id => id is not null);

    /// <summary>What can't be understood and is therefore not heeded; null when all is.</summary>
    public string? Fault =>
        !string.IsNullOrWhiteSpace(Thing) && Subject is null ? "Saken känns inte igen. Klistra in adressen till dess sida."
        : !string.IsNullOrWhiteSpace(From) && Day(From) is null ? "Första dagen är inget datum. Skriv den som 2026-11-24."
        : !string.IsNullOrWhiteSpace(To) && Day(To) is null ? "Sista dagen är inget datum. Skriv den som 2026-11-24."
        : null;

    public string Address(string path, long? before = null)
    {
        KeyValuePair<string, string?>[] all = [new("vem", Who), new("slag", Kind), new("sak", Thing), new("fran", From), new("till", To), new("ord", Text), new("fore", before?.ToString(CultureInfo.InvariantCulture))];
        return QueryHelpers.AddQueryString(path, all.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)));
    }

    /// <summary>The choice in words, for the row that says that the log was taken out.</summary>
    public string Words(string? person)
    {
        string?[] parts =
        [
            person is null ? null : $"av {person}", Who == System ? "av systemet" : null, Query.Kind is { } kind ? HistoryRow.Kinds[kind].ToLower(Swedish.Culture) : null, Subject is { } id ? $"om {id:D}" : null,
            Query.From is { } from ? $"från {from.InWords()}" : null, Query.To is { } to ? $"till {to.InWords()}" : null, string.IsNullOrWhiteSpace(Text) ? null : $"med orden ”{Text.Trim()}”",
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } words ? words : "allt";
    }

    static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 3000 ? day : null;
}
