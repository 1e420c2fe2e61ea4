using Samverk.Shared;

namespace Samverk.Organisations;

/// <summary>A thing whose facts change: each change is remembered with what it was and what it became.</summary>
internal abstract class Changing : Remembering
{
    /// <summary>Remembers nothing when nothing has changed.</summary>
    protected void Changed(Guid of, string what, string? before, string? after, DateTimeOffset at, Guid by)
    {
        if ((before ?? "") != (after ?? ""))
            Remember(new FactChanged(of, what, before ?? "", after ?? "", at, by));
    }
}
