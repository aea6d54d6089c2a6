namespace MatNotebooks.Datasets.Catalogue;

/// <summary>What the rows of a data set are about.</summary>
public enum DatasetKind
{
    /// <summary>Crystals: its records are <see cref="StructureRecord"/>s.</summary>
    Structures,

    /// <summary>Formulas alone: its records are <see cref="FormulaRecord"/>s.</summary>
    Formulas,

    /// <summary>Molecules: its records are <see cref="MoleculeRecord"/>s.</summary>
    Molecules,
}
