using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>A cell of one notebook and its partner in the other, with their places from 0; one side may be missing, never both.</summary>
internal sealed record CellPair(int? LeftAt, NotebookCell? Left, int? RightAt, NotebookCell? Right);
