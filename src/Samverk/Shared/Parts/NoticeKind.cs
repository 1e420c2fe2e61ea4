namespace Samverk.Shared.Parts;

/// <summary>What a notice is about: a fact, an act that went well, something to look at, a stop.</summary>
public enum NoticeKind
{
    Info,
    Success,
    Warning,
    Danger,
}
