using Samverk.Meetings.Adjusting;
using Samverk.Shared;

namespace Samverk.Meetings.Dispatching;

/// <summary>The letter that carries minutes to an official mailbox. Its link names the dispatch and gives no right to anything.</summary>
static class DispatchLetter
{
    public static string Subject(MinutesText text) => $"Justerat protokoll: {text.BodyName} {text.On.InWords()}";

    public static string FileName(MinutesText text, bool isExtract) => $"{(isExtract ? "Protokollsutdrag" : "Protokoll")} {text.BodyShortName} {text.On.Iso()}.pdf";

    /// <param name="address">Where Samverk is reached.</param>
    /// <param name="sender">Who answers what somebody wonders.</param>
    public static string Text(Dispatch dispatch, MinutesText text, string address, string sender) => string.Join("\n\n", new[]
    {
        "Hej!",
        $"Protokollet från {text.BodyName} {text.On.InWords()} är justerat. Det skickas till {dispatch.OrganisationName} för kännedom och registrering.",
        dispatch.IsExtract ? "I protokollet finns det som omfattas av sekretess. Det som är bifogat är ett utdrag utan det. Hela protokollet begärs hos avsändaren." : "Det justerade protokollet är bifogat, förseglat som PDF.",
        string.Join('\n', new[]
        {
            $"Expedieringens nummer: {dispatch.Number}",
            dispatch.CaseNumber is null ? null : $"Vårt diarienummer: {dispatch.CaseNumber}",
            text.Host is null ? null : $"Avsändare: {text.Host}",
        }.OfType<string>()),
        $"Bekräfta att det har kommit in, och skriv ert diarienummer:\n{address}{DispatchPages.Of(dispatch.Id)}\nDu loggar in som registrator eller samordnare i {dispatch.OrganisationName}.",
        $"Är det något du undrar över, fråga {sender}.",
    }.OfType<string>());
}
