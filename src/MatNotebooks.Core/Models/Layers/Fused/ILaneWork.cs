namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Work that is written once for every width of lanes.</summary>
internal interface ILaneWork
{
    /// <summary>Does it.</summary>
    void Run<T>()
        where T : struct, ILanes<T>;
}
