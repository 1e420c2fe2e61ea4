using Samverk.Shared.Parts;

namespace Samverk.Api.Webhooks;

static class WebhookWords
{
    public static string Words(this WebhookState state) => state switch
    {
        WebhookState.On => "På",
        WebhookState.Paused => "Pausad",
        WebhookState.Failing => "Stoppad, ingen svarar",
        WebhookState.Gone => "Stoppad av mottagaren",
        WebhookState.Removed => "Borttagen",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Words(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "Väntar",
        DeliveryState.Delivered => "Mottaget",
        DeliveryState.GivenUp => "Kom inte fram",
        DeliveryState.Dropped => "Skickades inte",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static BadgeState Look(this WebhookRow webhook) => webhook.State switch
    {
        WebhookState.On => webhook.FailingSince is null ? BadgeState.Active : BadgeState.Overdue,
        WebhookState.Paused => BadgeState.Draft,
        _ => BadgeState.Declined,
    };

    public static BadgeState Look(this DeliveryState state) => state switch
    {
        DeliveryState.Waiting => BadgeState.Waiting,
        DeliveryState.Delivered => BadgeState.Done,
        DeliveryState.GivenUp => BadgeState.Declined,
        _ => BadgeState.Draft,
    };
}
