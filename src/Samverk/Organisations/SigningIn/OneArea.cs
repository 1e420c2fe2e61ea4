using Samverk.Storage;

namespace Samverk.Organisations.SigningIn;

/// <summary>Works in an area that the request has not entered: nobody is at the door yet, or they are about to change area.</summary>
sealed class OneArea(IServiceScopeFactory scopes)
{
    public async Task<T> Do<T>(Guid area, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentArea>().Enter(area);
        return await act(scope.ServiceProvider);
    }
}
