namespace Samverk.Shell;

/// <summary>The main menu: the one list behind the bar, the keyboard's go-to keys and the page that tells them.</summary>
static class Menu
{
    public const string SignIn = "/logga-in";
    public const string Account = "/konto";
    public const string SignOut = "/logga-ut";
    public const string Shortcuts = "/kortkommandon";
    public const string Permissions = "/behorigheter";
    public const string Administration = "/administration";

    static readonly MenuItem[] Everyone =
    [
        new("/", "Idag", "i"),
        new("/moten", "Möten", "m", "/protokoll", "/expediering", "/expedieringar"),
        new("/beslut", "Beslut", "b", "/framskjutet"),
        new("/uppdrag", "Uppdrag", "u", "/tidsfrister"),
        new("/overenskommelser", "Överenskommelser", "ö", "/antaganden", "/remisser", "/tvister"),
        new("/organ", "Organ", "o", "/personer", "/huvudman", "/kontaktvagar"),
    ];

    static readonly MenuItem Import = new("/importera", "Importera", null), Disclosure = new("/utlamnande", "Utlämnande", null);

    public static IEnumerable<MenuItem> For(Viewer viewer)
    {
        var items = viewer.MayImport ? Everyone.Append(Import) : Everyone;
        // An administrator has it among all else that they look after; a registrar has nowhere else.
        return viewer is { MayDisclose: true, MayAdminister: false } ? items.Append(Disclosure) : items;
    }

    /// <summary>Those that a key goes to.</summary>
    public static IEnumerable<MenuItem> WithKey => Everyone;
}

/// <summary>One word of the menu.</summary>
/// <param name="Key">Pressed after g it goes there.</param>
/// <param name="Under">Other addresses whose pages stand under this word.</param>
sealed record MenuItem(string Address, string Text, string? Key, params string[] Under)
{
    /// <summary>The value of aria-current: 'page' on the page itself, 'true' on those below it.</summary>
    public string? Current(PathString path)
    {
        if (path == Address) return "page";
        return Under.Append(Address).Any(above => above != "/" && path.StartsWithSegments(above, StringComparison.Ordinal)) ? "true" : null;
    }
}
