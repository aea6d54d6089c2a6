using MatNotebooks.Graphs;

namespace MatNotebooks.Training.Optimization;

/// <summary>What is changed in the crystals of a training step, their targets staying as they are.</summary>
public abstract record Augmentation
{
    /// <summary>The crystals of a step, changed.</summary>
    internal abstract GraphBatch Change(GraphBatch batch, Random random);
}

/// <summary>Nothing is changed.</summary>
public sealed record NoAugmentation : Augmentation
{
    internal override GraphBatch Change(GraphBatch batch, Random random) => batch;
}

/// <summary>Every atom is moved at random, in every step anew.</summary>
/// <remarks>
/// The label stays only where it hardly changes: 0.02 Å are the thermal motion of a stiff crystal far below room temperature. Energies rise
/// with the square of the displacement.
/// </remarks>
public sealed record AtomJitter : Augmentation
{
    /// <summary>Says how far.</summary>
    /// <param name="spread">Standard deviation along each axis | Å, greater than 0, at most 0.5. The default is 0.02.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public AtomJitter(double spread = 0.02) => Spread = Chance.Checked(spread, 0.5, "Å", nameof(spread));

    /// <summary>Standard deviation along each axis | Å.</summary>
    public double Spread { get; }

    internal override GraphBatch Change(GraphBatch batch, Random random)
    {
        using var still = batch;
        return batch.Moved(Chance.Normal(3 * batch.Atoms, Spread, random));
    }
}

/// <summary>Every cell is strained at random, in every step anew: its three stretches and three shears.</summary>
/// <remarks>
/// The label stays only where it hardly changes: moduli and gaps at a percent, not volumes or energies of a set that itself varies the cell.
/// </remarks>
public sealed record CellStrain : Augmentation
{
    /// <summary>Says how far.</summary>
    /// <param name="spread">Standard deviation of each component | no unit, greater than 0, at most 0.2. The default is 0.005.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public CellStrain(double spread = 0.005) => Spread = Chance.Checked(spread, 0.2, "", nameof(spread));

    /// <summary>Standard deviation of each component | no unit.</summary>
    public double Spread { get; }

    internal override GraphBatch Change(GraphBatch batch, Random random)
    {
        using var still = batch;
        return batch.Strained(Chance.Normal(6 * batch.Crystals, Spread, random));
    }
}

/// <summary>Several changes one after the other.</summary>
/// <param name="Parts">The changes, in their order.</param>
public sealed record AugmentationChain(params IReadOnlyList<Augmentation> Parts) : Augmentation
{
    internal override GraphBatch Change(GraphBatch batch, Random random) => Parts.Aggregate(batch, (changed, part) => part.Change(changed, random));
}
