using System.Text.Json;
using Samverk.Shared;

namespace Samverk.Storage.Registers;

/// <summary>A register's rows as JSON, alike in files and in the API.</summary>
public static class RegisterJson
{
    /// <summary>An object with the row's id and its columns.</summary>
    public static void Write(Utf8JsonWriter json, Register register, object row)
    {
        json.WriteStartObject();
        json.WriteString("id", register.IdOfAny(row));
        foreach (var column in register.Columns)
        {
            json.WritePropertyName(column.Name);
            WriteCell(json, column.Of(row));
        }
        json.WriteEndObject();
    }

    static void WriteCell(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case DateOnly day: json.WriteStringValue(day.Iso()); break;
            case TimeOnly time: json.WriteStringValue(time.ToString("HH:mm", null)); break;
            case DateTimeOffset at: json.WriteStringValue(at.UtcDateTime); break;
            case int number: json.WriteNumberValue(number); break;
            case bool isTrue: json.WriteBooleanValue(isTrue); break;
            case WordCell word: json.WriteStringValue(word.Code); break;
            case ThingCell thing: WriteThing(json, thing); break;
            case IReadOnlyList<string> texts: WriteTexts(json, texts); break;
            default: throw new InvalidOperationException($"A column can't hold a {cell.GetType().Name}.");
        }
    }

    static void WriteThing(Utf8JsonWriter json, ThingCell thing)
    {
        json.WriteStartObject();
        json.WriteString("id", thing.Id);
        json.WriteString("name", thing.Name);
        json.WriteEndObject();
    }

    static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
