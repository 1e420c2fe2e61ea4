namespace Samverk.Agreements.Consulting;

/// <summary>The addresses of the pages of consultations.</summary>
public static class ConsultationPages
{
    public const string All = "/remisser";

    public static string New(Guid agreement) => $"/overenskommelser/{agreement:D}/remiss";

    public static string Of(Guid id) => $"/remisser/{id:D}";

    public static string Change(Guid id) => $"/remisser/{id:D}/andra";

    public static string Send(Guid id) => $"/remisser/{id:D}/utskick";

    /// <summary>Where more are asked, after it was sent out.</summary>
    public static string Widen(Guid id) => $"/remisser/{id:D}/fler";

    public static string Remind(Guid id) => $"/remisser/{id:D}/paminnelse";

    /// <summary>Where a consultee answers. Names the thing and gives no right to anything.</summary>
    public static string Answer(Guid id) => $"/remisser/{id:D}/svar";

    /// <summary>The same, for somebody who answers for several.</summary>
    public static string Answer(Guid id, Guid consultee) => $"/remisser/{id:D}/svar?for={consultee:D}";

    public static string Consultee(Guid id, Guid consultee) => $"/remisser/{id:D}/instanser/{consultee:D}";

    /// <summary>Where an answer that came by mail is written down.</summary>
    public static string Record(Guid id, Guid consultee) => $"/remisser/{id:D}/instanser/{consultee:D}/registrera";

    public static string Compilation(Guid id) => $"/remisser/{id:D}/sammanstallning";

    public static string CompilationPdf(Guid id) => $"/remisser/{id:D}/sammanstallning.pdf";

    public static string CompilationDocx(Guid id) => $"/remisser/{id:D}/sammanstallning.docx";

    /// <summary>Where the responsible answers every remark.</summary>
    public static string Replies(Guid id) => $"/remisser/{id:D}/kommentarer";

    public static string File(Guid id, Guid file) => $"/remisser/{id:D}/handlingar/{file:D}";
}
