using System.Globalization;

namespace Samverk.Pdf;

/// <summary>The structure tree, and the way back to it from what is marked on each page.</summary>
static class StructureObjects
{
    /// <returns>The tree's root.</returns>
    public static int Add(PdfObjects objects, StructureElement document, IReadOnlyList<PageCanvas> pages, IReadOnlyList<int> pageNumbers)
    {
        var root = objects.Reserve();
        var elements = document.WithDescendants().ToList();
        var numbers = elements.ToDictionary(e => e, _ => objects.Reserve());
        foreach (var element in elements)
            objects.Set(numbers[element], Element(element, root, numbers, pageNumbers));
        var marks = string.Join('\n', pages.Select((page, i) => string.Create(CultureInfo.InvariantCulture, $"{i} [{string.Join(' ', page.Marks.Select(e => PdfText.Reference(numbers[e])))}]")));
        var parents = objects.Add($"<</Nums [{marks}]>>");
        objects.Set(root, $"<</Type /StructTreeRoot /K [{numbers[document]} 0 R] /ParentTree {parents} 0 R /ParentTreeNextKey {pages.Count}>>");
        return root;
    }

    static string Element(StructureElement element, int root, Dictionary<StructureElement, int> numbers, IReadOnlyList<int> pageNumbers)
    {
        var parent = element.Parent is null ? root : numbers[element.Parent];
        var home = element.Kids.FirstOrDefault(k => k.Element is null, new(element, 0, 0)) is { Element: null } first ? first.Page : (int?)null;
        var kids = element.Kids.Select(kid => kid switch
        {
            { Element: { } inner } => PdfText.Reference(numbers[inner]),
            _ when kid.Page == home => kid.Mark.ToString(CultureInfo.InvariantCulture),
            _ => $"<</Type /MCR /Pg {pageNumbers[kid.Page]} 0 R /MCID {kid.Mark}>>",
        });
        var page = home is { } at ? $" /Pg {pageNumbers[at]} 0 R" : "";
        var attributes = element.Attributes.Length == 0 ? "" : $" {element.Attributes}";
        return $"<</Type /StructElem /S /{element.Tag} /P {parent} 0 R{page}{attributes} /K [{string.Join(' ', kids)}]>>";
    }
}
