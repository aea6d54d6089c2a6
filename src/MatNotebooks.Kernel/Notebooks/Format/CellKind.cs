namespace MatNotebooks.Kernel.Notebooks.Format;

/// <summary>What a cell holds.</summary>
internal enum CellKind
{
    Code,
    Markdown,
    Raw,
}
