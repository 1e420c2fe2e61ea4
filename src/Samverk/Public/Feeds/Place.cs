using Samverk.Organisations;
using Samverk.Shared;

namespace Samverk.Public.Feeds;

/// <summary>Where a feed is asked for: the server as the asker knows it, and the area.</summary>
sealed record Place(string Server, PublicArea Area, string Asked)
{
    public static Place Of(HttpContext context) =>
        new(context.Request.Site(), context.Features.Get<PublicArea>()!, context.Request.Path + context.Request.QueryString);

    /// <summary>An address of this server, whole.</summary>
    public string Whole(string address) => Server + address;

    /// <summary>The asked address with another page.</summary>
    public string Page(int page) => Whole(new PageAddress(Asked).With(Paging.Name, page == 1 ? null : $"{page}"));
}

/// <summary>A page of a feed.</summary>
sealed record Paging(int Page, int Size)
{
    public const string Name = "sida";
    const int MostPages = 100_000;

    /// <returns>Null when what was asked for is no page.</returns>
    public static Paging? Of(HttpContext context, int size) =>
        context.Request.Query[Name].ToString() is not { Length: > 0 } asked ? new(1, size)
        : int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page is > 0 and <= MostPages ? new(page, size) : null;

    public bool HasNext(int total) => (long)Page * Size < total;

    public int Last(int total) => Math.Max(1, (total + Size - 1) / Size);
}
