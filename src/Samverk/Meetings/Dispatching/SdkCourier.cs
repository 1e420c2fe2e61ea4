using Microsoft.EntityFrameworkCore;
using Samverk.Meetings.Dispatching.Sdk;
using Samverk.Organisations;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Meetings.Dispatching;

/// <summary>
/// Hands a dispatch over to the SDK message service and asks what became of it; called by the outbox, as often as it
/// likes. The service is asked first whether it has the message already, so killed in between it is handed over once.
/// </summary>
sealed class SdkCourier(SamverkDb db, Work work, AreaDirectory directory, DispatchFiles files, SdkSettings settings, SdkService service, TimeProvider clock)
{
    internal const string Kind = "meetings.dispatch-sdk";
    static readonly TimeSpan Soon = TimeSpan.FromMinutes(1), Later = TimeSpan.FromHours(1), Gives = TimeSpan.FromDays(14);

    public async Task Carry(Guid id, CancellationToken ct)
    {
        if (await db.Set<Dispatch>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { Way: DispatchWay.Sdk, ReceivedAt: null, Letter: { } message } dispatch)
            return;
        var (status, why) = await Ask(dispatch, message, ct);
        await work.Must(async () =>
        {
            var now = await db.Set<Dispatch>().AsTracking().SingleAsync(d => d.Id == id, ct);
            if (now.Letter != message)
                return;
            if (status is SdkStatus.Sent or SdkStatus.Received)
                now.Leave(clock.Now());
            if (status == SdkStatus.Received)
                now.Receive(clock.Now(), null, null);
            else if (why is not null)
                now.Fail(why, clock.Now());
            else if (status == SdkStatus.Waiting)
                now.Wait();
            // What was refused is sent again by a person; what waits is asked about again.
            if (status is SdkStatus.Waiting or SdkStatus.Sent && clock.Now() < now.QueuedAt + Gives)
                db.Add(new OutboxRow(db.Area, Kind, id, clock.Now() + (status == SdkStatus.Sent || why is not null ? Later : Soon)));
        }, ct);
    }

    async Task<(SdkStatus Status, string? Why)> Ask(Dispatch dispatch, Guid id, CancellationToken ct)
    {
        try
        {
            if (await service.Status(id, ct) is { } known)
                return known;
            var (message, fault) = await Message(dispatch, id, ct);
            if (message is null)
                return (SdkStatus.Failed, fault);
            await service.Send(message, ct);
            return await service.Status(id, ct) ?? (SdkStatus.Waiting, null);
        }
        catch (SdkException e)
        {
            return (SdkStatus.Waiting, e.Message);
        }
    }

    async Task<(SdkMessage? Message, string? Fault)> Message(Dispatch dispatch, Guid id, CancellationToken ct)
    {
        var code = (await directory.Organisations(ct)).FirstOrDefault(o => o.Id == dispatch.Organisation)?.Code;
        if (!settings.IsOn || code is null || !settings.Receivers.TryGetValue(code, out var to))
            return (null, "Mottagaren har ingen adress i SDK längre.");
        var file = (await files.Of(dispatch.Meeting, ct))!;
        var text = file.Text.Text;
        var label = DispatchLetter.Subject(text);
        var sender = dispatch.Acts.OrderBy(a => a.Position).Last(a => a.ByName is not null && a.Kind is DispatchActKind.Queued or DispatchActKind.SentAgain).ByName!;
        var message = new SdkMessage(id, clock.Now(), label.Length > SdkMessage.LongestLabel ? label[..SdkMessage.LongestLabel] : label, to, settings.From!,
            DispatchLetter.Text(dispatch, text, dispatch.Site, sender), [new(DispatchLetter.FileName(text, file.IsExtract), "application/pdf", file.Pdf)]);
        if (message.Size > SdkMessage.MostBytes)
            return (null, "Protokollet är större än 30 MB och ryms inte i ett SDK-meddelande.");
        return SdkRules.Faults(message.ToXml()) is [var first, ..] ? (null, $"Meddelandet följer inte SDK:s regler. {first.Words}") : (message, null);
    }
}
