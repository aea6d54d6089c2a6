using MatNotebooks.Frameworks.Edl.Lattices;
using MatNotebooks.Frameworks.Edl.Steering;

namespace MatNotebooks.Frameworks.Edl;

/// <summary>What a study of compression found.</summary>
/// <param name="Embedding">The embedding.</param>
/// <param name="Whole">Its bytes per crystal.</param>
/// <param name="Rows">One row for each operator and level.</param>
/// <param name="ProbeR2">R² of the probes of the embedding itself, by property.</param>
/// <param name="Space">The coordinates in which all properties steer, for allotments of one's own.</param>
public sealed record EdlResult(string Embedding, int Whole, IReadOnlyList<EdlRow> Rows, IReadOnlyDictionary<string, double> ProbeR2, SteeredSpace Space)
{
    /// <summary>The lattice of an operator and a property.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="property">The property.</param>
    /// <exception cref="ArgumentException">No such operator or property, or fewer than two levels.</exception>
    public EmbedmentLattice Lattice(string operation, string property)
    {
        var levels = Rows.Where(row => row.Operator == operation).OrderByDescending(row => row.Asked).ToArray();
        if (levels.Length < 2) throw new ArgumentException($"{levels.Length} levels of '{operation}' were studied; a lattice needs at least 2. There are {string.Join(", ", Rows.Select(row => row.Operator).Distinct())}.");
        if (!ProbeR2.ContainsKey(property)) throw new ArgumentException($"The property '{property}' was not studied; there are {string.Join(", ", ProbeR2.Keys)}.");
        var fidelities = new double[EdlLayer.All.Count, levels.Length];
        for (var level = 0; level < levels.Length; level++)
        {
            var row = levels[level];
            double[] measured = [row.Trustworthiness, row.ProbeKept[property].Value, row.Recall, row.CalibrationKept[property], row.Continuity]; // in the order of EdlLayer.All
            for (var layer = 0; layer < measured.Length; layer++) fidelities[layer, level] = measured[layer];
        }
        return new(EdlLayer.All, Whole, [.. levels.Select(row => row.Asked)], fidelities);
    }
}
