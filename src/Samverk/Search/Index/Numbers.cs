namespace Samverk.Search;

/// <summary>
/// An entry's number says its day, so that greater numbers are newer; what has no day comes before all that has. Entries
/// of a quarter of a year are a block: what the index reads and writes at a time.
/// </summary>
static class EntryNumber
{
    const int BitsOfDay = 12;
    const int UndatedYear = 9000;

    public static long First(DateOnly? on) => (long)(on ?? new DateOnly(UndatedYear, 1, 1)).DayNumber << BitsOfDay;

    public static int Block(long number)
    {
        var day = Day(number);
        return (day.Year * 4) + ((day.Month - 1) / 3);
    }

    /// <summary>The least number that can be in a block.</summary>
    public static long Base(int block) => First(new DateOnly(block / 4, ((block % 4) * 3) + 1, 1));

    /// <summary>Null for what has no day.</summary>
    public static int? Year(long number) => Day(number).Year is var year && year >= UndatedYear ? null : year;

    public static DateOnly Day(long number) => DateOnly.FromDayNumber((int)(number >> BitsOfDay));
}

/// <summary>Numbers written with seven bits in each byte, the lowest first.</summary>
static class Packed
{
    public static void Write(List<byte> to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            to.Add((byte)(value | 0x80));
        to.Add((byte)value);
    }

    public static ulong Read(ReadOnlySpan<byte> from, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = from[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
