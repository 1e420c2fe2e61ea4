using Microsoft.AspNetCore.Components;

namespace Samverk.Shared.Parts;

/// <summary>
/// What every page and part derives from: it is drawn once it has what it shows. Blazor would draw it at the first wait,
/// with nothing in it, which happens where the database answers over a network (PostgreSQL) and never on SQLite.
/// </summary>
public abstract class Loaded : ComponentBase, IHandleEvent
{
    bool isLoaded;

    [Inject] IServiceProvider Services { get; set; } = null!;

    /// <summary>Loads, then draws; parts side by side load one at a time, since they share one database context.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var turn = Services.GetService<LoadingTurn>();
        if (turn is not null)
            await turn.WaitAsync();
        try
        {
            await Load();
        }
        finally
        {
            turn?.Release();
        }
        StateHasChanged();
    }

    /// <summary>Draws when a posted form has been dealt with, not while.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    async Task Load()
    {
        if (!isLoaded)
        {
            isLoaded = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
    }
}

/// <summary>Whose turn it is to load, in one request.</summary>
public sealed class LoadingTurn() : SemaphoreSlim(1, 1);
