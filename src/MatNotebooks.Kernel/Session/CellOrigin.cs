namespace MatNotebooks.Kernel.Session;

/// <summary>Where a text that runs stands: in a cell of the notebook, or in a notebook that a cell imports.</summary>
/// <param name="Label">The name its lines are reported under.</param>
/// <param name="Importing">The notebooks (full paths) that are being imported, outermost first; empty in the cell itself.</param>
internal sealed record CellOrigin(string Label, IReadOnlyList<string> Importing)
{
    public bool Imported => Importing.Count > 0;
}
