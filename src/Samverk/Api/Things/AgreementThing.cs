using Samverk.Agreements;
using Samverk.Agreements.Ledger;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>A joint agreement: what its parties have decided, and what minutes tell.</summary>
sealed record AgreementThing(Guid Id, string Name, AgreementKind Kind, string KindText, [About("Följer av antagandena; där den inte är upplagd här vad det senaste mötet säger, null där den bara är nämnd.")] AgreementState? State, string? StateText, bool NeedsRevision,
    [About("När den först nämndes.")] DateOnly First, [About("När den senast nämndes.")] DateOnly Latest, [About("Den nyaste först.")] IReadOnlyList<AgreementThing.Mention> Mentions,
    [About("Texten som gäller; null innan någon gör det, och när bara protokoll berättar om den.")] int? VersionInForce, DateOnly? InForceFrom, DateOnly? ValidTo,
    [About("När den börjar gälla.")] string? Rule, [About("Parterna.")] IReadOnlyList<OrganisationRef> Parties, [About("De som står utanför, med skälet.")] IReadOnlyList<AgreementThing.Outside> OutsideParties,
    [About("Parternas beslut om den senaste texten, regionens först, sedan i deras namns ordning.")] IReadOnlyList<AgreementThing.AdoptionOf> Adoptions,
    [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Outside(OrganisationRef Organisation, string Reason);

    public sealed record AdoptionOf(Guid Id, OrganisationRef Principal, int Version, AdoptionState State, string StateText, string? Committee, DateOnly? Date, string? Paragraph, string? CaseNumber, string? Condition, DateOnly? PlannedDate, DateOnly AnswerBy);

    public sealed record Mention(MeetingRef Meeting, string? Item, [About("Som det protokollet skriver det.")] string Name, AgreementState? State, string? StateText, bool NeedsRevision, Source? Source);

    public static Route Route { get; } = new("GET", "/agreements/{id}", "getAgreement", Groups.Agreements, MayAttribute.Read, new("En överenskommelse", "An agreement"), Answer)
    {
        Description = new("Överenskommelsen med parternas beslut och varje möte som har tagit upp den.", "The agreement with its parties' decisions and every meeting that has dealt with it."),
        Answers = [new(200, new("Överenskommelsen.", "The agreement."), JsonShape.Of<AgreementThing>())],
    };

    static async Task<Answer> Answer(Call call)
    {
        var agreements = call.Get<AgreementsLists>();
        if (await agreements.Agreement(call.Id, call.Stop) is not { } row)
            return Api.Answer.Missing;
        var refs = await Refs.Load(call);
        string? InWords(AgreementState? state) => state is { } known ? call.InWords(known, known.Words()) : null;
        var mentions = await agreements.Mentions(row.Id, call.Stop);
        var view = await call.Get<AgreementViews>().One(row.Id, call.Actor, call.Stop);
        return Api.Answer.Of(new AgreementThing(row.Id, row.Name, row.Kind, call.InWords(row.Kind, row.Kind.Words()), row.State, InWords(row.State), row.NeedsRevision, row.First, row.Latest,
            [.. mentions.Select(m => new Mention(refs.Meeting(m.Meeting, m.Body, m.On), m.Item, m.Name, m.State, InWords(m.State), m.NeedsRevision, Source.Of(null, m.Source)))],
            view?.VersionInForce, view?.InForceFrom, view?.Facts.ValidTo, view is null || !view.Bound.Any() ? null : view.RuleWords, [.. view?.Bound.Select(p => new OrganisationRef(p.Organisation, p.Name)) ?? []],
            [.. view?.Parties.Where(p => p.OutsideFor is not null).Select(p => new Outside(new(p.Organisation, p.Name), p.OutsideFor!)) ?? []],
            [.. view?.Ledger.Select(a => new AdoptionOf(a.Id, new(a.Organisation, a.OrganisationName), a.Version, a.State, call.InWords(a.State, a.State.Words()), a.Committee, a.DecidedOn, a.Paragraph, a.CaseNumber, a.Condition, a.PlannedOn, a.AnswerBy)) ?? []],
            AgreementPages.Of(row.Id)));
    }
}
