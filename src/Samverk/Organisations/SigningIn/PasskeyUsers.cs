using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>
/// Accounts and their passkeys as ASP.NET Core Identity's passkey classes ask for them. They only read here: what is
/// written is written by <see cref="Passkeys"/>, in a unit of work.
/// </summary>
sealed class PasskeyUsers(SamverkDb db) : IUserPasskeyStore<Account>
{
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) =>
        [.. (await db.Set<Passkey>().Where(k => k.Account == user.Id).ToListAsync(cancellationToken)).Select(k => k.Info())];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.IdOf(credentialId);
        return await (from k in db.Set<Passkey>() join a in db.Set<Account>() on k.Account equals a.Id where k.Id == id select a).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.IdOf(credentialId);
        return (await db.Set<Passkey>().SingleOrDefaultAsync(k => k.Account == user.Id && k.Id == id, cancellationToken))?.Info();
    }

    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Elsewhere();

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw Elsewhere();

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Elsewhere();

    // Nothing is owned: the context lives and ends with the request.
    public void Dispose() { }

    static NotSupportedException Elsewhere() => new("Accounts have no names to look up, and are written in units of work.");
}
