using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Samverk.Reading;

/// <summary>Writes a draft as the JSON that <c>samverk read</c> prints.</summary>
public static class DraftJson
{
    /// <param name="file">When given, written first as <c>"file"</c>.</param>
    /// <param name="spans">Adds <c>text</c>, <c>source</c> on every fact and <c>sources</c> for the head.</param>
    public static string Write(MinutesDraft draft, DocumentText document, bool spans = false, string? file = null, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(document);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            new DraftWriter(json, spans).Write(draft, document, file);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}

sealed class DraftWriter(Utf8JsonWriter json, bool spans)
{
    public void Write(MinutesDraft draft, DocumentText document, string? file)
    {
        json.WriteStartObject();
        if (file is not null)
            json.WriteString("file", Sound(file));
        Head(draft);
        List("attendance", draft.Attendance, a => a.Source, Attendance);
        List("items", draft.Items, i => i.Source, i => { Text("number", i.Number); Text("title", i.Title); Texts("presenters", i.Presenters); });
        List("decisions", draft.Decisions, d => d.Source, d => { Text("item", d.Item); Text("text", d.Text); Text("kind", d.Kind); });
        List("assignments", draft.Assignments, a => a.Source, a => { Text("item", a.Item); Text("text", a.Text); Text("assignee", a.Assignee); Text("due", a.Due); });
        List("deadlines", draft.Deadlines, d => d.Source, d => { Text("item", d.Item); Text("date", d.Date); Text("what", d.What); });
        List("agreements", draft.Agreements, a => a.Source, a => { Text("item", a.Item); Text("name", a.Name); Text("status", a.Status); });
        List("consultations", draft.Consultations, c => c.Source, c => { Text("item", c.Item); Text("subject", c.Subject); Text("deadline", c.Deadline); Text("respondTo", c.RespondTo); });
        List("nextMeetings", draft.NextMeetings, m => m.Source, m => { Text("date", m.Date); Text("start", m.Start); Text("end", m.End); Text("place", m.Place); });
        Texts("proposedItems", draft.ProposedItems.Select(p => p.Text));
        if (spans)
            List("proposedItemSources", draft.ProposedItems, _ => null, p => Place(p.Source));
        List("questions", draft.Questions, q => q.Source, q => { Text("item", q.Item); Text("question", q.Question); Texts("answers", q.Answers); Texts("comments", q.Comments); });
        List("attachments", draft.Attachments, a => a.Source, a => { Text("item", a.Item); Text("name", a.Name); });
        List("notes", draft.Notes, n => n.Source, n => { Text("code", n.Code); Text("text", n.Text); });
        if (spans)
            Sources(draft, document);
        json.WriteEndObject();
    }

    void Head(MinutesDraft draft)
    {
        Text("kind", draft.Kind);
        Text("body", draft.Body);
        Text("caseNumber", draft.CaseNumber);
        Text("date", draft.Date);
        Text("start", draft.Start);
        Text("end", draft.End);
        Text("place", draft.Place);
        Text("format", draft.Format);
        Text("chair", draft.Chair);
        Text("secretary", draft.Secretary);
        Texts("adjusters", draft.Adjusters);
        Text("adjustedOn", draft.AdjustedOn);
    }

    void Attendance(DraftAttendance a)
    {
        Text("name", a.Name);
        Text("organisation", a.Organisation);
        Text("role", a.Role);
        Text("presence", a.Presence);
        Text("mode", a.Mode);
        Texts("items", a.Items);
        Text("note", a.Note);
    }

    void Sources(MinutesDraft draft, DocumentText document)
    {
        json.WriteStartObject("sources");
        foreach (var (name, source) in draft.Sources)
        {
            json.WriteStartObject(name);
            Place(source);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteString("text", Sound(document.Text));
    }

    void List<T>(string name, IEnumerable<T> entries, Func<T, Source?> source, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            write(entry);
            if (spans && source(entry) is { } place)
            {
                json.WriteStartObject("source");
                Place(place);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    void Place(Source source)
    {
        if (source.Page is { } page)
            json.WriteNumber("page", page);
        else
            json.WriteNull("page");
        json.WriteNumber("start", source.Start);
        json.WriteNumber("end", source.End);
    }

    void Text(string name, string? value) => json.WriteString(name, value is null ? null : Sound(value));

    void Texts(string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(Sound(value));
        json.WriteEndArray();
    }

    /// <summary>Half a surrogate pair can't be written: it becomes the replacement character, also one code point long.</summary>
    static string Sound(string value)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
            if (char.IsSurrogate(value[i]) && !(char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]) && ++i > 0))
                return string.Create(value.Length, value, Mend);
        return value;
    }

    static void Mend(Span<char> span, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                span[i] = value[i];
                span[i + 1] = value[++i];
            }
            else
                span[i] = char.IsSurrogate(value[i]) ? '\uFFFD' : value[i];
        }
    }
}
