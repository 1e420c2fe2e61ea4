using Samverk.Shared;

namespace Samverk.Agreements.Consulting;

/// <summary>What a consultee thinks of the whole.</summary>
public enum Stance { Supports, SupportsWithChanges, Rejects, NoRemarks, Abstains }

/// <summary>What a remark is about: all of it, a question, or a part of the text under its heading.</summary>
public enum PlaceKind { Whole, Question, Part }

/// <summary>What somebody says about one place.</summary>
/// <param name="Index">Of the question, or of the heading, from 0.</param>
public sealed record Remark(PlaceKind Kind, int Index, string Words);

/// <summary>An answer as it is written.</summary>
/// <param name="CaseNumber">The consultee's own.</param>
public sealed record WrittenAnswer(Stance? Stance, IReadOnlyList<Remark> Remarks, string? CaseNumber)
{
    public const int LongestRemark = 20_000, LongestNumber = 100;
}

/// <summary>A file that is the answer, or goes with it.</summary>
public sealed record AnswerFile(string Name, string Type, byte[] Bytes);

/// <summary>
/// A version of a consultee's answer (remissvar): a draft that only the consultee reads, handed in for approval there, and
/// sent. What is sent never changes; what is added is another version.
/// </summary>
internal sealed class Response : IOwned
{
    readonly List<ResponseRemark> remarks = [];

    Response() { }

    public Response(Consultation consultation, Consultee consultee, int number, DateTimeOffset at, Guid by)
    {
        (Area, Consultation, Consultee, Organisation, Body, Number) = (consultation.Area, consultation.Id, consultee.Id, consultee.Organisation, consultee.Body, number);
        // A body's answer is its host's record, as all of the body's; what somebody outside sends is the receiver's.
        Owner = consultee.Organisation ?? consultation.Owner;
        (WrittenAt, WrittenBy) = (at, by);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Consultation { get; private set; }
    public Guid Consultee { get; private set; }
    public Guid? Organisation { get; private set; }
    public Guid? Body { get; private set; }
    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }
    public Stance? Stance { get; private set; }
    public string? CaseNumber { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public Guid WrittenBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public Guid? SubmittedBy { get; private set; }
    /// <summary>Why it was handed back; null when it wasn't.</summary>
    public string? Returned { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public Guid? SentBy { get; private set; }
    /// <summary>The day that it came by mail or on paper; null for one that was sent here.</summary>
    public DateOnly? ReceivedOn { get; private set; }
    /// <summary>Who saves says which edition they wrote on.</summary>
    public int Edition { get; private set; }
    public IReadOnlyList<ResponseRemark> Remarks => remarks;

    /// <summary>Written down by the receiver, from a mail or a paper.</summary>
    public bool IsRecorded => ReceivedOn is not null;

    /// <param name="places">What there is to say something about, with what it is called.</param>
    /// <param name="edition">Null from a program, which says it all again.</param>
    public void Write(WrittenAnswer answer, IReadOnlyList<AnswerPlace> places, int? edition, DateTimeOffset at, Guid by)
    {
        var said = answer.Remarks.Where(r => TextRules.Trimmed(r.Words) is not null).ToList();
        Refusal.Heed(SentAt is not null ? new("response-sent", "Svaret är skickat och ändras inte. Komplettera med ett nytt.")
            : SubmittedAt is not null ? new("response-submitted", "Svaret väntar på godkännande. Den som godkänner kan skicka tillbaka det.")
            : edition is not null && edition != Edition ? new("stale", "Någon annan hos er har skrivit i samma svar. Läs om sidan och gör om din ändring.")
            : said.Exists(r => r.Words.Length > WrittenAnswer.LongestRemark) ? new("text-long", $"En text är längre än {SwedishText.Figure(WrittenAnswer.LongestRemark)} tecken. Lägg den som en fil.")
            : said.Exists(r => places.All(p => p.Kind != r.Kind || p.Index != r.Index)) ? new("place-missing", "Det finns ingen sådan fråga eller rubrik. Läs om sidan.")
            : answer.CaseNumber?.Length > WrittenAnswer.LongestNumber ? new("name-long", $"Diarienumret är längre än {WrittenAnswer.LongestNumber} tecken. Korta det.")
            : TextRules.OneLine(answer.CaseNumber, "Diarienumret"));
        Say([.. places.SelectMany(p => said.Where(r => r.Kind == p.Kind && r.Index == p.Index).Take(1).Select(r => (p, r.Words.ReplaceLineEndings("\n").Trim())))]);
        (Stance, CaseNumber, WrittenAt, WrittenBy) = (answer.Stance, TextRules.Trimmed(answer.CaseNumber), at, by);
        Edition++;
    }

    // Rows are known by their positions: those that are there are written over.
    void Say(List<(AnswerPlace Place, string Words)> said)
    {
        foreach (var ((place, words), i) in said.Select((s, i) => (s, i)))
            if (remarks.Find(r => r.Position == i) is { } known)
                known.Write(place, words);
            else
                remarks.Add(new(this, i, place, words));
        remarks.RemoveAll(r => r.Position >= said.Count);
    }

    /// <summary>Begins as the version before it.</summary>
    public void BeginAs(Response before)
    {
        (Stance, CaseNumber) = (before.Stance, before.CaseNumber);
        remarks.AddRange(before.Remarks.OrderBy(r => r.Position).Select(r => new ResponseRemark(this, r.Position, new(r.Kind, r.Index, r.Title), r.Words)));
    }

    /// <summary>Hands it in for approval within the consultee.</summary>
    public void Submit(bool hasFile, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(Unready(hasFile) ?? (SubmittedAt is null ? null : new("response-submitted", "Svaret väntar redan på godkännande.")));
        (SubmittedAt, SubmittedBy, Returned) = (at, by, null);
        Edition++;
    }

    /// <summary>Hands it back to whoever wrote it.</summary>
    public void Return(string? words, DateTimeOffset at)
    {
        Refusal.Heed(SentAt is not null || SubmittedAt is null ? new("response-not-submitted", "Svaret väntar inte på godkännande.")
            : TextRules.Trimmed(words) is null ? new("return-reason-missing", "Skriv vad som ska ändras.")
            : words!.Length > Consulting.Consultee.LongestReason ? new("text-long", $"Texten är längre än {Consulting.Consultee.LongestReason} tecken. Korta den.") : null);
        (SubmittedAt, SubmittedBy, Returned, WrittenAt) = (null, null, words!.Trim(), at);
        Edition++;
    }

    /// <param name="isAlone">Nobody else at the consultee can approve it.</param>
    public void Send(bool hasFile, bool isAlone, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(Unready(hasFile)
            ?? (isAlone ? null : SubmittedAt is null ? new("approval-needed", "Svaret ska godkännas av någon annan hos er innan det skickas. Lämna det för godkännande.")
            : SubmittedBy == by ? new("approval-own", "Du har själv lämnat svaret för godkännande. Någon annan hos er godkänner och skickar det.") : null));
        (SentAt, SentBy, Returned) = (at, by, null);
        Edition++;
    }

    /// <summary>Writes down that it came by mail or on paper.</summary>
    public void Receive(DateOnly? on, bool hasFile, DateTimeOffset at, Guid by)
    {
        Refusal.Heed(on is null ? new("day-missing", "Skriv dagen då svaret kom, som 2026-12-09.")
            : on > DateOnly.FromDateTime(at.Local()) ? new("day-ahead", "Dagen är efter i dag. Skriv en dag som har varit.") : Unready(hasFile));
        (ReceivedOn, SentAt, SentBy) = (on, at, by);
    }

    // Who takes no stand, and those who have nothing to add, need say no more.
    Refusal? Unready(bool hasFile) =>
        SentAt is not null ? new("response-sent", "Svaret är redan skickat.")
        : Stance is null ? new("stance-missing", "Välj vad ni tycker i det stora hela.")
        : Stance is Consulting.Stance.SupportsWithChanges or Consulting.Stance.Rejects && remarks.Count == 0 && !hasFile ? new("remarks-missing", "Skriv vad som ska ändras och varför, eller lägg till svaret som fil.") : null;
}

/// <summary>A place that something can be said about: all of it, a question, or a part of the text.</summary>
/// <param name="Title">The question, or the heading.</param>
public sealed record AnswerPlace(PlaceKind Kind, int Index, string Title);

/// <summary>What an answer says about one place. Never changed once it is sent.</summary>
internal sealed class ResponseRemark : IInArea
{
    ResponseRemark() { }

    public ResponseRemark(Response response, int position, AnswerPlace place, string words) =>
        (Area, Response, Position, Kind, Index, Title, Words) = (response.Area, response.Id, position, place.Kind, place.Index, place.Title, words);

    public Guid Area { get; private set; }
    public Guid Response { get; private set; }
    public int Position { get; private set; }
    public PlaceKind Kind { get; private set; }
    public int Index { get; private set; }
    public string Title { get; private set; } = "";
    public string Words { get; private set; } = "";

    public void Write(AnswerPlace place, string words) => (Kind, Index, Title, Words) = (place.Kind, place.Index, place.Title, words);
}

/// <summary>A file of an answer.</summary>
internal sealed class ResponseFile : IInArea
{
    ResponseFile() { }

    public ResponseFile(Response response, AnswerFile file, DateTimeOffset at)
    {
        Refusal.Heed(SentFile.Fault(file.Bytes.Length));
        (Area, Response, Name, Type, Bytes, At) = (response.Area, response.Id, file.Name, file.Type, file.Bytes, at);
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Response { get; private set; }
    public string Name { get; private set; } = "";
    public string Type { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];
    public DateTimeOffset At { get; private set; }
}

/// <summary>What a remark led to.</summary>
public enum ReplyOutcome { Noted, Changed, PartlyChanged, NotChanged }

/// <summary>What the responsible answers to one remark, and what it led to in the text. Written until the compilation is done.</summary>
internal sealed class Reply : IInArea
{
    public const int Longest = 4000;

    Reply() { }

    public Reply(Guid area, Guid response, int position) => (Area, Response, Position) = (area, response, position);

    public Guid Area { get; private set; }
    public Guid Response { get; private set; }
    public int Position { get; private set; }
    public string? Words { get; private set; }
    public ReplyOutcome Outcome { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid By { get; private set; }
    public string ByName { get; private set; } = "";

    /// <returns>Whether something changed.</returns>
    public bool Write(string? words, ReplyOutcome outcome, DateTimeOffset at, Guid by, string byName)
    {
        var said = TextRules.Trimmed(words?.ReplaceLineEndings("\n"));
        Refusal.Heed(said?.Length > Longest ? new("text-long", $"En kommentar är längre än {SwedishText.Figure(Longest)} tecken. Korta den.") : null);
        if ((Words, Outcome) == (said, outcome))
            return false;
        (Words, Outcome, At, By, ByName) = (said, outcome, at, by, byName);
        return true;
    }
}
