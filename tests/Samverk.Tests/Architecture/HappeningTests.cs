using System.Reflection;
using System.Text.Json;
using Samverk.Shared;
using Samverk.Storage;

namespace Samverk.Tests.Architecture;

public sealed class HappeningTests
{
    public static TheoryData<Type> Types() =>
        [.. typeof(Happening).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Happening)) && !t.IsAbstract)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_happening_has_words_and_comes_back_from_history_as_it_was(Type type)
    {
        var happening = (Happening)Example(type);
        Assert.False(string.IsNullOrWhiteSpace(happening.Words), $"{type.Name} has no words");
        Assert.NotEqual(Guid.Empty, happening.Subject);
        Assert.Equal(happening, JsonSerializer.Deserialize(JsonSerializer.Serialize(happening, type), type));
        Assert.All(happening.Changed, change => Assert.False(string.IsNullOrWhiteSpace(change.Field) || change.Before == change.After, $"{type.Name} changes nothing"));
    }

    [Fact]
    public void Every_kind_has_a_name_of_its_own_that_the_log_is_searched_by()
    {
        Assert.All(HistoryRow.Kinds, kind => Assert.True(kind.Value != kind.Key, $"{kind.Key} lacks a [DisplayName]"));
        Assert.Equal(HistoryRow.Kinds.Count, HistoryRow.Kinds.Values.Distinct().Count());
    }

    static object Example(Type type)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters().Length > 1);
        return constructor.Invoke([.. constructor.GetParameters().Select(Value)]);
    }

    static object Value(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(Guid) || parameter.ParameterType == typeof(Guid?) ? Ids.Next()
        : parameter.ParameterType == typeof(string) ? $"Samverkansrådet {parameter.Name}"
        : parameter.ParameterType == typeof(DateOnly) || parameter.ParameterType == typeof(DateOnly?) ? new DateOnly(2026, 11, 24)
        : parameter.ParameterType == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
        : parameter.ParameterType == typeof(int) ? 3
        : parameter.ParameterType == typeof(long) ? 3L
        : parameter.ParameterType.IsEnum ? Enum.GetValues(parameter.ParameterType).GetValue(0)!
        : throw new NotSupportedException($"Say here what a {parameter.ParameterType.Name} is in an example");
}
