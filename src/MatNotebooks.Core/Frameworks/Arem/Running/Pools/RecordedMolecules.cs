using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>The small molecules that ship with the project, their labels held back until somebody asks.</summary>
internal sealed class RecordedMolecules : ICandidatePool
{
    private readonly Gfn2Molecule[] molecules;
    private readonly RecordedCalculator calculator;

    public RecordedMolecules(PoolDefinition pool)
    {
        molecules = [.. Gfn2MoleculeDataset.Load().Records.Where(one => MoleculeDescriptors.HeavyAtoms(one.Smiles) >= pool.LeastHeavyAtoms).Take(pool.Count)];
        calculator = new("molecules computed with GFN2-xTB", pool.Seconds, molecules.ToDictionary(
            one => one.Smiles, one => new RecordedLabel(one.Energy) { Gap = one.Gap, Homo = one.Homo, Lumo = one.Lumo, Dipole = one.Dipole, Polarizability = one.Polarizability }));
    }

    /// <summary>What is known of a molecule, with units.</summary>
    public static IReadOnlyDictionary<string, string> Units { get; } =
        new Dictionary<string, string> { ["gap"] = "eV", ["homo"] = "eV", ["lumo"] = "eV", ["dipole"] = "D", ["polarizability"] = "Å³" };

    public string Description => $"{Count:N0} molecules, {calculator.Description}";

    public int Count => molecules.Length;

    public IReadOnlyDictionary<string, string> Properties => Units;

    public ICalculator Calculator => calculator;

    public string NameOf(int candidate) => molecules[candidate].Smiles;

    public double[] Coarse(int candidate) => MoleculeDescriptors.Coarse(molecules[candidate].Smiles);

    public double[] Fine(int candidate) => MoleculeDescriptors.Fine(molecules[candidate].Smiles, molecules[candidate].Molecule);

    public Crystal StructureOf(int candidate) => MoleculeDescriptors.InBox(molecules[candidate].Molecule);

    public CalculationTask TaskOf(int candidate) => CalculationTask.SinglePoint(new Molecule(molecules[candidate].Molecule.Atoms, molecules[candidate].Smiles));

    public IReadOnlyDictionary<string, double> Read(int candidate, CalculationResult result) => new Dictionary<string, double>
    {
        ["gap"] = result.Gap!.Value, ["homo"] = result.Homo!.Value, ["lumo"] = result.Lumo!.Value, ["dipole"] = result.Dipole!.Value, ["polarizability"] = result.Polarizability!.Value,
    };
}
