namespace Samverk.Agreements;

/// <summary>The addresses of the pages of agreements and adoptions.</summary>
public static class AgreementPages
{
    public const string All = "/overenskommelser", Matrix = "/overenskommelser/matris", New = "/overenskommelser/ny", Recommendation = "/overenskommelser/rekommendation", Adoptions = "/antaganden";

    public static string Of(Guid id) => $"/overenskommelser/{id:D}";

    public static string Facts(Guid id) => $"/overenskommelser/{id:D}/uppgifter";

    public static string Parties(Guid id) => $"/overenskommelser/{id:D}/parter";

    public static string Text(Guid id, int version) => $"/overenskommelser/{id:D}/text/{version}";

    public static string NewText(Guid id) => $"/overenskommelser/{id:D}/text/ny";

    /// <summary>The locked text, byte for byte.</summary>
    public static string TextPdf(Guid id, int version) => $"/overenskommelser/{id:D}/text/{version}.pdf";

    public static string Files(Guid id) => $"/overenskommelser/{id:D}/handlingar";

    /// <summary>One document, as a file.</summary>
    public static string File(Guid id, Guid file) => $"/overenskommelser/{id:D}/handlingar/{file:D}";

    public static string Letter(Guid id) => $"/overenskommelser/{id:D}/foljebrev.pdf";

    public static string Certificate(Guid id) => $"/overenskommelser/{id:D}/bevis.pdf";

    public static string Send(Guid id) => $"/overenskommelser/{id:D}/utskick";

    public static string Remind(Guid id) => $"/overenskommelser/{id:D}/paminnelse";

    public static string Report(Guid id) => $"/overenskommelser/{id:D}/rapport";

    public static string Step(Guid id) => $"/overenskommelser/{id:D}/lage";

    public static string Adoption(Guid id) => $"/antaganden/{id:D}";

    public static string Receipt(Guid id) => $"/antaganden/{id:D}/kvitto";

    public static string Planned(Guid id) => $"/antaganden/{id:D}/planerat";

    public static string Paper(Guid id, Guid paper) => $"/antaganden/{id:D}/handlingar/{paper:D}";
}
