using Samverk.Shared;

namespace Samverk.Organisations.SigningIn;

/// <summary>Lets people in and out: a session in the database and its key in the browser.</summary>
sealed class Door(OneArea oneArea)
{
    /// <summary>Signs in as a person of an area. A session that the browser had is ended.</summary>
    public async Task<Refusal?> Enter(HttpContext context, Guid area, Guid person, SignInWay way, ProviderSession? provider = null)
    {
        var ct = context.RequestAborted;
        await End(context, ct);
        var (key, refusal) = await oneArea.Do(area, services => services.GetRequiredService<Sessions>().Open(person, way, provider, BrowserName.Of(context.Request), ct));
        if (refusal is null)
            SessionCookie.Write(context, key);
        return refusal;
    }

    /// <summary>Signs out.</summary>
    /// <returns>The session that was ended; null when there was none.</returns>
    public async Task<Session?> Leave(HttpContext context)
    {
        var ended = await End(context, context.RequestAborted);
        SessionCookie.Remove(context);
        return ended;
    }

    async Task<Session?> End(HttpContext context, CancellationToken ct)
    {
        if (context.Features.Get<FoundSession>()?.Session is not { } session)
            return null;
        await oneArea.Do(session.Area, services => services.GetRequiredService<Sessions>().End(session.Account, session.Id, session.Person, ct));
        return session;
    }
}
