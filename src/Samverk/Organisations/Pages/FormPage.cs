using System.Globalization;
using Microsoft.AspNetCore.Components;
using Samverk.Shared;
using Samverk.Shared.Parts;

namespace Samverk.Organisations.Pages;

/// <summary>A page with plain forms: what is posted is done and redirected from, or refused with what was typed kept.</summary>
public abstract class FormPage : Loaded
{
    const int LongestText = 4000;

    [Inject] protected AtTheDoor Door { get; set; } = null!;
    [Inject] protected TimeProvider Clock { get; set; } = null!;
    [Inject] FormErrors Errors { get; set; } = null!;
    [Inject] protected NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] protected HttpContext Context { get; set; } = null!;

    /// <summary>What has just been done, in the address after a redirect.</summary>
    [SupplyParameterFromQuery(Name = "gjort")] protected string? Done { get; set; }

    protected Refusal? Refusal { get; private set; }
    protected CancellationToken Stop => Context.RequestAborted;
    protected Actor Actor => Door.Required;
    protected DateOnly Today => Clock.Today();

    /// <summary>Refusals that are about one field, and the names that it has in different forms.</summary>
    static readonly Dictionary<string, string[]> Fields = new()
    {
        ["from-missing"] = ["fran"], ["days-odd"] = ["fran", "dag"], ["days-reversed"] = ["till"], ["last-missing"] = ["sista"], ["end-before-start"] = ["sista"], ["end-later"] = ["sista"], ["reason-missing"] = ["skal"],
        ["name-missing"] = ["namn", "ny-namn"], ["person-exists"] = ["namn", "ny-namn"], ["person-missing"] = ["person"], ["organisation-missing"] = ["organisation"], ["order-odd"] = ["ordning"],
        ["address-missing"] = ["adress"], ["address-odd"] = ["adress"], ["address-plain"] = ["adress"], ["address-inside"] = ["adress"], ["seat-missing"] = ["plats"], ["seat-not-chosen"] = ["plats"], ["seat-days"] = ["fran"], ["place-overlaps"] = ["person", "fran"], ["standing-overlaps"] = ["person", "fran"], ["function-overlaps"] = ["person", "fran"],
        ["chair-taken"] = ["fran"], ["reach-missing"] = ["post"], ["mail-odd"] = ["post", "epost", "svara-till"], ["code-missing"] = ["kod"], ["code-odd"] = ["kod"], ["code-taken"] = ["kod"], ["number-odd"] = ["ledamoter"],
        ["quorum-odd"] = ["antal"], ["adjusters-odd"] = ["justerare"], ["nobody-adjusts"] = ["justerare"], ["adjusting-days-odd"] = ["justeras"], ["no-files"] = ["fil"], ["too-large"] = ["fil"], ["remind-odd"] = ["paminn"], ["answer-not-chosen"] = ["svar"], ["note-long"] = ["meddelande"], ["title-missing"] = ["rubrik"], ["title-long"] = ["rubrik"], ["text-long"] = ["text", "svar", "om-remissen"], ["parked-past"] = ["parkeras"], ["receiver-missing"] = ["till-organ"], ["question-missing"] = ["fraga"], ["due-past"] = ["svaras"], ["answer-missing"] = ["svar"],
        ["committee-missing"] = ["namnd"], ["decided-ahead"] = ["datum"], ["decided-odd"] = ["datum"], ["paragraph-missing"] = ["paragraf"], ["case-number-missing"] = ["diarienummer"], ["condition-missing"] = ["villkor"], ["planned-past"] = ["dag"],
        ["recommender-missing"] = ["rekommenderas-av"], ["deadline-missing"] = ["sista"], ["deadline-past"] = ["sista"], ["deadline-odd"] = ["sista"], ["respond-to-missing"] = ["svara-till"], ["consultee-twice"] = ["andra"], ["consultee-mail-odd"] = ["andra"], ["return-reason-missing"] = ["skal"], ["remarks-missing"] = ["hela"], ["file-odd"] = ["fil"],
        ["subject-missing"] = ["rubrik"], ["subject-odd"] = ["rubrik"], ["about-missing"] = ["gallande"], ["about-long"] = ["gallande"], ["tried-missing"] = ["provat"], ["tried-long"] = ["provat"], ["position-missing"] = ["standpunkt"], ["position-long"] = ["standpunkt"], ["case-number-long"] = ["diarienummer"],
        ["words-missing"] = ["skal", "ord"], ["words-long"] = ["skal", "ord"], ["day-before-step"] = ["dag"], ["meeting-of-another"] = ["mote"],
        ["answer-days-odd"] = ["svarsdagar"], ["name-taken"] = ["namn"], ["already-kept"] = ["namn"], ["text-missing"] = ["text"], ["number-of-parties"] = ["antal"], ["extended-back"] = ["till"], ["day-ahead"] = ["dag"], ["name-long"] = ["namn", "namnd"],
        ["empty-report"] = ["redovisning-text"], ["coworker-unknown"] = ["medarbetare-namn"], ["coworker-known"] = ["medarbetare-namn"], ["assignee-missing"] = ["vem"], ["assignee-unknown"] = ["vem"], ["last-day-odd"] = ["sista-dag"], ["questions-many"] = ["egna", "fragor"], ["question-odd"] = ["egna", "fragor"], ["notice-days-odd"] = ["kallas"], ["time-reversed"] = ["slut"], ["time-missing"] = ["start"], ["same-day"] = ["dag"], ["day-missing"] = ["dag", "datum"], ["length-odd"] = ["langd"],
    };

    /// <summary>The field of the posted form that a refusal is about; none when it is about all of it.</summary>
    IEnumerable<FieldError> FieldsOf(Refusal? refusal) =>
        refusal is null ? [] : OwnField(refusal) is { } own ? [new(own, refusal.Text, "")]
        : !Fields.TryGetValue(refusal.Code, out var names) ? []
        : names.Where(Context.Request.Form.ContainsKey).Take(1).Select(name => new FieldError(name, refusal.Text, ""));

    /// <summary>The field that a refusal is about, where the page knows better than its code: in which row of many.</summary>
    protected virtual string? OwnField(Refusal refusal) => null;

    /// <param name="to">Where to go when it is done; 'gjort' tells that page what was.</param>
    protected Task Do(string to, Func<Actor, Task<Refusal?>> verb) => Do(verb, () => to);

    /// <param name="to">Where to go, when it is the verb that knows.</param>
    protected async Task Do(Func<Actor, Task<Refusal?>> verb, Func<string> to)
    {
        Refusal = await verb(Actor);
        Errors.Say([.. FieldsOf(Refusal)]);
        if (Refusal is null)
            Navigation.NavigateTo(to());
    }

    /// <summary>For an act whose answer is shown here, and not on another page.</summary>
    protected void Refuse(Refusal? refusal) => Refusal = refusal;

    protected string Text(string name) => Context.Request.HasFormContentType && Context.Request.Form[name].ToString() is { Length: <= LongestText } text ? text : "";

    /// <summary>A text of record, which may be long; the verb says how long.</summary>
    protected string LongText(string name) => Context.Request.HasFormContentType ? Context.Request.Form[name].ToString() : "";

    protected Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    protected DateOnly? Day(string name) => DateOnly.TryParseExact(Text(name).Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected TimeOnly? Time(string name) => TimeOnly.TryParseExact(Text(name).Trim().Replace('.', ':'), ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    protected int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected T One<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var chosen) && Enum.IsDefined(chosen) ? chosen : otherwise;

    /// <summary>What stood in the field when the form was refused, else what is known.</summary>
    protected string? Typed(string name, string? known = null) => Refusal is not null && Context.Request.Form.ContainsKey(name) ? Text(name) : known;

    protected bool Chose(string name, object value, object? known = null) => Typed(name, known?.ToString()) == value.ToString();

    private protected PersonFacts? SomebodyNew() =>
        string.IsNullOrWhiteSpace(Text("ny-namn")) ? null : new(Text("ny-namn"), Text("ny-titel"), Id("ny-organisation"), Text("ny-post"), Text("ny-annan").Length > 0);
}
