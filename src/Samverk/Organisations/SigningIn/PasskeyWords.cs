namespace Samverk.Organisations.SigningIn;

/// <summary>The words of what went wrong with a key, by the refusal's code: only words of ours are shown from an address.</summary>
static class PasskeyWords
{
    public static string Of(string code) => Passkeys.Refusals.FirstOrDefault(r => r.Code == code)?.Text ?? "Det gick inte den här gången. Försök igen.";
}
