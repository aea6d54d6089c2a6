using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Which number a cell has, and where it runs.</summary>
/// <param name="Number">The number in <c>Cell In[n]</c>; below zero for code that is no cell of the notebook's.</param>
/// <param name="Thread">Runs its code.</param>
internal sealed record CellTurn(int Number, CellThread Thread);
