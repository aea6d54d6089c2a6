using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>The tasks of a layer, each for one core.</summary>
internal interface ILayerWork
{
    /// <summary>Tasks that can begin now.</summary>
    int Waiting { get; }

    /// <summary>Begins the next task.</summary>
    /// <returns>Its number and what it will cost | core-seconds.</returns>
    (int Task, double Cost) Begin(double now);

    /// <summary>Ends a task.</summary>
    /// <returns>The report without worker, number, time and cost.</returns>
    TaskReport End(int task);
}
