using Samverk.Import;
using Samverk.Organisations;

namespace Samverk.Api.Things;

/// <summary>Files handed over together, and where each stands.</summary>
sealed record ImportThing(Guid Id, string Name, DateTimeOffset CreatedAt, [About("Så många dokument som nyckeln ser.")] int Total, IReadOnlyList<ImportThing.Document> Documents,
    [About("Skickas som cursor för fler dokument; null när de är slut.")] string? Next, [About("Sidan för människor.")] string PageUrl)
{
    public sealed record Document(Guid Id, string FileName, [About("Byte.")] long Size, DocumentState State, string StateText, [About("Varför det inte går att läsa och vad man gör.")] string? Problem,
        [About("Varför en människa måste titta på det.")] string? NeedsPerson, [About("Organet som det läses som.")] string? Title, [About("Mötets dag som den lästs.")] DateOnly? Date,
        [About("Mötet som det blev, när det är bekräftat.")] Guid? Meeting)
    {
        public static Document Of(ImportedDocument d, Call call) =>
            new(d.Id, d.FileName, d.Size, d.State, call.InWords(d.State, d.State.Words()), d.Problem, d.NeedsPerson, d.Title, d.On, d.Meeting);
    }

    public static Route Route { get; } = new("GET", "/imports/{id}", "getImport", Groups.Documents, MayAttribute.Import, new("En inläsning", "An import"), Answer)
    {
        Description = new("Var och ett av dokumenten: väntar, läst, behöver granskas, bekräftat, går inte att läsa eller ångrat.", "Each of the documents: waiting, read, in need of review, confirmed, unreadable or undone."),
        Query = [Paging.Onward, Paging.Size],
        Answers = [new(200, new("Inläsningen.", "The import."), JsonShape.Of<ImportThing>())],
        Problems = [Paging.Bad],
    };

    static async Task<Answer> Answer(Call call)
    {
        var after = -1;
        if (call.One(Paging.Cursor) is { } cursor)
        {
            if (Paging.Place(cursor) is not { } place)
                return Api.Answer.No(Paging.Bad, Paging.Cursor);
            after = place;
        }
        var (handover, most) = (call.Get<Handover>(), call.Number(Paging.Limit, Paging.Otherwise));
        if (await handover.Batch(call.Id, call.Actor, call.Stop) is not { } batch)
            return Api.Answer.Missing;
        var documents = await handover.Documents(batch.Id, after, most + 1, call.Actor, call.Stop);
        var next = documents.Count > most ? Paging.Of(documents[most - 1].Position) : null;
        return Api.Answer.Of(new ImportThing(batch.Id, batch.Name, batch.At, batch.Documents, [.. documents.Take(most).Select(d => Document.Of(d, call))], next, $"/importera/{batch.Id}"));
    }
}
