namespace MatNotebooks.Graphs.Neighbors;

/// <summary>One edge, as the search finds it.</summary>
/// <param name="Sender">Site at the far end.</param>
/// <param name="Shift">Shift of the far end, in lattice vectors, from the position its site was given.</param>
/// <param name="X">Displacement from the near to the far end along x | Å.</param>
/// <param name="Y">The same along y | Å.</param>
/// <param name="Z">The same along z | Å.</param>
/// <param name="Distance">Its length | Å.</param>
internal readonly record struct Neighbor(int Sender, CellShift Shift, double X, double Y, double Z, double Distance);
