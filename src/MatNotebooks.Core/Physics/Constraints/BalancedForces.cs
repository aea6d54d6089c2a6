using static TorchSharp.torch;

namespace MatNotebooks.Physics.Constraints;

/// <summary>Forces that sum to zero over each crystal or molecule: what nothing outside pulls does not start to move (a constraint of Eq. 19).</summary>
/// <remarks>The prediction is the force on each atom, (atoms, 3) | eV/Å.</remarks>
public sealed record BalancedForces : PhysicalConstraint
{
    private readonly long[] crystals;
    private readonly int count;

    /// <summary>Says which atoms belong together.</summary>
    /// <param name="crystalOfAtom">Which crystal each atom is in | 0 or more.</param>
    /// <param name="scale">What a violation is measured in | eV/Å, greater than 0. The default is 0.1.</param>
    /// <exception cref="ArgumentException">There is no atom, or a number is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not greater than 0.</exception>
    public BalancedForces(IReadOnlyList<int> crystalOfAtom, double scale = 0.1)
    {
        if (crystalOfAtom.Count == 0) throw new ArgumentException("There is no atom; name the crystal of one at least.");
        if (crystalOfAtom.Min() < 0) throw new ArgumentException($"A crystal has the number {crystalOfAtom.Min()}; numbers are 0 or more.");
        (crystals, count, Scale) = ([.. crystalOfAtom.Select(crystal => (long)crystal)], crystalOfAtom.Max() + 1, Positive(scale, nameof(scale)));
    }

    /// <summary>What a violation is measured in | eV/Å.</summary>
    public double Scale { get; }

    /// <summary>The sum of the forces in each crystal, (crystals, 3) | no unit.</summary>
    /// <param name="predicted">(atoms, 3) | eV/Å.</param>
    /// <exception cref="ArgumentException">The number of atoms is another.</exception>
    public override Tensor Violation(Tensor predicted)
    {
        if (predicted.shape is not [var rows, 3] || rows != crystals.Length)
            throw new ArgumentException($"The forces have the shape ({string.Join(", ", predicted.shape)}); {crystals.Length} atoms were named, so it must be ({crystals.Length}, 3).");
        var index = tensor(crystals).to(predicted.device);
        return zeros([count, 3], predicted.dtype, predicted.device).index_add(0, index, predicted, 1) / Scale;
    }
}
