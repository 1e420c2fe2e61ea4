using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Api.Webhooks;

/// <param name="Address">Without what stands after the question mark.</param>
[DisplayName("Webhook tillagd"), OnlyInLog]
public sealed record WebhookAdded(Guid Webhook, string Name, string OrganisationName, string Address, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Webhook;
    public override string Words => $"Webhooken {Name} lades till för {OrganisationName}: {Address}";
}

[DisplayName("Webhook ändrad"), OnlyInLog]
public sealed record WebhookChanged(Guid Webhook, string Name, string Field, string? Before, string? After, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Webhook;
    public override string Words => $"Webhooken {Name} ändrades: {SwedishText.Small(Field)}";
    public override IReadOnlyList<Change> Changed => [new(Field, Before, After)];
}

[DisplayName("Webhook fick ny hemlighet"), OnlyInLog]
public sealed record WebhookSecretRenewed(Guid Webhook, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Webhook;
    public override string Words => $"Webhooken {Name} fick en ny hemlighet";
}

[DisplayName("Webhook stoppad"), OnlyInLog]
public sealed record WebhookStopped(Guid Webhook, string Name, WebhookState State, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Webhook;
    public override string Words => State switch
    {
        WebhookState.Removed => $"Webhooken {Name} togs bort",
        WebhookState.Gone => $"Webhooken {Name} stoppades: mottagaren svarade 410 och vill inte ha mer",
        WebhookState.Failing => $"Webhooken {Name} stoppades: mottagaren har inte tagit emot något på {SwedishText.Word(Webhooks.Webhook.Patience.Days)} dygn",
        _ => $"Webhooken {Name} pausades",
    };
}

[DisplayName("Webhook på igen"), OnlyInLog]
public sealed record WebhookStarted(Guid Webhook, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Webhook;
    public override string Words => $"Webhooken {Name} slogs på igen";
}
