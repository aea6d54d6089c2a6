using System.Collections.Concurrent;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Molecules;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Small molecules, relaxed by GFN2-xTB with their vibrations.</summary>
internal sealed class ComputedMolecules : ICandidatePool
{
    private readonly MoleculeCampaign molecules;
    private readonly string[] names;
    private readonly ConcurrentDictionary<int, CalculationTask> begun = new();

    public ComputedMolecules(PoolDefinition pool, int seed)
    {
        molecules = new(pool.Count, seed);
        names = [.. molecules.Names.Where(name => MoleculeDescriptors.HeavyAtoms(name) >= pool.LeastHeavyAtoms)];
        if (names.Length == 0)
            throw new DefinitionException($"None of the first {pool.Count} molecules has {pool.LeastHeavyAtoms} heavy atoms; raise pool.count, or lower pool.least_heavy_atoms.");
        var usual = new XtbOptions { Relaxation = XtbRelaxation.VeryTight };
        Calculator = new XtbCalculator(pool.Program is { } program ? usual with { Program = Path.Exists(program) ? Path.GetFullPath(program) : program } : usual);
    }

    public string Description => $"{Count:N0} molecules, {Calculator.Description}";

    public int Count => names.Length;

    public IReadOnlyDictionary<string, string> Properties => RecordedMolecules.Units;

    public ICalculator Calculator { get; }

    public string NameOf(int candidate) => names[candidate];

    public double[] Coarse(int candidate) => MoleculeDescriptors.Coarse(names[candidate]);

    public double[] Fine(int candidate) => MoleculeDescriptors.Fine(names[candidate], Begun(candidate));

    public Crystal StructureOf(int candidate) => MoleculeDescriptors.InBox(Begun(candidate));

    // Put into space once: that costs about as much as a short simulation.
    public CalculationTask TaskOf(int candidate) => begun.GetOrAdd(candidate, _ => molecules.Job(names[candidate]).Task);

    public IReadOnlyDictionary<string, double>? Read(int candidate, CalculationResult result)
    {
        if (molecules.Objection(names[candidate], result) is not null) return null;
        return result is { Homo: { } homo, Lumo: { } lumo, Dipole: { } dipole, Polarizability: { } polarizability }
            ? new Dictionary<string, double> { ["gap"] = lumo - homo, ["homo"] = homo, ["lumo"] = lumo, ["dipole"] = dipole, ["polarizability"] = polarizability } : null;
    }

    private Molecule Begun(int candidate) => TaskOf(candidate).Molecule!;
}
