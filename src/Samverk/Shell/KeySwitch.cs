namespace Samverk.Shell;

/// <summary>Whether single keys act: on until the person turns them off in this browser (WCAG 2.1.4).</summary>
static class KeySwitch
{
    const string Cookie = "kortkommandon";
    const string Off = "av";

    public static bool IsOff(HttpRequest request) => request.Cookies[Cookie] == Off;

    public static void Turn(HttpContext context, bool on)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        };
        if (on) context.Response.Cookies.Delete(Cookie, options);
        else context.Response.Cookies.Append(Cookie, Off, options);
    }
}
