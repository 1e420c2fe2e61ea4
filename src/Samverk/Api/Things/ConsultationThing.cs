using Samverk.Agreements;
using Samverk.Agreements.Consulting;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>A proposal sent out for opinions: one that is kept here with its consultees, or one that only minutes tell of.</summary>
sealed record ConsultationThing(Guid Id, ConsultationState State, string StateText, string Subject, [About("Överenskommelsen; null där bara ett protokoll berättar om remissen.")] Guid? Agreement, [About("Texten som remissen gäller.")] int? Version,
    [About("Organet som skickade den.")] BodyRef Body, [About("Mötet vars protokoll berättar om den; null där den sköts här.")] MeetingRef? Meeting, [About("Paragrafen.")] string? Item, [About("Dag eller månad.")] string? Deadline, DateOnly? LastDay,
    string? RespondTo, string? About, [About("Ställs utöver texten, i ordning från 0.")] IReadOnlyList<string> Questions, [About("Rubrikerna i texten, i ordning från 0.")] IReadOnlyList<string> Headings,
    IReadOnlyList<ConsultationThing.ConsulteeOf> Consultees, Source? Source, [About("Texten, PDF.")] string? TextUrl, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record ConsulteeOf(Guid Id, string Name, [About("Organisation i området; null för andra.")] Guid? Organisation, [About("Organ i området; null för andra.")] Guid? Body,
        [About("Hur långt svaret har kommit. För andra än instansen själv: none tills det är skickat.")] ResponseState State, string StateText, DateOnly LastDay, [About("Varför den har fått längre tid.")] string? ExtensionReason);

    public static Route Route { get; } = new("GET", "/consultations/{id}", "getConsultation", Groups.Agreements, MayAttribute.Read, new("En remiss", "A consultation"), Answer)
    {
        Description = new("Remissen, texten som den gäller, vilka som har fått den och om de har svarat; där bara ett protokoll berättar om den vad det säger.", "The consultation, the text that it is about, who were asked and whether they have answered; where only minutes tell of it, what they say."),
        Answers = [new(200, new("Remissen.", "The consultation."), JsonShape.Of<ConsultationThing>())],
    };

    internal static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<AgreementsLists>().Consultation(call.Id, call.Stop) is not { } row)
            return Api.Answer.Missing;
        var refs = await Refs.Load(call);
        var view = await call.Get<ConsultationViews>().One(call.Id, call.Actor, call.Stop);
        var state = row.State(call.Today);
        return Api.Answer.Of(new ConsultationThing(row.Id, state, call.InWords(state, state.Words()), row.Subject, row.Agreement, row.Version, refs.Body(row.Body), row.Meeting is { } meeting ? refs.Meeting(meeting, row.Body, row.On) : null, row.Item, row.Deadline,
            row.DeadlineLast, row.RespondTo, view?.About, view?.Questions ?? [], [.. view?.Parts.Select(p => p.Title) ?? []],
            [.. view?.Consultees.Select(c => new ConsulteeOf(c.Id, c.Name, c.Organisation, c.Body, c.State, call.InWords(c.State, c.Words(call.Today)), c.LastDay, c.ExtensionReason)) ?? []],
            Source.Of(null, row.Source), view is null ? null : AgreementPages.TextPdf(view.Agreement, view.Version), ConsultationPages.Of(row.Id)));
    }
}
