using System.Globalization;
using Samverk.Pdf.Content;

namespace Samverk.Pdf;

/// <summary>A document as a file.</summary>
/// <param name="MissingGlyphs">The code points that the typeface lacks: a box stands for each, the file still says which it is, and a note at the end lists them.</param>
public sealed record Written(byte[] Bytes, IReadOnlyList<int> MissingGlyphs, int Pages);

/// <summary>
/// Writes a document as an accessible PDF 1.7 for keeping: PDF/UA-1 and PDF/A-2a. Any text can be written; the same
/// document and typeface make the same bytes. Prepared for seals, each of which is an addition at the end.
/// </summary>
public static class PdfWriter
{
    const int MostListed = 40;

    public static Written Write(Document document, Typeface typeface)
    {
        ArgumentNullException.ThrowIfNull(document);
        var fonts = new DocumentFonts(typeface);
        var structure = new StructureElement("Document");
        var composer = new Composer(fonts);
        composer.Add(document.Blocks, structure, new(Look.Left, Look.Width));
        Note(document, fonts, structure, composer);
        var pages = Paginator.Place(composer.Pieces);
        RunningText.Draw(pages, document.Facts, fonts);
        return new(File(document.Facts, fonts, structure, composer.Bookmarks, pages), fonts.Missing, pages.Count);
    }

    // What stands in the page head is set last, but belongs to the same list.
    static void Note(Document document, DocumentFonts fonts, StructureElement structure, Composer composer)
    {
        var facts = document.Facts;
        foreach (var running in (string[])[facts.Title, facts.HeadLeft, facts.HeadRight])
            fonts.Signs(Characters.OneLine(running), Look.Running.Face);
        if (fonts.Missing is not { Count: > 0 } missing)
            return;
        var words = Wording.Of(facts.Language);
        var codes = string.Join(", ", missing.Take(MostListed).Select(c => string.Create(CultureInfo.InvariantCulture, $"U+{c:X4}")));
        var more = missing.Count > MostListed ? $" {words.AndMore(missing.Count - MostListed)}" : "";
        composer.Add([new Divider(), new Small(words.MissingCharacters(codes + more))], structure, new(Look.Left, Look.Width), document.Blocks is [.., var last] ? last : null);
    }

    static byte[] File(DocumentFacts facts, DocumentFonts fonts, StructureElement structure, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<PageCanvas> pages)
    {
        var objects = new PdfObjects();
        var programs = FontObjects.AddPrograms(objects, fonts);
        var profile = objects.AddStream("/N 3", SrgbProfile.Bytes);
        var (catalog, tree) = (objects.Reserve(), objects.Reserve());
        var pageNumbers = pages.Select(_ => objects.Reserve()).ToList();
        var resources = FontObjects.Add(objects, fonts, programs);
        // What a seal replaces: the form's fields, and the first page's annotations.
        var (form, annotations) = (objects.Add("<</Fields [] /SigFlags 0>>"), objects.Add("[]"));
        foreach (var page in pages)
            objects.Set(pageNumbers[page.Number], Page(objects, page, tree, resources, annotations));
        objects.Set(tree, $"<</Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pageNumbers.Select(PdfText.Reference))}]>>");
        var root = StructureObjects.Add(objects, structure, pages, pageNumbers);
        var (outline, names) = (OutlineObjects.Add(objects, bookmarks, pageNumbers), OutlineObjects.AddNames(objects, bookmarks, pageNumbers));
        var xmp = Metadata.AddXmp(objects, facts);
        objects.Set(catalog, $"""
            <</Type /Catalog /Pages {tree} 0 R /Lang {PdfText.Literal(Metadata.Language(facts))} /MarkInfo <</Marked true>> /StructTreeRoot {root} 0 R
            /ViewerPreferences <</DisplayDocTitle true>> /Metadata {xmp} 0 R{Optional("Outlines", outline)}{Optional("Names", names)} /AcroForm {form} 0 R
            /OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R>>]>>
            """);
        return objects.File(catalog, Metadata.AddInfo(objects, facts));
    }

    static string Page(PdfObjects objects, PageCanvas page, int tree, int resources, int annotations)
    {
        var content = objects.AddStream("", page.Finish());
        var first = page.Number == 0 ? $" /Annots {annotations} 0 R" : "";
        return $"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfText.Number(Look.PageWidth)} {PdfText.Number(Look.PageHeight)}] /Resources {resources} 0 R /Contents {content} 0 R /StructParents {page.Number} /Tabs /S{first}>>";
    }

    static string Optional(string name, int? number) => number is { } known ? $" /{name} {known} 0 R" : "";
}
