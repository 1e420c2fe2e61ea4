using System.Text.Json.Nodes;
using static Samverk.Reading.Tests.Scoring.Likeness;

namespace Samverk.Reading.Tests.Scoring;

/// <summary>Scores a reading against a gold file by the rules of score.py.</summary>
static class Scorer
{
    static readonly string[] Head = ["kind", "body", "caseNumber", "date", "start", "end", "place", "format", "chair", "secretary", "adjustedOn"];
    static readonly string[] Lists = ["attendance", "items", "decisions", "assignments", "deadlines", "agreements", "consultations", "nextMeetings", "proposedItems", "questions", "attachments"];

    static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["attendance"] = ["organisation", "role", "presence", "mode", "items"],
        ["items"] = ["presenters"],
        ["decisions"] = ["kind"],
        ["assignments"] = ["assignee", "due"],
        ["agreements"] = ["status"],
        ["consultations"] = ["deadline", "respondTo"],
        ["nextMeetings"] = ["start", "end", "place"],
    };

    public static void Score(JsonObject gold, JsonObject read, Tally tally)
    {
        foreach (var name in Head.Where(gold.ContainsKey))
            ScoreHead(gold, read, name, tally);
        if (gold.ContainsKey("adjusters"))
            ScoreAdjusters(gold, read, tally);
        foreach (var field in Lists.Where(gold.ContainsKey))
            ScoreList(field, Entries(gold[field]), Entries(read[field]), tally);
    }

    static void ScoreHead(JsonObject gold, JsonObject read, string name, Tally tally)
    {
        var (g, r) = (gold[name], read[name]);
        var fits = Others(gold, name).Any(a => Same(a, r) || name == "body" && Has(a) && Has(r) && Of(Str(a), Str(r)) >= 0.8);
        if (!fits || Has(g) == Has(r))
            tally.Add("head", Has(g) && fits ? 1 : 0, Has(g) ? 1 : 0, Has(r) ? 1 : 0);
    }

    static void ScoreAdjusters(JsonObject gold, JsonObject read, Tally tally)
    {
        static HashSet<string> Set(JsonNode? node) => (node as JsonArray ?? []).Select(n => Fold(Str(n))).ToHashSet();
        var r = Set(read["adjusters"]);
        var g = Others(gold, "adjusters").Select(Set).FirstOrDefault(a => a.SetEquals(r)) ?? Set(gold["adjusters"]);
        tally.Add("head", g.Intersect(r).Count(), g.Count, r.Count);
    }

    static List<JsonObject> Entries(JsonNode? node) =>
        (node as JsonArray ?? []).Select(n => n as JsonObject ?? new JsonObject { ["text"] = Str(n) }).ToList();

    static void ScoreList(string field, List<JsonObject> gold, List<JsonObject> read, Tally tally)
    {
        var pairs = Pair(gold, read, AlikeFor(field));
        var left = gold.Where(g => !pairs.Exists(p => ReferenceEquals(p.Gold, g))).ToList();
        var hard = left.Where(g => g["soft"]?.GetValue<bool>() is not true).ToList();
        var over = read.Where(r => !pairs.Exists(p => ReferenceEquals(p.Read, r))).ToList();
        tally.Add(field, pairs.Count, gold.Count - (left.Count - hard.Count), read.Count);
        foreach (var name in Attributes.GetValueOrDefault(field, []))
            ScoreAttribute(field, name, pairs, hard, over, tally);
        if (field == "questions")
            foreach (var part in new[] { "answers", "comments" })
                ScoreTexts(part, pairs, tally);
    }

    static void ScoreAttribute(string field, string name, List<(JsonObject Gold, JsonObject Read)> pairs, List<JsonObject> missed, List<JsonObject> extra, Tally tally)
    {
        var (right, gold, read) = (0, missed.Count(g => Has(g[name])), extra.Count(r => Has(r[name])));
        foreach (var (g, r) in pairs)
        {
            if (!g.ContainsKey(name) || name == "role" && g[name] is null)
                continue;
            var (wanted, got) = (Has(g[name]), Has(r[name]));
            var fits = Others(g, name).Any(a => Same(a, r[name])) || name == "assignee" && IsFirstName(Str(g[name]), Str(r[name]));
            if (fits && wanted != got)
                continue;
            gold += wanted ? 1 : 0;
            read += got ? 1 : 0;
            right += fits && wanted ? 1 : 0;
        }
        tally.Add($"{field}.{name}", right, gold, read);
    }

    static void ScoreTexts(string part, List<(JsonObject Gold, JsonObject Read)> pairs, Tally tally)
    {
        foreach (var (g, r) in pairs)
        {
            var (left, got) = (Entries(g[part]), Entries(r[part]));
            tally.Add($"questions.{part}", Pair(left, got, (a, b) => AtLeast(Of(Str(a["text"]), Str(b["text"])), 0.6)).Count, left.Count, got.Count);
        }
    }

    static Func<JsonObject, JsonObject, double> AlikeFor(string field) => field switch
    {
        "attendance" => (g, r) => Others(g, "name").Any(n => Fold(Str(n)) == Fold(Str(r["name"]))) ? 1 : 0,
        "items" => (g, r) => Number(Str(g["number"])) == Number(Str(r["number"])) ? AtLeast(Of(Str(g["title"]), Str(r["title"])), 0.85) : 0,
        "deadlines" => (g, r) => SameItem(g, r) && Others(g, "date").Any(d => Same(d, r["date"])) ? 1 : 0,
        "nextMeetings" => (g, r) => Same(g["date"], r["date"]) ? 1 : 0,
        "agreements" => (g, r) => Texts(g, r, "name"),
        "consultations" => (g, r) => Texts(g, r, "subject", 0.4),
        "questions" => (g, r) => Has(g["question"]) ? Texts(g, r, "question")
            : SameItem(g, r) && !Has(r["question"]) && Of(Joined(g["comments"]), Joined(r["comments"])) >= 0.6 ? 1 : 0,
        "attachments" => (g, r) => SameItem(g, r) ? Math.Max(Of(Str(g["name"]), Str(r["name"])), Of(Str(r["name"]), Str(g["name"]))) : 0,
        "proposedItems" => (g, r) => Texts(g, r, "text", withItem: false),
        _ => (g, r) => Texts(g, r, "text"),
    };

    static double Texts(JsonObject g, JsonObject r, string field, double atLeast = 0.6, bool withItem = true) =>
        withItem && !SameItem(g, r) ? 0 : AtLeast(Others(g, field).Max(t => Of(Str(t), Str(r[field]))), atLeast);

    static bool SameItem(JsonObject g, JsonObject r) => Others(g, "item").Any(n => Number(Str(n)) == Number(Str(r["item"])));

    static double AtLeast(double score, double least) => score >= least ? score : 0;

    static List<(JsonObject Gold, JsonObject Read)> Pair(List<JsonObject> gold, List<JsonObject> read, Func<JsonObject, JsonObject, double> alike)
    {
        var pairs = new List<(JsonObject, JsonObject)>();
        var (usedGold, usedRead) = (new HashSet<JsonObject>(ReferenceEqualityComparer.Instance), new HashSet<JsonObject>(ReferenceEqualityComparer.Instance));
        foreach (var (score, g, r) in gold.SelectMany(g => read.Select(r => (Score: alike(g, r), g, r))).OrderByDescending(t => t.Score))
            if (score > 0 && !usedGold.Contains(g) && !usedRead.Contains(r))
            {
                usedGold.Add(g);
                usedRead.Add(r);
                pairs.Add((g, r));
            }
        return pairs;
    }

    static IEnumerable<JsonNode?> Others(JsonObject entry, string name) => new[] { entry[name] }.Concat(entry[name + "Also"] as JsonArray ?? []);

    static bool Same(JsonNode? a, JsonNode? b) => a is JsonArray || b is JsonArray
        ? a is JsonArray x && b is JsonArray y && x.Select(n => Fold(Str(n))).Order(StringComparer.Ordinal).SequenceEqual(y.Select(n => Fold(Str(n))).Order(StringComparer.Ordinal))
        : Fold(Str(a)) == Fold(Str(b));

    static bool Has(JsonNode? node) => node is JsonArray array ? array.Count > 0 : !string.IsNullOrEmpty(Str(node));

    static string Joined(JsonNode? node) => string.Join(' ', (node as JsonArray ?? []).Select(Str));

    static string? Str(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
