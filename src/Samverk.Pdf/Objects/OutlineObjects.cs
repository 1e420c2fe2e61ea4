using System.Text;

namespace Samverk.Pdf;

/// <summary>The bookmarks, and the names by which links find headings.</summary>
static class OutlineObjects
{
    sealed class Node(Bookmark? bookmark)
    {
        public Bookmark? Bookmark => bookmark;
        public List<Node> Kids { get; } = [];
        public int Count => Kids.Sum(k => 1 + k.Count);
    }

    /// <returns>The outline; null for a document without headings.</returns>
    public static int? Add(PdfObjects objects, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pageNumbers)
    {
        if (bookmarks.Count == 0)
            return null;
        var top = Tree(bookmarks);
        var outline = objects.Reserve();
        var (first, last) = AddKids(objects, top, outline, pageNumbers);
        objects.Set(outline, $"<</Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {top.Count}>>");
        return outline;
    }

    /// <returns>The names of the anchors; null when there are none. Of two alike the first one counts.</returns>
    public static int? AddNames(PdfObjects objects, IReadOnlyList<Bookmark> bookmarks, IReadOnlyList<int> pageNumbers)
    {
        var named = bookmarks.Where(b => !string.IsNullOrEmpty(b.Anchor)).DistinctBy(b => b.Anchor)
            .Select(b => (Name: Convert.ToHexString(Encoding.UTF8.GetBytes(Characters.OneLine(b.Anchor!))), Bookmark: b))
            .DistinctBy(n => n.Name).OrderBy(n => n.Name, StringComparer.Ordinal).ToList();
        if (named.Count == 0)
            return null;
        var destinations = objects.Add($"<</Names [{string.Join('\n', named.Select(n => $"<{n.Name}> {Destination(n.Bookmark, pageNumbers)}"))}]>>");
        return objects.Add($"<</Dests {destinations} 0 R>>");
    }

    static Node Tree(IReadOnlyList<Bookmark> bookmarks)
    {
        var top = new Node(null);
        List<Node> path = [top];
        foreach (var bookmark in bookmarks)
        {
            // Levels are never skipped, so the one above is always there.
            path.RemoveRange(bookmark.Level, path.Count - bookmark.Level);
            var node = new Node(bookmark);
            path[^1].Kids.Add(node);
            path.Add(node);
        }
        return top;
    }

    static (int First, int Last) AddKids(PdfObjects objects, Node parent, int parentNumber, IReadOnlyList<int> pageNumbers)
    {
        var numbers = parent.Kids.ConvertAll(_ => objects.Reserve());
        for (var i = 0; i < numbers.Count; i++)
        {
            var (node, beside) = (parent.Kids[i], "");
            if (i > 0)
                beside += $" /Prev {numbers[i - 1]} 0 R";
            if (i < numbers.Count - 1)
                beside += $" /Next {numbers[i + 1]} 0 R";
            if (node.Kids.Count > 0)
            {
                var (first, last) = AddKids(objects, node, numbers[i], pageNumbers);
                beside += $" /First {first} 0 R /Last {last} 0 R /Count {node.Count}";
            }
            objects.Set(numbers[i], $"<</Title {PdfText.Hex(node.Bookmark!.Title)} /Parent {parentNumber} 0 R{beside} /Dest {Destination(node.Bookmark, pageNumbers)}>>");
        }
        return (numbers[0], numbers[^1]);
    }

    static string Destination(Bookmark bookmark, IReadOnlyList<int> pageNumbers) => $"[{pageNumbers[bookmark.Page]} 0 R /XYZ null {PdfText.Number(bookmark.Top + 6)} null]";
}
