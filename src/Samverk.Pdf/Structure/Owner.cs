namespace Samverk.Pdf;

/// <summary>What something drawn on a page belongs to: a part of the document's structure, or nothing that is read.</summary>
abstract class Owner;

/// <summary>Drawn for the eye alone; a screen reader passes it over.</summary>
sealed class Artifact : Owner
{
    Artifact(string properties) => Properties = properties;

    public string Properties { get; }

    public static Artifact Layout { get; } = new("<</Type /Layout>>");
    public static Artifact Head { get; } = new("<</Type /Pagination /Subtype /Header /Attached [/Top]>>");
    public static Artifact Foot { get; } = new("<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>");
}

/// <summary>A part of the document as it is read: heading, paragraph, table cell.</summary>
/// <param name="tag">A standard structure type (ISO 32000-1, 14.8.4).</param>
/// <param name="attributes">What more there is to say, as PDF writes it.</param>
sealed class StructureElement(string tag, StructureElement? parent = null, string attributes = "") : Owner
{
    readonly List<Kid> kids = [];

    public string Tag => tag;
    public string Attributes => attributes;
    public StructureElement? Parent => parent;
    public IReadOnlyList<Kid> Kids => kids;

    public StructureElement Add(string kidTag, string kidAttributes = "")
    {
        var kid = new StructureElement(kidTag, this, kidAttributes);
        kids.Add(new(kid, 0, 0));
        return kid;
    }

    public void Mark(int page, int mark) => kids.Add(new(null, page, mark));

    public IEnumerable<StructureElement> WithDescendants() => kids.Select(k => k.Element).OfType<StructureElement>().SelectMany(e => e.WithDescendants()).Prepend(this);
}

/// <summary>Another element, or content marked on a page.</summary>
readonly record struct Kid(StructureElement? Element, int Page, int Mark);
