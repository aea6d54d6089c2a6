namespace MatNotebooks.Kernel.Visuals.Graphs;

/// <summary>A pair of neighbours, all the directed edges and images between them as one.</summary>
/// <param name="First">Index of a site.</param>
/// <param name="Second">Index of the other, or the same, not below the first.</param>
/// <param name="Count">How many directed edges it stands for.</param>
/// <param name="Distance">Of the nearest | Å.</param>
/// <param name="Weight">Mean of their weights; NaN without weights.</param>
/// <param name="Periodic">Whether all of them cross a face of the cell.</param>
internal readonly record struct GraphEdge(int First, int Second, int Count, double Distance, double Weight, bool Periodic);
