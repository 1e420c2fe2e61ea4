using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>One field of a form as it was sent.</summary>
sealed record TypedField(string Name, string Value);

/// <summary>What was typed, and where it belongs.</summary>
/// <param name="Page">The page that shows the form, path and query.</param>
/// <param name="Target">Where the form is sent.</param>
sealed record Typed(string Page, string Target, IReadOnlyList<TypedField> Fields);

/// <summary>
/// A form that was sent with a lapsed session is kept, so that the person who sent it gets back what they typed when
/// they have signed in again. The row can be read only with the key in their browser, and only for the same person.
/// </summary>
sealed class KeptForms(SamverkDb db, Work work, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int MostBytes = 1 << 20;

    const string Cookie = "samverk-kvar";

    public const string TokenField = "__RequestVerificationToken";

    /// <summary>Keeps what was sent when it can be kept.</summary>
    /// <returns>The sign-in page, from which one comes back to the form's page.</returns>
    public async Task<string> Keep(HttpContext context, CancellationToken ct)
    {
        var (request, page) = (context.Request, PageOf(context.Request));
        if (context.Features.Get<LapsedSession>() is not { } lapsed || !IsSentByPerson(request))
            return SignIn.Page;
        if (!request.HasFormContentType || request.ContentLength is null or > MostBytes)
            return SignIn.Address(page, ("kvar", "nej"));
        var form = await request.ReadFormAsync(ct);
        var fields = form.Where(f => f.Key != TokenField).SelectMany(f => f.Value.Select(value => new TypedField(f.Key, value ?? "")));
        var key = SecretKey.New();
        var content = Protector(key.Text).Protect(JsonSerializer.SerializeToUtf8Bytes(fields));
        await work.Must(() => Task.FromResult(db.Add(new KeptForm(key.Hash, lapsed.Account, lapsed.Person, page, request.Path, content, clock.Now()))), ct);
        context.Response.Cookies.Append(Cookie, key.Text, Options(context));
        return SignIn.Address(page, ("kvar", "ja"));
    }

    /// <summary>What this browser had typed and sent as the person at the door; null when there is nothing.</summary>
    public async Task<Typed?> Find(HttpContext context, Guid person, CancellationToken ct)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 100 } key)
            return null;
        var (hash, oldest) = (SecretKey.HashOf(key), clock.GetUtcNow() - KeptForm.Lasts);
        if (await db.Set<KeptForm>().SingleOrDefaultAsync(f => f.KeyHash == hash && f.Person == person && f.CreatedAt > oldest, ct) is not { } kept)
            return null;
        try
        {
            return new(kept.Page, kept.Target, JsonSerializer.Deserialize<List<TypedField>>(Protector(key).Unprotect(kept.Content)) ?? []);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static bool IsWaiting(HttpRequest request) => request.Cookies.ContainsKey(Cookie);

    /// <summary>The form has been sent, or its owner throws it away.</summary>
    public async Task Forget(HttpContext context, CancellationToken ct)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } key)
            return;
        var hash = SecretKey.HashOf(key);
        await work.Must(() => db.Set<KeptForm>().Where(f => f.KeyHash == hash).ExecuteDeleteAsync(ct), ct);
        if (!context.Response.HasStarted)
            context.Response.Cookies.Delete(Cookie, Options(context));
    }

    IDataProtector Protector(string key) => protection.CreateProtector("Samverk.KeptForm", key);

    static CookieOptions Options(HttpContext context)
    {
        var options = SessionCookie.Options(context);
        options.MaxAge = KeptForm.Lasts;
        return options;
    }

    /// <summary>The page that the form stands on: where the browser says it came from, when that is ours.</summary>
    public static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            ? SignIn.Destination(from.PathAndQuery) : request.Path + request.QueryString;

    /// <summary>A script's own request has its own way of telling that nothing was saved.</summary>
    public static bool IsSentByPerson(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate";
}
