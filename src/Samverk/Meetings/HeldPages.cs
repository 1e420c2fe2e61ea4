namespace Samverk.Meetings;

/// <summary>The addresses of the pages of a meeting that is held here.</summary>
public static class HeldPages
{
    public static string Meeting(Guid id) => $"/moten/{id:D}";

    public static string Agenda(Guid id) => $"/moten/{id:D}/dagordning";

    /// <summary>A file of the agenda.</summary>
    public static string Document(Guid id, Guid document) => $"/moten/{id:D}/handlingar/{document:D}";

    /// <summary>Where the notice is sent, and who answers what is seen.</summary>
    public static string Notice(Guid id) => $"/moten/{id:D}/kallelse";

    /// <summary>Where somebody who was called answers.</summary>
    public static string Answer(Guid id) => $"/moten/{id:D}/svar";

    /// <param name="item">Its number; null for the one that is taken up.</param>
    public static string Desk(Guid id, string? item = null) => $"/moten/{id:D}/protokollsbord{(item is null ? "" : $"?punkt={item}")}";

    public static string Follow(Guid id) => $"/moten/{id:D}/folj";

    public static string Screen(Guid id) => $"/moten/{id:D}/visning";

    /// <summary>Where acts on the speakers' list are sent by the pages that show it.</summary>
    public static string Speakers(Guid id) => $"/moten/{id:D}/talarlista";

    /// <summary>Where group work under an item is opened, changed and collected.</summary>
    public static string Groups(Guid id, string item) => $"/moten/{id:D}/grupper?punkt={item}";

    /// <summary>One group's own page.</summary>
    public static string Group(Guid id, Guid group) => $"/moten/{id:D}/grupper/{group:D}";

    /// <summary>Where one note of a group is saved by itself.</summary>
    public static string GroupNotes(Guid id, Guid group) => $"{Group(id, group)}/anteckningar";

    /// <summary>Where one note is saved by itself.</summary>
    public static string Note(Guid id) => $"/moten/{id:D}/anteckningar";

    public static string Minutes(Guid id) => $"/protokoll/{id:D}";

    public static string Adjusting(Guid id) => $"/protokoll/{id:D}/justering";

    public static string Dispatch(Guid id) => $"/protokoll/{id:D}/expediering";

    public static string Pdf(Guid id) => $"/protokoll/{id:D}/protokoll.pdf";

    public static string Docx(Guid id) => $"/protokoll/{id:D}/protokoll.docx";

    /// <summary>One item of adjusted minutes as a document of its own.</summary>
    /// <param name="number">Its §.</param>
    public static string Extract(Guid id, string number) => $"/protokoll/{id:D}/utdrag/{Uri.EscapeDataString(number)}.pdf";

    public static string Certificate(Guid id) => $"/protokoll/{id:D}/justeringsbevis.pdf";
}
