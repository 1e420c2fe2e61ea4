namespace Samverk.Reading.Tests;

public sealed class AttendanceTests
{
    static AttendanceEntry Person(string line)
    {
        var block = Assert.Single(Blocks.Of(line));
        return Assert.Single(AttendanceLine.Read(block, 0));
    }

    [Theory]
    [InlineData("Anna Ek, Askvik", "Anna Ek", "Askvik")]
    [InlineData("Anna Ek\tAskvik", "Anna Ek", "Askvik")]
    [InlineData("Anna Ek (S), Askviks kommun", "Anna Ek", "Askviks kommun")]
    [InlineData("Per-Olof von Berg, socialchef, Region Bergslunda", "Per-Olof von Berg", "Region Bergslunda")]
    [InlineData("Anna Ek (Askvik)", "Anna Ek", "Askvik")]
    [InlineData("Anna Ek, socialchef", "Anna Ek", null)]
    public void A_line_gives_name_and_organisation(string line, string name, string? organisation)
    {
        var person = Person(line);
        Assert.Equal((name, organisation), (person.Name, person.Organisation));
    }

    [Theory]
    [InlineData("Anna Ek, Askvik (punkt 6)", "partial", new[] { "6" })]
    [InlineData("Anna Ek, Askvik, § 17–18", "partial", new[] { "17", "18" })]
    [InlineData("Anna Ek, Askvik (del av § 57)", "partial", new[] { "57" })]
    [InlineData("Anna Ek, Askvik (ej § 21–24)", "partial", new string[0])]
    [InlineData("Anna Ek, Askvik (ej fm)", "partial", new string[0])]
    [InlineData("~~Anna Ek, Askvik~~", "absent", new string[0])]
    [InlineData("Anna Ek, Askvik", "present", new string[0])]
    public void What_was_attended_stands_beside_the_name(string line, string presence, string[] items)
    {
        var person = Person(line);
        Assert.Equal(presence, person.Presence);
        Assert.Equal(items, person.Items);
    }

    [Fact]
    public void Names_between_commas_are_people_of_their_own()
    {
        var block = Assert.Single(Blocks.Of("Närvarande: Anna Ek (ordf), Bo Lind, Askvik och Çelik Åberg (digitalt)"));
        var people = AttendanceLine.Read(block, 11);
        Assert.Equal(["Anna Ek", "Bo Lind", "Çelik Åberg"], people.Select(p => p.Name));
        Assert.Equal("chair", people[0].Role);
        Assert.Equal("digital", people[2].Mode);
    }
}
