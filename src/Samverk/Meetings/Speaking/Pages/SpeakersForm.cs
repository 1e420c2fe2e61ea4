using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Speaking.Pages;

/// <summary>What a button of the speakers' list says, and doing it: the same on every page that shows the list, with script or without.</summary>
static class SpeakersForm
{
    /// <summary>The field that says who is put on the list.</summary>
    public const string Who = "ord-vem";

    /// <summary>How such a button's value begins, among the other acts of its form.</summary>
    const string Act = "ord";

    public static string Ask(Guid item, SpeechKind kind) => kind == SpeechKind.Rejoinder ? $"{Act}:replik:{item:D}" : $"{Act}:begar:{item:D}";

    public static string Add(Guid item, SpeechKind kind) => kind == SpeechKind.Rejoinder ? $"{Act}:satt-replik:{item:D}" : $"{Act}:satt:{item:D}";

    public static string TakeBack(Guid speech) => $"{Act}:tillbaka:{speech:D}";

    public static string Begin(Guid speech, Guid? seen) => $"{Act}:borja:{speech:D}:{seen:D}";

    public static string End(Guid speech) => $"{Act}:sluta:{speech:D}";

    public static string Strike(Guid speech) => $"{Act}:stryk:{speech:D}";

    public static string MoveBefore(Guid speech, Guid other) => $"{Act}:fore:{speech:D}:{other:D}";

    public static bool Is(string what) => what.StartsWith($"{Act}:", StringComparison.Ordinal);

    /// <param name="what">The value of the button that was pressed.</param>
    public static Task<Refusal?> Do(SpeakersList list, Guid meeting, string what, IFormCollection form, Actor actor, CancellationToken ct)
    {
        var said = what.Split(':');
        Guid? Of(int at) => said.Length > at && Guid.TryParse(said[at], out var id) ? id : null;
        var (thing, other) = (Of(2) ?? default, Of(3));
        var who = Guid.TryParse(form[Who], out var chosen) ? chosen : default;
        return said.ElementAtOrDefault(1) switch
        {
            "begar" => list.Ask(meeting, thing, SpeechKind.Turn, actor, ct),
            "replik" => list.Ask(meeting, thing, SpeechKind.Rejoinder, actor, ct),
            "satt" => list.Add(meeting, thing, who, SpeechKind.Turn, actor, ct),
            "satt-replik" => list.Add(meeting, thing, who, SpeechKind.Rejoinder, actor, ct),
            "tillbaka" => list.TakeBack(meeting, thing, actor, ct),
            "borja" => list.Begin(meeting, thing, other, actor, ct),
            "sluta" => list.End(meeting, thing, actor, ct),
            "stryk" => list.Strike(meeting, thing, actor, ct),
            "fore" => list.MoveBefore(meeting, thing, other ?? default, actor, ct),
            _ => Task.FromResult<Refusal?>(null),
        };
    }
}
