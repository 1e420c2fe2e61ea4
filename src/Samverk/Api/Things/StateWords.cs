using Samverk.Meetings;

namespace Samverk.Api.Things;

/// <summary>The groups of addresses in the documentation.</summary>
static class Groups
{
    public const string Meetings = "meetings", Agreements = "agreements", Plans = "plans", Organisations = "organisations", Documents = "documents", Search = "search", About = "about", Public = "public";
}

/// <summary>The Swedish words of states that no page writes out.</summary>
static class StateWords
{
    public static string Of(MeetingState state) => state.Words();
}
