using Samverk.Shared;

namespace Samverk.Tests.Shared;

public sealed class PageAddressTests
{
    readonly PageAddress _here = new("/beslut?slag=val&slag=beslut&q=v%C3%A5rd&sida=3&tom=");

    [Fact]
    public void Turning_the_page_keeps_the_filters() =>
        Assert.Equal("/beslut?slag=val&slag=beslut&q=v%C3%A5rd&sida=4", _here.With("sida", "4"));

    [Fact]
    public void The_first_page_has_no_number() =>
        Assert.Equal("/beslut?slag=val&slag=beslut&q=v%C3%A5rd", _here.With("sida", null));

    [Fact]
    public void A_new_order_begins_on_the_first_page() =>
        Assert.Equal("/beslut?slag=val&slag=beslut&q=v%C3%A5rd&sortera=-datum", _here.With("sortera", "-datum", "sida"));

    [Fact]
    public void One_value_of_a_filter_can_be_taken_away() =>
        Assert.Equal("/beslut?slag=beslut&q=v%C3%A5rd", _here.Without("slag", "val", "sida"));

    [Fact]
    public void Empty_values_are_no_values()
    {
        Assert.Empty(_here.Values("tom"));
        Assert.Equal(["val", "beslut"], _here.Values("slag"));
    }

    [Fact]
    public void An_address_that_looks_like_another_host_stays_here() =>
        Assert.StartsWith("/", new PageAddress("/moten//example.org?q=%3Cb%3E").With("sida", "2"), StringComparison.Ordinal);
}
