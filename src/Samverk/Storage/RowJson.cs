using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Samverk.Storage;

/// <summary>A row as JSON, by what the model knows of it. Keys, hashes and other bytes are never told.</summary>
static class RowJson
{
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonSerializerOptions Values = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <param name="hide">Takes out of every text what must not be told; it neither adds nor takes away what JSON is written with.</param>
    public static void Write(Utf8JsonWriter json, IEntityType table, object row, Func<string, string> hide)
    {
        json.WriteStartObject();
        if (row is HistoryRow history)
            Write(json, history, hide);
        else
            Write(json, (ITypeBase)table, row, hide);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, ITypeBase type, object row, Func<string, string> hide)
    {
        foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty() && p.ClrType != typeof(byte[])))
        {
            json.WritePropertyName(Naming.Snake(property.Name));
            // Not straight into the writer: that would flush to the stream at once, and wait for it.
            var value = JsonSerializer.Serialize(property.GetGetter().GetClrValue(row), property.ClrType, Values);
            json.WriteRawValue(MayHaveText(property.ClrType) ? hide(value) : value, skipInputValidation: true);
        }
        foreach (var complex in type.GetComplexProperties())
            Within(json, complex.Name, complex.ComplexType, complex.GetGetter().GetClrValue(row), hide);
        if (type is IEntityType entity)
            foreach (var owned in entity.GetNavigations().Where(n => n.TargetEntityType.IsOwned() && !n.IsOnDependent))
                Within(json, owned.Name, owned.TargetEntityType, owned.GetGetter().GetClrValue(row), hide);
    }

    // A value that is kept as JSON has texts in it too.
    static bool MayHaveText(Type type) => !type.IsValueType;

    static void Within(Utf8JsonWriter json, string name, ITypeBase type, object? value, Func<string, string> hide)
    {
        if (value is null)
            return;
        json.WriteStartObject(Naming.Snake(name));
        Write(json, type, value, hide);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, HistoryRow row, Func<string, string> hide)
    {
        json.WriteNumber("number", row.Number);
        json.WriteString("at", row.At);
        json.WriteString("kind", HistoryRow.Kinds.GetValueOrDefault(row.Kind, row.Kind));
        json.WriteString("words", row.IsErased ? "Uppgifterna är raderade" : row.Happening()?.Words is { } words ? hide(words) : null);
        json.WriteString("by", row.By?.ToString());
        json.WriteString("acted_for", row.ActedFor?.ToString());
        json.WriteString("subject", row.Subject);
        if (!row.IsErased)
        {
            json.WritePropertyName("told");
            json.WriteRawValue(hide(row.Told));
        }
        json.WriteString("hash", Convert.ToHexStringLower(row.Hash));
    }
}
