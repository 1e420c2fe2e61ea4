using System.Text;
using Samverk.Import;
using Samverk.Meetings;
using Samverk.Organisations;
using Samverk.Plans;
using Samverk.Shared;

namespace Samverk.Disclosure;

/// <summary>The text of a record as it is given out: never with the name of somebody with protected identity, nor with what is to be masked.</summary>
sealed class GivenText(MeetingsLists meetings, PlansLists plans, Originals originals, AreaDirectory directory)
{
    const string Masked = "[maskerat]";

    /// <summary>Null when the record is there no more, or its text could not be read.</summary>
    public async Task<string?> Of(DisclosureItem item, Actor actor, CancellationToken ct)
    {
        var text = item.Kind switch
        {
            RecordKind.Meeting => await meetings.Meeting(item.Thing, ct) is { } m ? await Told(m, ct) : null,
            RecordKind.Decision => await meetings.Decision(item.Thing, ct) is var (row, _, _) ? $"Beslut {row.Number}, {row.On.InWords()}\n\n{row.Text}" : null,
            RecordKind.Assignment => await plans.Assignment(item.Thing, actor, ct) is { } a ? Told(a) : null,
            RecordKind.Original => await originals.SafeText(item.Thing, ct),
            _ => throw new ArgumentOutOfRangeException(nameof(item)),
        };
        return text is null ? null : Hide(item, text);
    }

    /// <summary>What the one who decides has said is to be masked; in the title of a record too.</summary>
    public static string Hide(DisclosureItem item, string text) =>
        item is { Outcome: DisclosureOutcome.GivenMasked, Hidden: { } hidden } ? new FoldedPhrases(hidden.Split('\n')).Replace(text, Masked) : text;

    static string Told(AssignmentDetails assignment)
    {
        var (row, text) = (assignment.Row, new StringBuilder());
        text.AppendLine($"Uppdrag, {row.GivenOn.InWords()}").AppendLine().AppendLine(row.Text);
        Line(text, "Vem", row.Assignee);
        Line(text, "Senast", row.Due);
        Line(text, "Redovisning", assignment.Report);
        return text.ToString();
    }

    async Task<string> Told(MeetingView meeting, CancellationToken ct)
    {
        var text = new StringBuilder().AppendLine($"{(await directory.Body(meeting.Body, ct))?.Name}, {meeting.On.InWords()}");
        Line(text, "Tid", Dates.Span(meeting.Start, meeting.End));
        Line(text, "Plats", meeting.Place);
        Line(text, "Ordförande", meeting.Chair);
        Line(text, "Sekreterare", meeting.Secretary);
        Line(text, "Justerare", string.Join(", ", meeting.Adjusters));
        Line(text, "Diarienummer", meeting.CaseNumber);
        text.AppendLine().AppendLine("Närvaro");
        foreach (var a in meeting.Attendance)
            text.AppendLine($"- {a.Name}{(a.OrganisationName is null ? "" : $", {a.OrganisationName}")}, {a.Role.Words().ToLower(Swedish.Culture)}{(a.Presence == Presence.Absent ? ", frånvarande" : "")}");
        foreach (var item in meeting.Items)
        {
            text.AppendLine().AppendLine(item.Number is null ? item.Title : $"§ {item.Number} {item.Title}");
            foreach (var decision in meeting.Decisions.Where(d => d.Item == item.Number && item.Number is not null))
                text.AppendLine($"  Beslut {decision.Number}: {decision.Text}");
        }
        var numbers = meeting.Items.Select(i => i.Number).ToHashSet();
        foreach (var decision in meeting.Decisions.Where(d => d.Item is null || !numbers.Contains(d.Item)))
            text.AppendLine().AppendLine($"Beslut {decision.Number}: {decision.Text}");
        return text.ToString();
    }

    static void Line(StringBuilder text, string term, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.AppendLine($"{term}: {value}");
    }
}
