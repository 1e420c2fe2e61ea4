using System.Text.Json.Serialization;

namespace Samverk.Meetings.Desk;

/// <summary>What is written under an item, by kind.</summary>
public enum NoteKind { Text, Question, Proposal, Decision, Round, Election, Vote, Assignment, Deferral, Attachment, Recommendation, NextMeeting, ProposedItem, Group }

/// <summary>What one note says. Each kind has its own facts; all are kept whole with the note.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextNote), "text"), JsonDerivedType(typeof(QuestionNote), "question"), JsonDerivedType(typeof(ProposalNote), "proposal")]
[JsonDerivedType(typeof(DecisionNote), "decision"), JsonDerivedType(typeof(RoundNote), "round"), JsonDerivedType(typeof(ElectionNote), "election")]
[JsonDerivedType(typeof(VoteNote), "vote"), JsonDerivedType(typeof(AssignmentNote), "assignment"), JsonDerivedType(typeof(DeferralNote), "deferral")]
[JsonDerivedType(typeof(AttachmentNote), "attachment"), JsonDerivedType(typeof(RecommendationNote), "recommendation")]
[JsonDerivedType(typeof(NextMeetingNote), "nextMeeting"), JsonDerivedType(typeof(ProposedItemNote), "proposedItem"), JsonDerivedType(typeof(GroupNote), "group")]
public abstract record NoteContent
{
    /// <summary>The longest text that a note may hold, in characters.</summary>
    public const int Longest = 20_000;

    public abstract NoteKind Kind { get; }

    /// <summary>Nothing has been written yet; such a note is in no minutes.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>All that somebody has written, for what looks at text: personal numbers, lengths, differences.</summary>
    public abstract string Written { get; }

    /// <summary>An empty note of a kind.</summary>
    public static NoteContent Empty(NoteKind kind) => kind switch
    {
        NoteKind.Text => new TextNote(""),
        NoteKind.Question => new QuestionNote("", null, null, null),
        NoteKind.Proposal => new ProposalNote("", null),
        NoteKind.Decision => new DecisionNote(DecisionOutcome.Decision, ""),
        NoteKind.Round => new RoundNote([]),
        NoteKind.Election => new ElectionNote("Justerare", []),
        NoteKind.Vote => new VoteNote("", VoteWay.ShowOfHands, null, null, null, [], null),
        NoteKind.Assignment => new AssignmentNote("", null, null, null),
        NoteKind.Deferral => new DeferralNote("", null),
        NoteKind.Attachment => new AttachmentNote(""),
        NoteKind.Recommendation => new RecommendationNote("", null),
        NoteKind.NextMeeting => new NextMeetingNote(null, null, null, null),
        NoteKind.ProposedItem => new ProposedItemNote(""),
        NoteKind.Group => new GroupNote("Grupp", []),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private protected static string Joined(params IEnumerable<string?> parts) => string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}

/// <summary>What was said, in running text; an empty line parts paragraphs.</summary>
public sealed record TextNote(string Text) : NoteContent
{
    public override NoteKind Kind => NoteKind.Text;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Text;
}

/// <param name="By">Who asked: 'Omar Haddad, Kvarnberga'.</param>
/// <param name="TakenBy">Who takes the question home and comes back with the answer; null when nobody does.</param>
/// <param name="AnswerDue">The day that the answer is to be there.</param>
public sealed record QuestionNote(string Text, string? By, string? Answer, string? Comment, string? TakenBy = null, Guid? TakenByPerson = null, DateOnly? AnswerDue = null) : NoteContent
{
    public bool IsTakenHome => !IsEmpty && !string.IsNullOrWhiteSpace(TakenBy);

    public override NoteKind Kind => NoteKind.Question;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Joined(Text, By, Answer, Comment, TakenBy);
}

/// <summary>A motion (yrkande).</summary>
public sealed record ProposalNote(string Text, string? By) : NoteContent
{
    public override NoteKind Kind => NoteKind.Proposal;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Joined(Text, By);
}

/// <param name="Text">What the body decides, in words of its own.</param>
/// <param name="Reservation">Who reserve themselves, and why.</param>
public sealed record DecisionNote(DecisionOutcome Outcome, string Text, string? Reservation = null) : NoteContent
{
    public override NoteKind Kind => NoteKind.Decision;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Joined(Text, Reservation);
}

/// <summary>One line of a round: a seat and what it said.</summary>
public sealed record RoundLine(string Seat, string? Text);

/// <summary>Each seat in turn (laget runt); those that said nothing are still there to be seen.</summary>
public sealed record RoundNote(IReadOnlyList<RoundLine> Lines) : NoteContent
{
    public override NoteKind Kind => NoteKind.Round;
    public override bool IsEmpty => Lines.All(line => string.IsNullOrWhiteSpace(line.Text));
    public override string Written => Joined(Lines.Select(line => line.Text));
    public bool Equals(RoundNote? other) => other is not null && Lines.SequenceEqual(other.Lines);
    public override int GetHashCode() => Lines.Count;
}

/// <summary>What one of the groups of a group discussion came to, each of its notes on a line of its own.</summary>
/// <param name="Group">Its name.</param>
public sealed record GroupNote(string Group, IReadOnlyList<string> Lines) : NoteContent
{
    public override NoteKind Kind => NoteKind.Group;
    public override bool IsEmpty => Lines.Count == 0;
    public override string Written => Joined([Group, .. Lines]);
    public bool Equals(GroupNote? other) => other is not null && Group == other.Group && Lines.SequenceEqual(other.Lines);
    public override int GetHashCode() => Group.GetHashCode(StringComparison.Ordinal);

    /// <summary>A group's notes, in as many of these as they need.</summary>
    public static IEnumerable<GroupNote> Of(string group, IReadOnlyList<string> lines)
    {
        List<string> taken = [];
        var length = group.Length;
        foreach (var line in lines)
        {
            if (length + line.Length + 1 > Longest)
            {
                yield return new(group, taken);
                (taken, length) = ([], group.Length);
            }
            taken.Add(line);
            length += line.Length + 1;
        }
        yield return new(group, taken);
    }
}

/// <summary>Somebody who was elected.</summary>
/// <param name="Person">Null when the name is not of a person here.</param>
public sealed record Elected(string Name, Guid? Person);

/// <param name="As">'Justerare'.</param>
public sealed record ElectionNote(string As, IReadOnlyList<Elected> People) : NoteContent
{
    public const string Adjuster = "Justerare";

    public override NoteKind Kind => NoteKind.Election;
    public override bool IsEmpty => People.Count == 0;
    public override string Written => Joined(People.Select(person => person.Name));
    /// <summary>It says who adjusts these minutes.</summary>
    public bool IsOfAdjuster => string.Equals(As.Trim(), Adjuster, StringComparison.OrdinalIgnoreCase);
    public bool Equals(ElectionNote? other) => other is not null && As == other.As && People.SequenceEqual(other.People);
    public override int GetHashCode() => As.GetHashCode(StringComparison.Ordinal);
}

public enum VoteWay { ShowOfHands, Named, ByPrincipal }

public enum Ballot { For, Against, Abstains }

/// <summary>One vote: of a person, or of a principal.</summary>
public sealed record NamedVote(string Voter, Ballot Ballot);

/// <param name="About">What was put to the vote.</param>
/// <param name="For">How many; counted from the votes where each is named.</param>
public sealed record VoteNote(string About, VoteWay Way, int? For, int? Against, int? Abstain, IReadOnlyList<NamedVote> Votes, string? Reservation) : NoteContent
{
    public override NoteKind Kind => NoteKind.Vote;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(About);
    public override string Written => Joined(About, Reservation);

    /// <summary>The count: of the named votes where there are any, else as counted in the room.</summary>
    public int Count(Ballot ballot) => Votes.Count > 0 ? Votes.Count(vote => vote.Ballot == ballot) : (ballot switch { Ballot.For => For, Ballot.Against => Against, _ => Abstain }) ?? 0;

    public bool Equals(VoteNote? other) =>
        other is not null && (About, Way, For, Against, Abstain, Reservation) == (other.About, other.Way, other.For, other.Against, other.Abstain, other.Reservation) && Votes.SequenceEqual(other.Votes);
    public override int GetHashCode() => About.GetHashCode(StringComparison.Ordinal);
}

/// <param name="Who">A person, a role or a group, as it is to stand in the minutes.</param>
/// <param name="Due">The day that it is to be reported; a body's meeting where it is one.</param>
public sealed record AssignmentNote(string Text, string? Who, Guid? Person, DateOnly? Due) : NoteContent
{
    public override NoteKind Kind => NoteKind.Assignment;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Joined(Text, Who);
}

/// <summary>The matter is put off. It lands in the backlog of the body when the minutes are adjusted.</summary>
/// <param name="To">The meeting day that it comes back.</param>
public sealed record DeferralNote(string Text, DateOnly? To) : NoteContent
{
    public override NoteKind Kind => NoteKind.Deferral;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text) && To is null;
    public override string Written => Text;
}

public sealed record AttachmentNote(string Name) : NoteContent
{
    public override NoteKind Kind => NoteKind.Attachment;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Name);
    public override string Written => Name;
}

/// <summary>An agreement is recommended to the principals, each of which decides for itself.</summary>
/// <param name="Agreement">Its title, verbatim.</param>
/// <param name="Of">The agreement, where it is kept here; with <paramref name="Version"/> and <paramref name="Seal"/> exactly the text that is recommended.</param>
public sealed record RecommendationNote(string Agreement, string? Text, Guid? Of = null, int? Version = null, string? Seal = null) : NoteContent
{
    public override NoteKind Kind => NoteKind.Recommendation;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Agreement);
    public override string Written => Joined(Agreement, Text);
}

/// <summary>When the body meets next, as the meeting was told.</summary>
public sealed record NextMeetingNote(DateOnly? On, TimeOnly? Start, TimeOnly? End, string? Place) : NoteContent
{
    public override NoteKind Kind => NoteKind.NextMeeting;
    public override bool IsEmpty => On is null;
    public override string Written => Place ?? "";
}

/// <summary>A matter that somebody wants on a coming agenda.</summary>
public sealed record ProposedItemNote(string Text) : NoteContent
{
    public override NoteKind Kind => NoteKind.ProposedItem;
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
    public override string Written => Text;
}
