namespace MatNotebooks.Datasets.Export;

/// <summary>How a data set is written.</summary>
public enum ExportFormat
{
    /// <summary>JSON lines in the structure record format; everything, and read again by <see cref="StructureRecords"/>. Packed where the path ends with .gz.</summary>
    Jsonl,

    /// <summary>Extended XYZ, as ASE and most interatomic potentials read it: ordered crystals and molecules, numbers and words of a row in its comment.</summary>
    Extxyz,

    /// <summary>Parquet with lattice and sites as lists; units, source and licence in its metadata.</summary>
    Parquet,

    /// <summary>A table without atoms: id, formula, number of atoms, volume | Å³, and what a row says.</summary>
    Csv,
}
