using System.Security.Cryptography;
using Samverk.Shared;

namespace Samverk.Meetings.Adjusting;

/// <summary>
/// The minutes as they were sent for adjustment: the text, the PDF that was made of it, once, and the seal of exactly those
/// bytes. It never changes; what is written after a reopening is frozen anew, as the next version.
/// </summary>
internal sealed class FrozenText : IOwned
{
    readonly List<Approval> approvals = [];

    FrozenText() { }

    public FrozenText(Meeting meeting, int version, MinutesText text, byte[] pdf, DateOnly due, bool inOrder, string? address, DateTimeOffset at, Guid by)
    {
        (Area, Owner, Meeting, Version, Text, Pdf, DueOn, InOrder, Address, At, By) = (meeting.Area, meeting.Owner, meeting.Id, version, text, pdf, due, inOrder, address, at, by);
        Seal = SealOf(pdf);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public int Version { get; private set; }
    public MinutesText Text { get; private set; } = null!;
    public byte[] Pdf { get; private set; } = [];
    /// <summary>SHA-256 of the PDF, lower-case hexadecimal.</summary>
    public string Seal { get; private set; } = "";
    /// <summary>The last day that isn't late.</summary>
    public DateOnly DueOn { get; private set; }
    /// <summary>Those who adjust do so one after the other.</summary>
    public bool InOrder { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    /// <summary>When it was opened for writing again: it is adjusted no more.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }
    public string? ReopenedFor { get; private set; }
    /// <summary>Where Samverk is reached: links in letters about it begin so. Null: nobody is written to.</summary>
    public string? Address { get; private set; }
    /// <summary>How many turns have been told of by letter; all at once are one turn.</summary>
    public int Told { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public IReadOnlyList<Approval> Approvals => approvals;

    public static string SealOf(byte[] pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf));

    /// <summary>Those who are still to adjust it, in their order.</summary>
    public IEnumerable<MinutesSigner> Waiting => Text.Signers.Where(s => approvals.TrueForAll(a => a.Person != s.Person));

    public bool IsApproved => !Waiting.Any();

    /// <summary>Those who could adjust it now.</summary>
    IReadOnlyList<MinutesSigner> Turn => ReopenedAt is not null ? [] : InOrder ? [.. Waiting.Take(1)] : [.. Waiting];

    /// <summary>Those whose turn it is and who are to be told so now; they count as told.</summary>
    public IReadOnlyList<MinutesSigner> Tell()
    {
        var turn = InOrder ? approvals.Count + 1 : 1;
        if (Told >= turn)
            return [];
        Told = turn;
        return Turn;
    }

    /// <summary>Those who are to be reminded now; they count as reminded.</summary>
    public IReadOnlyList<MinutesSigner> Remind(DateTimeOffset at)
    {
        if (RemindedAt is not null)
            return [];
        RemindedAt = at;
        return Turn;
    }

    /// <summary>Why this person may not adjust it now; null when they may.</summary>
    public Refusal? MayApprove(Guid person)
    {
        if (Text.Signers.All(s => s.Person != person))
            return new("not-adjuster", $"Du har inte rätt att justera det här protokollet. Justerare är {SwedishText.Enumerate([.. Text.Signers.Select(s => s.Name)])}.");
        if (approvals.Exists(a => a.Person == person))
            return new("already-approved", "Du har redan justerat protokollet.");
        if (ReopenedAt is not null)
            return new("reopened", "Protokollet är öppnat för ändring. Du får läsa det igen när det har låsts på nytt.");
        if (InOrder && Waiting.First() is { } first && first.Person != person)
            return new("not-your-turn", $"{first.Name} justerar först. Du får besked när det är din tur.");
        return null;
    }

    /// <param name="seal">Of the text that the person had before them.</param>
    /// <param name="means">How they had signed in: 'med inloggningsnyckel'.</param>
    public Approval Approve(Guid person, string seal, string means, DateTimeOffset at)
    {
        Refusal.Heed(MayApprove(person) ?? (seal == Seal ? null : new("stale-text", "Texten har ändrats sedan du läste den. Läs protokollet igen och justera sedan.")));
        var approval = new Approval(this, Text.Signers.First(s => s.Person == person), means, at);
        approvals.Add(approval);
        return approval;
    }

    public Objection Object(Guid person, string reason, DateTimeOffset at)
    {
        Refusal.Heed(MayApprove(person) ?? (TextRules.Trimmed(reason) is null ? new("reason-missing", "Skäl saknas. Skriv vad som ska ändras för att du ska kunna justera.") : null));
        return new(this, Text.Signers.First(s => s.Person == person), reason.Trim(), at);
    }

    public void Reopen(string reason, DateTimeOffset at) => (ReopenedAt, ReopenedFor) = (at, reason);
}

/// <summary>That one of those who adjust has adjusted exactly this text: who, when, how they had signed in, which seal.</summary>
internal sealed class Approval : IInArea
{
    Approval() { }

    public Approval(FrozenText text, MinutesSigner signer, string means, DateTimeOffset at) =>
        (Area, Text, Person, Name, As, OrganisationName, Means, Seal, At) = (text.Area, text.Id, signer.Person, signer.Name, signer.As, signer.OrganisationName, means, text.Seal, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Text { get; private set; }
    public Guid Person { get; private set; }
    public string Name { get; private set; } = "";
    public string As { get; private set; } = "";
    public string? OrganisationName { get; private set; }
    /// <summary>'med inloggningsnyckel', 'med Region Bergslundas inloggning'.</summary>
    public string Means { get; private set; } = "";
    public string Seal { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>That one of those who adjust does not adjust this text, and why.</summary>
internal sealed class Objection : IInArea
{
    Objection() { }

    public Objection(FrozenText text, MinutesSigner signer, string reason, DateTimeOffset at) =>
        (Area, Text, Person, Name, Reason, At) = (text.Area, text.Id, signer.Person, signer.Name, reason, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Text { get; private set; }
    public Guid Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>What somebody says of the text of one item, while it is adjusted. Working material: it ends with the adjustment.</summary>
internal sealed class AdjustmentComment : IOwned
{
    AdjustmentComment() { }

    public AdjustmentComment(FrozenText text, Guid? item, Guid person, string name, string words, DateTimeOffset at) =>
        (Area, Owner, Meeting, Item, Version, Person, Name, Words, At) = (text.Area, text.Owner, text.Meeting, item, text.Version, person, name, words, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    /// <summary>Null when it is about all of it.</summary>
    public Guid? Item { get; private set; }
    public int Version { get; private set; }
    public Guid Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Words { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>Which version of the text somebody has read last: what is new to them is shown.</summary>
internal sealed class ReadText : IInArea
{
    ReadText() { }

    public ReadText(FrozenText text, Guid person, DateTimeOffset at) => (Area, Meeting, Person, Version, At) = (text.Area, text.Meeting, person, text.Version, at);

    public Guid Area { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Person { get; private set; }
    public int Version { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>The adjusted minutes: the approved bytes with the installation's seal after them, and the certificate that says who adjusted.</summary>
internal sealed class SealedMinutes : IOwned
{
    SealedMinutes() { }

    public SealedMinutes(FrozenText text, byte[] pdf, byte[] certificate, DateTimeOffset at) =>
        (Area, Owner, Meeting, Text, Seal, Pdf, Certificate, At) = (text.Area, text.Owner, text.Meeting, text.Id, text.Seal, pdf, certificate, at);

    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Text { get; private set; }
    /// <summary>Of the approved bytes, which the sealed file begins with.</summary>
    public string Seal { get; private set; } = "";
    public byte[] Pdf { get; private set; } = [];
    /// <summary>Justeringsbevis, a PDF of one page.</summary>
    public byte[] Certificate { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}

/// <summary>A correction (rättelse) of adjusted minutes, which themselves never change.</summary>
internal sealed class Correction : IOwned
{
    Correction() { }

    public Correction(SealedMinutes minutes, string? item, string words, Guid person, string name, string means, DateTimeOffset at) =>
        (Area, Owner, Meeting, Item, Words, Person, Name, Means, At) = (minutes.Area, minutes.Owner, minutes.Meeting, item, words, person, name, means, at);

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Meeting { get; private set; }
    /// <summary>The § it corrects; null when it is about all of it.</summary>
    public string? Item { get; private set; }
    public string Words { get; private set; } = "";
    public Guid Person { get; private set; }
    public string Name { get; private set; } = "";
    public string Means { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
