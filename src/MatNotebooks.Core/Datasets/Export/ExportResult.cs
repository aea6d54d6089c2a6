namespace MatNotebooks.Datasets.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Path">The file.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="LeftOut">How many rows the format cannot say (crystals with shared sites, rows without atoms).</param>
/// <param name="Bytes">Its length | bytes.</param>
public sealed record ExportResult(string Path, long Rows, long LeftOut, long Bytes);
