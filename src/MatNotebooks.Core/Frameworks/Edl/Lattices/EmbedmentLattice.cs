namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>The lattice: nodes are pairs of a layer and a level of compression, each with its fidelity. Levels grow in compression, from most bytes to fewest.</summary>
/// <remarks>Reading: the compression of a level is the share of the doublings that it saves, log₂(whole / bytes) / log₂(whole), 0 for the embedding itself and 1 for one byte.</remarks>
public sealed class EmbedmentLattice
{
    private readonly double[,] fidelities; // (layers, levels)

    /// <summary>Makes a lattice.</summary>
    /// <param name="layers">The layers, at least one.</param>
    /// <param name="whole">Bytes of the embedding itself, at least 2.</param>
    /// <param name="bytes">Bytes of each level, falling, at least two levels, the last at least 1.</param>
    /// <param name="fidelities">Fidelity of each node | no unit, as a rule 0 to 1, finite, (layers, levels).</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, bytes that do not fall, or a fidelity that is not finite.</exception>
    public EmbedmentLattice(IReadOnlyList<EdlLayer> layers, int whole, IReadOnlyList<int> bytes, double[,] fidelities)
    {
        if (layers.Count == 0 || bytes.Count < 2) throw new ArgumentException($"A lattice of {layers.Count} layers and {bytes.Count} levels; it needs at least 1 layer and 2 levels.");
        if (fidelities.GetLength(0) != layers.Count || fidelities.GetLength(1) != bytes.Count)
            throw new ArgumentException($"{fidelities.GetLength(0)} × {fidelities.GetLength(1)} fidelities for {layers.Count} layers and {bytes.Count} levels; give one for each node.");
        for (var level = 0; level < bytes.Count; level++)
            if (bytes[level] < 1 || bytes[level] > whole || (level > 0 && bytes[level] >= bytes[level - 1]))
                throw new ArgumentException($"Level {level} has {bytes[level]} bytes; levels must fall from at most {whole} to at least 1.");
        foreach (var fidelity in fidelities)
            if (!double.IsFinite(fidelity)) throw new ArgumentException($"A node has the fidelity {fidelity}; it must be finite. Leave its level out.");
        (Layers, Bytes, this.fidelities) = (layers, bytes, (double[,])fidelities.Clone());
        Compressions = [.. bytes.Select(count => Math.Log2((double)whole / count) / Math.Log2(whole))];
    }

    /// <summary>The layers.</summary>
    public IReadOnlyList<EdlLayer> Layers { get; }

    /// <summary>Bytes of each level, falling, (levels).</summary>
    public IReadOnlyList<int> Bytes { get; }

    /// <summary>C of each level | no unit, 0 to 1, rising, (levels).</summary>
    public IReadOnlyList<double> Compressions { get; }

    /// <summary>F of one node | no unit.</summary>
    public double this[int layer, int level] => fidelities[layer, level];

    /// <summary>F of every layer at one level, (layers).</summary>
    public double[] At(int level) => [.. Enumerable.Range(0, Layers.Count).Select(layer => fidelities[layer, level])];

    /// <summary>∇F along compression at one level: the difference to the level before, per step; at the first level, to the level behind, (layers).</summary>
    public double[] FidelityGradient(int level)
    {
        var (from, to) = level == 0 ? (0, 1) : (level - 1, level);
        return [.. At(to).Zip(At(from), (there, here) => there - here)];
    }

    /// <summary>∇C of the next step, or of the last where there is none behind it | no unit, greater than 0.</summary>
    public double CompressionGradient(int level)
    {
        var to = Math.Min(level + 1, Bytes.Count - 1);
        return Compressions[to] - Compressions[to - 1];
    }

    /// <summary>Eq. 1 at one level: ΔE = T · (λ∇F − ∇C), the change of every layer's fidelity that one more step of compression brings, (layers).</summary>
    /// <param name="level">The level that is left.</param>
    /// <param name="coupling">T.</param>
    /// <param name="reciprocity">λ | no unit.</param>
    /// <exception cref="ArgumentException">The tensor is of another number of layers.</exception>
    public double[] Displacement(int level, CouplingTensor coupling, double reciprocity = 1) => coupling.Apply(Drive(level, reciprocity));

    /// <summary>λ∇F − ∇C at one level, (layers).</summary>
    public double[] Drive(int level, double reciprocity = 1)
    {
        var compression = CompressionGradient(level);
        return [.. FidelityGradient(level).Select(slope => (reciprocity * slope) - compression)];
    }

    /// <summary>Eq. 3: K = ∫ γ exp(−|F − C|) over the lattice, by the trapezoidal rule over compression, the mean over layers | no unit, 0 to γ times the range of C.</summary>
    /// <param name="sensitivity">γ, greater than 0. The default is 1.</param>
    /// <exception cref="ArgumentException">γ is not greater than 0.</exception>
    public double Kernel(double sensitivity = 1)
    {
        if (!(sensitivity > 0)) throw new ArgumentException($"γ is {sensitivity}; it must be greater than 0.");
        var sum = 0.0;
        for (var layer = 0; layer < Layers.Count; layer++)
            for (var level = 1; level < Bytes.Count; level++)
                sum += (Height(layer, level) + Height(layer, level - 1)) / 2 * (Compressions[level] - Compressions[level - 1]);
        return sensitivity * sum / Layers.Count;
    }

    private double Height(int layer, int level) => Math.Exp(-Math.Abs(fidelities[layer, level] - Compressions[level]));
}
