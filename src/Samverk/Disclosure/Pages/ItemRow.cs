using Samverk.Organisations;

namespace Samverk.Disclosure.Pages;

/// <summary>A record of a request as its fields show it.</summary>
public sealed record ItemRow(Guid Id, string Name, string? About, string Address, string? Outcome, string? Law, string? Reason, string? Hidden)
{
    internal static ItemRow Of(DisclosureItem item, NameMask mask) =>
        new(item.Id, $"{item.Kind.Words()} {mask.Of(item.Title)}", mask.Of(item.About), Match.AddressOf(item.Kind, item.Thing), item.Outcome?.ToString(), item.Law, item.Reason, item.Hidden);
}
