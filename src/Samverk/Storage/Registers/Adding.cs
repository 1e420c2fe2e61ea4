namespace Samverk.Storage.Registers;

public static class Adding
{
    /// <summary>A room's register: found by what its rows are, and among all registers.</summary>
    public static IServiceCollection AddRegister<TRegister, TRow>(this IServiceCollection services) where TRegister : Register<TRow> where TRow : class =>
        services.AddScoped<Register<TRow>, TRegister>().AddScoped<Register>(provider => provider.GetRequiredService<Register<TRow>>());
}
