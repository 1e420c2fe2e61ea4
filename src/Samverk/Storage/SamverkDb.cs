using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Samverk.Shared;

namespace Samverk.Storage;

/// <summary>The area that this piece of work is done in. Set at the door (session, command line, job), never changed after.</summary>
public sealed class CurrentArea
{
    /// <summary>Empty until set: then queries find nothing.</summary>
    public Guid Id { get; private set; }

    public void Enter(Guid area)
    {
        if (Id != Guid.Empty && Id != area)
            throw new InvalidOperationException("A piece of work never moves from one area to another.");
        Id = area;
    }
}

/// <summary>The one database context. Rooms map their own tables; queries see only the current area's rows.</summary>
public sealed class SamverkDb(DbContextOptions<SamverkDb> options, CurrentArea current) : DbContext(options)
{
    internal Guid Area => current.Id;

    /// <summary>The area that the open connection has been told of, on PostgreSQL; null when it must be told.</summary>
    internal Guid? ToldArea { get; set; }

    /// <summary>How far the area's history had come when it was last looked at; null when it must be looked at anew.</summary>
    internal long? SeenHead { get; set; }

    /// <summary>Within a piece of work, lets one at a time of those in the area ask and act, so that two at once can't both keep a rule that they break together.</summary>
    internal Task OneAtATime(CancellationToken ct) => Provider.Of(Database).Locked(Set<HistoryHead>(), Area).AsNoTracking().FirstOrDefaultAsync(ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SamverkDb).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IInArea).IsAssignableFrom(entity.ClrType) && !entity.IsOwned())
                entity.SetQueryFilter("area", InThisArea(entity.ClrType));
            Naming.Apply(entity);
        }
        Registers.SortKeys.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Provider.Of(Database).Configure(configurationBuilder);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IInArea>())
            if (entry.State is not EntityState.Unchanged and not EntityState.Detached && entry.Entity.Area != Area)
                throw new InvalidOperationException($"A {entry.Metadata.DisplayName()} of another area was about to be saved.");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    LambdaExpression InThisArea(Type type)
    {
        var row = Expression.Parameter(type, "row");
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, nameof(IInArea.Area)),
                Expression.Property(Expression.Constant(this), nameof(Area))),
            row);
    }
}

/// <summary>Table and column names are snake case on both databases.</summary>
static class Naming
{
    public static void Apply(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
            property.SetColumnName(Snake(property.GetColumnName()));
        foreach (var complex in entity.GetComplexProperties())
            foreach (var property in complex.ComplexType.GetProperties())
                property.SetColumnName(Snake(complex.Name) + "_" + Snake(property.Name));
        foreach (var key in entity.GetKeys())
            key.SetName(Snake(key.GetName()!));
        foreach (var foreign in entity.GetForeignKeys())
            foreign.SetConstraintName(Snake(foreign.GetConstraintName()!));
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName(Snake(index.GetDatabaseName()!));
    }

    public static string Snake(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 && name[i - 1] != '_' && !char.IsUpper(name[i - 1]) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
