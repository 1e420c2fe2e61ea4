using Microsoft.EntityFrameworkCore;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Samverk.Storage;

namespace Samverk.Tests.Architecture;

/// <summary>Each folder under src/Samverk is a room. What a room lets others see is public; the rest is its own.</summary>
public sealed class RoomsTests
{
    // Who may know whom. A new room fails the test until it says so here. Compiler-made and program-wide types have no room.
    static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Shared"] = [],
        ["Storage"] = ["Shared"],
        ["Mail"] = ["Shared", "Storage"],
        ["Organisations"] = ["Shared", "Storage", "Mail"],
        ["Meetings"] = ["Shared", "Storage", "Mail", "Organisations"],
        ["Agreements"] = ["Shared", "Storage", "Mail", "Organisations", "Meetings"],
        ["Plans"] = ["Shared", "Storage", "Mail", "Organisations", "Meetings", "Agreements"],
        ["Import"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans"],
        ["National"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans", "Import", "Search"],
        ["Disclosure"] = ["Shared", "Storage", "Organisations", "Meetings", "Plans", "Import"],
        ["Search"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans", "Import"],
        ["Public"] = ["Shared", "Storage", "Mail", "Organisations", "Meetings"],
        ["World"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans", "Import", "Search"],
        ["Api"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans", "Import", "Search", "Public"],
        ["Shell"] = ["Shared", "Storage", "Organisations", "Meetings", "Agreements", "Plans", "Import", "Disclosure", "Search", "Public"],
    };

    static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(Work).Assembly.Location);

    [Fact]
    public void Rooms_know_only_the_rooms_they_may_and_only_their_public_types() =>
        Assert.Empty(Module.GetTypes().Where(t => Room(t) is not null).SelectMany(Trespasses).Distinct().Order());

    [Fact]
    public void Every_room_says_whom_it_may_know() =>
        Assert.Equal(MayKnow.Keys.Order(), Module.GetTypes().Select(Room).OfType<string>().Distinct().Order());

    [Fact]
    public void No_room_maps_anothers_tables()
    {
        using var db = new SamverkDb(new DbContextOptionsBuilder<SamverkDb>().UseSqlite("Data Source=:memory:").Options, new CurrentArea());
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var room = entity.ClrType.Namespace!.Split('.')[1];
            Assert.StartsWith(room.ToLowerInvariant() + "_", entity.GetTableName(), StringComparison.Ordinal);
        }
        foreach (var type in typeof(Work).Assembly.GetTypes())
            foreach (var mapped in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>)).Select(i => i.GenericTypeArguments[0]))
                Assert.Equal(type.Namespace, mapped.Namespace);
    }

    static IEnumerable<string> Trespasses(TypeDefinition here) =>
        from there in Uses(here)
        where Room(there) is not null && Room(there) != Room(here)
        where !MayKnow.GetValueOrDefault(Room(here)!, []).Contains(Room(there)) || !Outermost(there).IsPublic && Room(there) is not ("Storage" or "Shared")
        select $"{Outermost(here).FullName} -> {Outermost(there).FullName}";

    static IEnumerable<TypeDefinition> Uses(TypeDefinition type) =>
        new[] { type.BaseType }.Concat(type.Interfaces.Select(i => i.InterfaceType))
            .Concat(type.CustomAttributes.Select(a => a.AttributeType))
            .Concat(type.Fields.Select(f => f.FieldType))
            .Concat(type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.Methods.Where(m => m.HasBody).SelectMany(m =>
                m.Body.Variables.Select(v => v.VariableType).Concat(m.Body.Instructions.SelectMany(Named))))
            .SelectMany(Parts).Select(t => t.Scope == Module || t.Scope is ModuleDefinition ? t.Resolve() : null).OfType<TypeDefinition>()
            .Where(t => t.Module == Module);

    static IEnumerable<TypeReference?> Named(Instruction i) => i.Operand switch
    {
        MethodReference m => m.Parameters.Select(p => p.ParameterType).Append(m.DeclaringType).Append(m.ReturnType)
            .Concat((m as GenericInstanceMethod)?.GenericArguments ?? []),
        FieldReference f => [f.DeclaringType, f.FieldType],
        TypeReference t => [t],
        _ => [],
    };

    static IEnumerable<TypeReference> Parts(TypeReference? t) =>
        t is null or GenericParameter ? []
        : t is GenericInstanceType g ? g.GenericArguments.SelectMany(Parts).Append(g.ElementType)
        : t is TypeSpecification s ? Parts(s.ElementType)
        : [t];

    static TypeDefinition Outermost(TypeDefinition t) => t.DeclaringType is { } outer ? Outermost(outer) : t;

    static string? Room(TypeDefinition t) => Outermost(t).Namespace.Split('.') is ["Samverk", var room, ..] ? room : null;
}
