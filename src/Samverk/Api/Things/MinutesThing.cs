using Samverk.Meetings;
using Samverk.Meetings.Publishing;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Api.Things;

/// <summary>The minutes of a meeting in the format of parliaments and courts.</summary>
static class MinutesThing
{
    const string Media = "application/akn+xml";

    public static Route Route { get; } = new("GET", "/meetings/{id}/minutes.akn.xml", "getMinutes", Groups.Meetings, MayAttribute.Read, new("Ett protokoll i Akoma Ntoso", "Minutes in Akoma Ntoso"), Answer)
    {
        Description = new("Mötets protokoll som Akoma Ntoso 3.0 (OASIS LegalDocML). Ett möte som bara är planerat har inget.", "The minutes of the meeting as Akoma Ntoso 3.0 (OASIS LegalDocML). A meeting that is only planned has none."),
        Answers = [new(200, new("Protokollet.", "The minutes."), null, Media)],
    };

    static async Task<Answer> Answer(Call call) =>
        await call.Get<MeetingsLists>().Meeting(call.Id, call.Stop) is { State: MeetingState.Recorded or MeetingState.Adjusted or MeetingState.Published } meeting && await call.Get<AreaDirectory>().Body(meeting.Body, call.Stop) is { } body
            ? new Found(AkomaNtoso.Write(meeting, body, await PublishedOn(call)), Media) : Api.Answer.Missing;

    static async Task<DateOnly?> PublishedOn(Call call) =>
        await call.Get<PublishedLists>().Minutes(call.Id, call.Stop) is { } minutes ? DateOnly.FromDateTime(minutes.PublishedAt.Local()) : null;
}
