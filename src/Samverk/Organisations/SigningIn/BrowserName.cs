namespace Samverk.Organisations.SigningIn;

/// <summary>A browser by a name that its owner knows it by, without what would tell it from others: 'Firefox, Windows'.</summary>
static class BrowserName
{
    // The first that fits: most browsers also call themselves something else.
    static readonly (string Sign, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("Chrome/", "Chrome"), ("CriOS", "Chrome"), ("Safari/", "Safari")];
    static readonly (string Sign, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return $"{First(Browsers, agent) ?? "Annan webbläsare"}{(First(Systems, agent) is { } system ? $", {system}" : "")}";
    }

    static string? First((string Sign, string Name)[] known, string agent) =>
        known.Where(k => agent.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
