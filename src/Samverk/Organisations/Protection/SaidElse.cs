using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Samverk.Organisations.Protection;

/// <summary>
/// What a tick says to be something else than personnummer: these numbers and no others, so that a new one is caught.
/// It travels as a value that only this installation makes, without the numbers themselves.
/// </summary>
sealed class SaidElse(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Samverk.SaidElse");

    /// <param name="labels">The fields as a person knows them.</param>
    public string Tick(IEnumerable<string> numbers, IEnumerable<string> labels) =>
        protector.Protect(JsonSerializer.Serialize(new Said([.. numbers.Select(Hash)], string.Join(", ", labels))));

    /// <returns>The labels of the fields; null when the tick says nothing about one of the numbers.</returns>
    public string? Labels(string? tick, IEnumerable<string> numbers)
    {
        if (string.IsNullOrEmpty(tick))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Said>(protector.Unprotect(tick)) is { } said && numbers.All(n => said.Hashes.Contains(Hash(n))) ? said.Labels : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static string Hash(string number) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(number)));

    sealed record Said(string[] Hashes, string Labels);
}
