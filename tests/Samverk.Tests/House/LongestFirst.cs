using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Samverk.Tests.House.LongestFirst))]

namespace Samverk.Tests.House;

/// <summary>The classes that walk through everything begin first, so that the run doesn't end with one of them alone.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long =
        ["EveryEvenPageTests", "EveryOddPageTests", "TwoAreasByLinksTests", "PlantedMarkupTests", "PermissionWalkTests", "TwoAreasByAddressesTests", "KeepingPagesTests", "TwoAreasByFormsTests", "PublicPagesTests", "CarePagesTests", "ProtectedIdentityTests", "AdoptionWalkTests", "NoticeTests", "NationalTests"];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Array.FindIndex(Long, name => c.TestCollectionDisplayName.Contains($".{name} ", StringComparison.Ordinal) || c.TestCollectionDisplayName.EndsWith($".{name}", StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
