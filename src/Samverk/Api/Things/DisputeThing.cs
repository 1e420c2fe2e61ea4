using Samverk.Agreements.Disputes;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>A dispute about an agreement: where it is on the ladder, what the parties have sent, and what has been done.</summary>
sealed record DisputeThing(Guid Id, DisputeState State, string StateText, string Subject, AdoptionThing.AgreementRef Agreement, [About("Texten som gällde när tvisten anmäldes.")] int Version, [About("Organet som ansvarade för överenskommelsen då.")] BodyRef Body,
    [About("Vad parterna ser olika på.")] string About, [About("Vad de har prövat där frågan uppstod.")] string Tried, [About("Parten som anmälde; null där den som sköter överenskommelsen gjorde det.")] Guid? RaisedFor, DateOnly RaisedOn,
    [About("Steget där tvisten ligger, eller där den slutade, från 0 i steps.")] int Step, [About("Steget är inte avslutat fast dess sista dag har varit.")] bool IsLate, DateOnly LastDay, DateOnly? EndedOn,
    [About("Trappan som den var när tvisten anmäldes, lägsta steget först.")] IReadOnlyList<DisputeThing.StepOf> Steps, IReadOnlyList<DisputeThing.PartyOf> Parties,
    [About("Ståndpunkter som är skickade, och nyckelns egna utkast; senaste först.")] IReadOnlyList<DisputeThing.PositionOf> Positions, [About("Vad som har hänt, i ordning.")] IReadOnlyList<DisputeThing.ActOf> Acts, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record StepOf(string Name, [About("Null för parternas egna enheter.")] Guid? Body, [About("Kalenderdagar.")] int Days, [About("Null tills tvisten kommer dit.")] DateOnly? StartedOn, DateOnly? LastDay);

    public sealed record PartyOf(Guid Id, string Name, [About("Har skickat sin ståndpunkt på steget där tvisten ligger.")] bool HasStated);

    public sealed record PositionOf(Guid Party, int Step, [About("1 för partens första på steget.")] int Number, string? Text, string? CaseNumber, [About("Null för ett utkast.")] DateTimeOffset? SentAt);

    public sealed record ActOf(DisputeActKind Kind, string KindText, [About("Steget där det gjordes, från 0.")] int Step, DateOnly Date, [About("Utfallet eller skälet.")] string? Text, [About("Organets möte, om det finns här.")] Guid? Meeting, string? Paragraph, [About("Parten som det gjordes för.")] Guid? Party, DateTimeOffset At);

    public static Route Route { get; } = new("GET", "/disputes/{id}", "getDispute", Groups.Agreements, MayAttribute.Read, new("En tvist", "A dispute"), Answer)
    {
        Description = new("Tvisten, var den ligger på trappan, parternas ståndpunkter på varje steg och vad som har hänt. Andras ståndpunkter finns med när de är skickade.", "The dispute, where it is on the ladder, the parties' positions at each step and what has been done. Others' positions are there when they are sent."),
        Answers = [new(200, new("Tvisten.", "The dispute."), JsonShape.Of<DisputeThing>())],
    };

    internal static async Task<Answer> Answer(Call call)
    {
        if (await call.Get<DisputeViews>().One(call.Id, call.Actor, call.Stop) is not { } d)
            return Api.Answer.Missing;
        var refs = await Refs.Load(call);
        return Api.Answer.Of(new DisputeThing(d.Id, d.State, call.InWords(d.State, d.State.Words()), d.Subject, new(d.Agreement, d.AgreementName), d.Version, refs.Body(d.Body), d.About, d.Tried, d.RaisedFor, d.RaisedOn, d.Step, d.IsLate(call.Today), d.LastDay, d.EndedOn,
            [.. d.Steps.Select(s => new StepOf(s.Name, s.Body, s.Days, s.StartedOn, s.LastDay))], [.. d.Parties.Select(p => new PartyOf(p.Organisation, p.Name, !d.Silent.Contains(p)))],
            [.. d.Positions.Select(p => new PositionOf(p.Organisation, p.Step, p.Number, p.Words, p.CaseNumber, p.SentAt))],
            [.. d.Acts.Select(a => new ActOf(a.Kind, call.InWords(a.Kind, a.Kind.Words()), a.Step, a.On, a.Words, a.Meeting, a.Paragraph, a.For, a.At))], DisputePages.Of(d.Id)));
    }
}
