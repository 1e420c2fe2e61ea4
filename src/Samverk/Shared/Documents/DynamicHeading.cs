using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Samverk.Shared.Parts;

namespace Samverk.Shared.Documents;

/// <summary>A heading whose level follows from where it stands.</summary>
public sealed class DynamicHeading : Loaded
{
    [Parameter, EditorRequired] public int Level { get; set; }
    [Parameter] public string? Id { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Clamp(Level, 1, 6)}");
        builder.AddAttribute(1, "id", string.IsNullOrEmpty(Id) ? null : Id);
        builder.AddContent(2, ChildContent);
        builder.CloseElement();
    }
}
