using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Whoever follows a run as it happens.</summary>
internal interface IRunWatcher
{
    /// <summary>A code cell starts; what it sends goes to the returned channel too.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="number">Its place among the code cells, from 1.</param>
    /// <param name="count">How many code cells there are.</param>
    IDisplayChannel Start(NotebookCell cell, int number, int count);

    /// <summary>The cell that started last has ended.</summary>
    void End(CellOutcome outcome);
}
