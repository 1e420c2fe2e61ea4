using Samverk.Import;

namespace Samverk.Tests.Import;

public sealed class PersonalDataTests
{
    /// <summary>Serial numbers from 980 are never given to anyone; the check figure is worked out here.</summary>
    static string Number(string date, string separator = "-", string serial = "980")
    {
        var figures = date[^6..] + serial;
        var sum = figures.Select((c, i) => (c - '0') * (i % 2 == 0 ? 2 : 1)).Sum(p => p > 9 ? p - 9 : p);
        return date + separator + serial + ((10 - (sum % 10)) % 10);
    }

    static IEnumerable<(PersonalKind, string)> Found(string text) => PersonalData.Find(text).Select(d => (d.Kind, text[d.Start..d.End]));

    [Theory]
    [InlineData("19640823", "-")]
    [InlineData("640823", "-")]
    [InlineData("640823", "+")]
    [InlineData("640823", "")]
    [InlineData("20160229", "")]
    [InlineData("000229", "–")]
    [InlineData("19640823", " - ")]
    public void A_personnummer_is_found_however_it_is_written(string date, string separator)
    {
        var number = Number(date, separator);
        Assert.Equal([(PersonalKind.PersonalNumber, number)], Found($"Patienten ({number}), boende i Askvik."));
    }

    [Fact]
    public void A_samordningsnummer_has_sixty_added_to_its_day() =>
        Assert.Equal([(PersonalKind.CoordinationNumber, Number("640883"))], Found($"Hen har {Number("640883")}."));

    [Theory]
    [InlineData("212000-2510")]
    [InlineData("2020-09-11 13:00-16:00")]
    [InlineData("640823-0001")]
    [InlineData("19641323-1234")]
    [InlineData("Dnr 24RS117, bilaga 1234567890123456")]
    [InlineData("019-602 70 00, 010-123 45 67, 0771-11 22 33")]
    [InlineData("anna.berg@askvik.example, registrator@regionbergslunda.example, @gmail.com")]
    [InlineData("")]
    public void What_is_not_personal_is_left_alone(string text) => Assert.Empty(PersonalData.Find(text));

    [Theory]
    [InlineData("siv.akesson@gmail.com")]
    [InlineData("örjan_ek+möte@HOTMAIL.com")]
    [InlineData("lejla@telia.com")]
    public void A_private_address_is_found(string address) =>
        Assert.Equal([(PersonalKind.PrivateEmail, address)], Found($"Svar till <{address}>."));

    [Theory]
    [InlineData("070-174 06 05")]
    [InlineData("0701740605")]
    [InlineData("+46 70 174 06 05")]
    [InlineData("+46 (0)70-174 06 05")]
    [InlineData("0046701740605")]
    [InlineData("(070) 174 06 05")]
    [InlineData("070 - 174 06 05")]
    [InlineData("070/174.06.05")]
    public void A_mobile_number_is_found(string number) =>
        Assert.Equal([(PersonalKind.MobileNumber, number)], Found($"Ring {number} före mötet"));

    [Fact]
    public void Places_count_code_points()
    {
        var found = PersonalData.Find("😀😀 070-174 06 05 och a@live.se");
        Assert.Equal([new(PersonalKind.MobileNumber, 3, 16), new PersonalDatum(PersonalKind.PrivateEmail, 21, 30)], found);
    }

    [Fact]
    public void A_masked_text_has_nothing_left_to_find_and_keeps_its_length()
    {
        var text = $"😀 {Number("640823")} siv@gmail.com 070-174 06 05 slut";
        var masked = PersonalData.Mask(text);
        Assert.Equal("😀 ••••••-•••• •••@•••••.••• •••-••• •• •• slut", masked);
        Assert.Empty(PersonalData.Find(masked));
        Assert.Equal(text.Length, masked.Length);
    }

    [Fact]
    public void A_text_made_of_a_million_signs_is_searched_to_its_end()
    {
        foreach (var piece in (string[])["@", "a@", "0", "070-", "+46 ", "640823-", "(0"])
            Assert.NotNull(PersonalData.Find(string.Concat(Enumerable.Repeat(piece, 1_000_000))));
    }
}
