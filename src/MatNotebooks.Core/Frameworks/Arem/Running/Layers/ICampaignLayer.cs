using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>A layer of a running campaign: it makes tasks, and takes what came of them.</summary>
internal interface ICampaignLayer
{
    /// <summary>Tasks that can begin now.</summary>
    int Waiting { get; }

    /// <summary>The next task; only where one is waiting.</summary>
    LayerTask Begin();

    /// <summary>Takes what came of a task.</summary>
    /// <returns>How it ended.</returns>
    TaskEnding End(LayerTask task, LayerAnswer answer);

    /// <summary>Plans a task again that was stopped.</summary>
    void Release(LayerTask task);
}
