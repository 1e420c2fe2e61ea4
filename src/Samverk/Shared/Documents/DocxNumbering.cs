using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Samverk.Shared.Documents;

/// <summary>The lists of a document: one kind with bullets, one with numbers, and for each list where it begins.</summary>
sealed class DocxNumbering
{
    public const int Indent = 400;
    const int Bullet = 1, Figure = 2;
    readonly List<NumberingInstance> lists = [];

    public int Bullets() => Add(new NumberingInstance(new AbstractNumId { Val = Bullet }));

    public int Numbers(int first) => Add(new NumberingInstance(
        new AbstractNumId { Val = Figure },
        new LevelOverride(new StartOverrideNumberingValue { Val = first }) { LevelIndex = 0 }));

    public Numbering Part()
    {
        var part = new Numbering(Kind(Bullet, NumberFormatValues.Bullet, "•"), Kind(Figure, NumberFormatValues.Decimal, "%1."));
        part.Append(lists);
        return part;
    }

    int Add(NumberingInstance list)
    {
        lists.Add(list);
        list.NumberID = lists.Count;
        return lists.Count;
    }

    static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = Indent.ToString(CultureInfo.InvariantCulture), Hanging = Indent.ToString(CultureInfo.InvariantCulture) })) { LevelIndex = 0 })
    { AbstractNumberId = id };
}
