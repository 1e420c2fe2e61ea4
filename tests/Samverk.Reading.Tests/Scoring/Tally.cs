namespace Samverk.Reading.Tests.Scoring;

/// <summary>Right, gold and read facts per field, with F1 over the record and over all.</summary>
sealed class Tally
{
    static readonly HashSet<string> Record = ["decisions", "assignments", "deadlines", "agreements", "consultations", "nextMeetings", "proposedItems", "questions", "attachments"];

    readonly Dictionary<string, (int Right, int Gold, int Read)> fields = [];

    public void Add(string field, int right, int gold, int read)
    {
        var row = fields.GetValueOrDefault(field);
        fields[field] = (row.Right + right, row.Gold + gold, row.Read + read);
    }

    public double RecordF1 => F1(fields.Where(f => Record.Contains(f.Key.Split('.')[0])).Select(f => f.Value));

    public double AllF1 => F1(fields.Values);

    static double F1(IEnumerable<(int Right, int Gold, int Read)> rows)
    {
        var (right, gold, read) = rows.Aggregate((a, b) => (a.Right + b.Right, a.Gold + b.Gold, a.Read + b.Read));
        var precision = read > 0 ? (double)right / read : gold == 0 ? 1 : 0;
        var recall = gold > 0 ? (double)right / gold : 1;
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    public override string ToString() =>
        string.Join('\n', fields.Select(f => $"{f.Key,-26} right {f.Value.Right,4}  gold {f.Value.Gold,4}  read {f.Value.Read,4}")) + $"\nrecord {RecordF1:0.000}  all {AllF1:0.000}";
}
