using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Extensive energies: cells of one crystal, whatever their size, have the same energy per atom (a constraint of Eq. 19).</summary>
/// <remarks>A crystal and its supercells stand in one batch; the prediction is each cell's whole energy | eV, (cells) or (cells, 1).</remarks>
public sealed record ExtensiveEnergy : PhysicalConstraint
{
    private readonly long[] atoms;
    private readonly long[] crystals;
    private readonly double[] cellsAlike;

    /// <summary>Says which cells belong together.</summary>
    /// <param name="atomCounts">Atoms of each cell | 1 or more.</param>
    /// <param name="crystalOfCell">Which crystal each cell is of | 0 or more; cells of one crystal share the number.</param>
    /// <param name="scale">What a violation is measured in | eV/atom, greater than 0. The default is 0.1.</param>
    /// <exception cref="ArgumentException">The lists differ in length, a cell has no atom, or a number is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not greater than 0.</exception>
    public ExtensiveEnergy(IReadOnlyList<int> atomCounts, IReadOnlyList<int> crystalOfCell, double scale = 0.1)
    {
        if (atomCounts.Count != crystalOfCell.Count || atomCounts.Count == 0)
            throw new ArgumentException($"There are {atomCounts.Count} atom counts and {crystalOfCell.Count} numbers of crystals; each cell has one of each.");
        if (atomCounts.Min() < 1) throw new ArgumentException($"A cell has {atomCounts.Min()} atoms; each has 1 or more.");
        if (crystalOfCell.Min() < 0) throw new ArgumentException($"A crystal has the number {crystalOfCell.Min()}; numbers are 0 or more.");
        Scale = Positive(scale, nameof(scale));
        atoms = [.. atomCounts.Select(count => (long)count)];
        crystals = [.. crystalOfCell.Select(crystal => (long)crystal)];
        cellsAlike = [.. Enumerable.Range(0, crystalOfCell.Max() + 1).Select(crystal => (double)Math.Max(1, crystalOfCell.Count(other => other == crystal)))];
    }

    /// <summary>What a violation is measured in | eV/atom.</summary>
    public double Scale { get; }

    /// <summary>Each cell's energy per atom less the mean over its crystal's cells, (cells) | no unit.</summary>
    /// <param name="predicted">Energy of each cell | eV.</param>
    /// <exception cref="ArgumentException">The number of cells is another.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        if (predicted.numel() != atoms.Length)
            throw new ArgumentException($"The prediction has the shape ({string.Join(", ", predicted.shape)}); {atoms.Length} cells were named, so it must be ({atoms.Length}).");
        using var counts = tensor(atoms).to(predicted);
        using var alike = tensor(cellsAlike).to(predicted);
        var index = tensor(crystals).to(predicted.device);
        var perAtom = predicted.view(-1) / counts;
        var means = zeros([cellsAlike.Length], predicted.dtype, predicted.device).index_add(0, index, perAtom, 1) / alike;
        return (perAtom - means.index_select(0, index)) / Scale;
    }
}
