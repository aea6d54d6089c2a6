namespace MatNotebooks.Crystals.Formats;

/// <summary>One frame of an XYZ file.</summary>
/// <param name="Molecule">The atoms in space.</param>
/// <param name="Lattice">The cell of an extended XYZ frame; null without one.</param>
/// <param name="Values">The other key=value pairs of an extended comment line, such as energy, as written.</param>
/// <param name="Columns">The other numeric columns, such as forces | atoms × width of the column; whole numbers and reals alike.</param>
public sealed record XyzFrame(
    Molecule Molecule,
    Lattice? Lattice,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, IReadOnlyList<double[]>> Columns)
{
    /// <summary>The frame as a crystal; null without a cell.</summary>
    public Crystal? Crystal => Lattice is null ? null : Molecule.In(Lattice);
}
