using System.Security.Cryptography;
using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Meetings.Evaluating;

/// <summary>
/// A body's yearly evaluation of its own work: open until its last day, or until somebody closes it. What is answered is
/// seen by nobody before that, and after it only if enough have answered.
/// </summary>
internal sealed class Evaluation : Remembering, IOwned
{
    /// <summary>With fewer answers than so, somebody could be recognised.</summary>
    public const int Fewest = 5;
    public const int MostOwn = 3, LongestText = 2000, MostDays = 120;

    Evaluation() { }

    public Evaluation(BodyInfo body, DateOnly lastDay, IReadOnlyList<string> own, int asked, DateTimeOffset at, Guid by)
    {
        var today = DateOnly.FromDateTime(at.Local());
        Refusal.Heed(Fault(lastDay, own, asked, today));
        (Area, Owner, Body, Year, LastDay, Own, OpenedAt, OpenedBy) = (body.Area, body.Host, body.Id, today.Year, lastDay, own, at, by);
        Remember(new EvaluationOpened(Id, Body, LastDay, at, by));
    }

    public Guid Id { get; private set; } = Ids.Next();
    public Guid Area { get; private set; }
    public Guid Owner { get; private set; }
    public Guid Body { get; private set; }
    public int Year { get; private set; }
    /// <summary>The last day that it can be answered.</summary>
    public DateOnly LastDay { get; private set; }
    /// <summary>The body's own statements, asked after the standing ones.</summary>
    public IReadOnlyList<string> Own { get; private set; } = [];
    public DateTimeOffset OpenedAt { get; private set; }
    public Guid OpenedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen(DateOnly today) => ClosedAt is null && LastDay >= today;

    /// <summary>Closes it, once.</summary>
    /// <param name="by">Null when its last day has passed.</param>
    public void Close(DateTimeOffset at, Guid? by)
    {
        if (ClosedAt is not null)
            return;
        ClosedAt = at;
        Remember(new EvaluationClosed(Id, Body, at, by));
    }

    static Refusal? Fault(DateOnly lastDay, IReadOnlyList<string> own, int asked, DateOnly today) =>
        lastDay < today || lastDay > today.AddDays(MostDays) ? new("last-day-odd", $"Välj en sista dag från och med i dag, högst {MostDays} dagar fram.")
        : own.Count > MostOwn ? new("questions-many", $"Högst {MostOwn} egna påståenden går att lägga till.")
        : own.Select(text => TextRules.OneLine(text, "Påståendet")).FirstOrDefault(fault => fault is not null) is { } fault ? fault with { Code = "question-odd" }
        : asked < Fewest ? new("evaluation-few", $"Organet har färre än {SwedishText.Word(Fewest)} ledamöter. Då skulle svaren gå att knyta till någon.")
        : null;
}

/// <summary>Somebody who is asked, and whether they have answered: never what, and never when.</summary>
internal sealed class EvaluationInvitation(Guid area, Guid evaluation, Guid person) : IInArea
{
    public Guid Area { get; private set; } = area;
    public Guid Evaluation { get; private set; } = evaluation;
    public Guid Person { get; private set; } = person;
    public bool HasAnswered { get; private set; }

    public void Answer() => HasAnswered = true;
}

/// <summary>
/// What somebody answered to one question. Nothing ties it to a person, to a time, or to the same person's other answers:
/// its id is of chance alone (a version 7 id would tell when it was made), and every time somebody answers, all answers
/// are written anew in an order of chance, so that neither the rows' places nor the database's own marks tell of order.
/// </summary>
internal sealed class EvaluationAnswer(Guid area, Guid evaluation, string question, int? rating, string? text) : IInArea
{
    public Guid Id { get; private set; } = new(RandomNumberGenerator.GetBytes(16));
    public Guid Area { get; private set; } = area;
    public Guid Evaluation { get; private set; } = evaluation;
    public string Question { get; private set; } = question;
    /// <summary>1 to 5; null of one who doesn't know, and of a text.</summary>
    public int? Rating { get; private set; } = rating;
    public string? Text { get; private set; } = text;

    /// <summary>The same answer under another id of chance.</summary>
    public EvaluationAnswer Anew() => new(Area, Evaluation, Question, Rating, Text);
}
