using MatNotebooks.Crystals;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Simulation.Molecules;

/// <summary>Small molecules of H, C, N, O and F: listed, put into space, relaxed by a calculator, and looked at afterwards.</summary>
public sealed class MoleculeCampaign
{
    private const double Imaginary = -20; // cm⁻¹; shallower slopes are noise of the numerical vibrations

    private readonly Dictionary<string, MolecularGraph> graphs;

    /// <summary>Lists the molecules.</summary>
    /// <param name="count">How many | 1 to 100,000.</param>
    /// <param name="seed">Seed of the sample of larger ones and of the first places of atoms. The default is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of its range.</exception>
    public MoleculeCampaign(int count, int seed = 0)
    {
        if (count is < 1 or > 100_000) throw new ArgumentOutOfRangeException(nameof(count), count, "Molecules must be 1 to 100,000.");
        graphs = MoleculeEnumerator.List(count, seed).ToDictionary(Smiles.Of);
        Seed = seed;
    }

    /// <summary>SMILES of the molecules, small ones first.</summary>
    public IReadOnlyCollection<string> Names => graphs.Keys;

    /// <summary>Seed of the sample and of the first places of atoms.</summary>
    public int Seed { get; }

    /// <summary>The tasks: relaxation and vibrations of each molecule, its name the SMILES.</summary>
    public IEnumerable<CampaignJob> Jobs() => graphs.Keys.AsParallel().AsOrdered().Select(Job);

    /// <summary>The task of one molecule.</summary>
    /// <param name="name">Its SMILES.</param>
    /// <exception cref="ArgumentException">The molecule is not in the list.</exception>
    public CampaignJob Job(string name) => graphs.TryGetValue(name, out var graph)
        ? new(name, CalculationTask.Frequencies(Embedding.Of(graph, Seed, name)))
        : throw new ArgumentException($"The molecule {name} is not in this list of {graphs.Count}.");

    /// <summary>Why a result is no member of the set: a bond broke or formed, or the place is no minimum; null when it is one.</summary>
    /// <param name="name">SMILES of the molecule.</param>
    /// <param name="result">What the calculator gave.</param>
    public string? Objection(string name, CalculationResult result)
    {
        if (!graphs.TryGetValue(name, out var graph)) return "not in this list";
        if (result.Molecule is not { } molecule || molecule.Atoms.Length != graph.Elements.Length) return "no relaxed molecule";
        if (BondCheck.Change(graph, molecule) is { } change) return change;
        return result.Frequencies is [var lowest, ..] && lowest < Imaginary ? $"no minimum: {lowest:F0} cm⁻¹" : null;
    }
}
