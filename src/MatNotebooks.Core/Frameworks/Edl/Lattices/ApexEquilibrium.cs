namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>Table 2's apex: the level at which trade-offs balance, where λ F + C, summed over weighted layers, is greatest: one step more costs as much fidelity as the compression it wins is worth.</summary>
/// <param name="Level">The level.</param>
/// <param name="Bytes">Its bytes per crystal.</param>
/// <param name="Fidelity">Weighted mean of its fidelities | no unit.</param>
/// <param name="Compression">Its compression | no unit, 0 to 1.</param>
public sealed record ApexEquilibrium(int Level, int Bytes, double Fidelity, double Compression)
{
    /// <summary>Finds it.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="reciprocity">λ: what fidelity is worth beside compression | greater than 0. The default is 1.</param>
    /// <param name="weights">What each layer counts, at least 0, not all 0, (layers). The default is all alike.</param>
    /// <exception cref="ArgumentException">λ is not greater than 0, or weights that do not fit.</exception>
    public static ApexEquilibrium Of(EmbedmentLattice lattice, double reciprocity = 1, IReadOnlyList<double>? weights = null)
    {
        if (!(reciprocity > 0)) throw new ArgumentException($"λ is {reciprocity}; it must be greater than 0.");
        var shares = weights ?? [.. Enumerable.Repeat(1.0, lattice.Layers.Count)];
        if (shares.Count != lattice.Layers.Count || shares.Any(share => !(share >= 0)) || shares.Sum() == 0)
            throw new ArgumentException($"{shares.Count} weights for {lattice.Layers.Count} layers; give one for each, at least 0, not all 0.");
        double Fidelity(int level) => lattice.At(level).Zip(shares, (fidelity, share) => fidelity * share).Sum() / shares.Sum();
        var best = Enumerable.Range(0, lattice.Bytes.Count).MaxBy(level => (reciprocity * Fidelity(level)) + lattice.Compressions[level]);
        return new(best, lattice.Bytes[best], Fidelity(best), lattice.Compressions[best]);
    }
}
