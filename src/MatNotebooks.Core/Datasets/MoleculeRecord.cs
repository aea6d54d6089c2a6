using System.Text.Json;
using MatNotebooks.Crystals;

namespace MatNotebooks.Datasets;

/// <summary>One row of a data set of molecules: a molecule and what is known of it.</summary>
/// <param name="Id">Name in the source.</param>
/// <param name="Molecule">The atoms.</param>
/// <param name="Values">Everything else the row says, by key; units are the source's.</param>
public sealed record MoleculeRecord(string Id, Molecule Molecule, IReadOnlyDictionary<string, JsonElement> Values) : DataRecord(Id, Values)
{
    /// <summary>The formula in Hill's order, such as "C2H6O".</summary>
    public override string Formula => Molecule.Formula;
}
