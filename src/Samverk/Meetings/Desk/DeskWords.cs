namespace Samverk.Meetings.Desk;

/// <summary>The Swedish words of what stands on the desk.</summary>
public static class DeskWords
{
    public static string Words(this NoteKind kind) => kind switch
    {
        NoteKind.Text => "Text",
        NoteKind.Question => "Fråga",
        NoteKind.Proposal => "Yrkande",
        NoteKind.Decision => "Beslut",
        NoteKind.Round => "Laget runt",
        NoteKind.Election => "Val",
        NoteKind.Vote => "Omröstning",
        NoteKind.Assignment => "Uppdrag",
        NoteKind.Deferral => "Skjut fram",
        NoteKind.Attachment => "Bilaga",
        NoteKind.Recommendation => "Rekommendation",
        NoteKind.NextMeeting => "Nästa möte",
        NoteKind.ProposedItem => "Till kommande möte",
        NoteKind.Group => "Grupp",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this ItemKind kind) => kind switch
    {
        ItemKind.Formality => "Formalia",
        ItemKind.Information => "Information",
        ItemKind.Discussion => "Diskussion",
        ItemKind.Decision => "Beslut",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Words(this VoteWay way) => way switch
    {
        VoteWay.ShowOfHands => "handuppräckning",
        VoteWay.Named => "namnupprop",
        VoteWay.ByPrincipal => "en röst per huvudman",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    public static string Words(this Ballot ballot) => ballot switch
    {
        Ballot.For => "Ja",
        Ballot.Against => "Nej",
        Ballot.Abstains => "Avstår",
        _ => throw new ArgumentOutOfRangeException(nameof(ballot)),
    };
}
