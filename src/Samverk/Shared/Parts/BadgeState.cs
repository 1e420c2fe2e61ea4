namespace Samverk.Shared.Parts;

/// <summary>The nine states a badge can show. A new word joins one of them; a tenth needs a reason.</summary>
public enum BadgeState
{
    /// <summary>Not begun or not sent out.</summary>
    Draft,

    /// <summary>Under way, and nobody is late.</summary>
    Active,

    /// <summary>Somebody is to do something.</summary>
    Waiting,

    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>Done.</summary>
    Done,

    /// <summary>A no or a stop.</summary>
    Declined,

    /// <summary>Came back or was put off.</summary>
    Returned,

    /// <summary>Can't be changed, or can't be shown.</summary>
    Sealed,

    /// <summary>Seen by everybody on the web.</summary>
    Public,
}
