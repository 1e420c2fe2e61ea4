namespace Samverk.Meetings.Backlog;

static class BacklogWords
{
    public static string Words(this BacklogKind kind) => kind switch
    {
        BacklogKind.Sent => "Från andra organ",
        BacklogKind.Question => "Frågor från ledamöter och huvudmän",
        BacklogKind.ReportBack => "Uppdrag att redovisa",
        BacklogKind.Deferred => "Framskjutna beslut",
        BacklogKind.Proposed => "Föreslagna punkter",
        BacklogKind.Other => "Övrigt",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
