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
/// <param name="Spread">Standard deviation along each axis | Å, greater than 0. The default is 0.02.</param>
public sealed record AtomJitter(double Spread = 0.02) : Augmentation
{
    internal override GraphBatch Change(GraphBatch batch, Random random)
    {
        using var still = batch;
        var shifts = new float[3 * batch.Atoms];
        for (var place = 0; place < shifts.Length; place++) shifts[place] = (float)(Spread * Normal(random));
        return batch.Moved(shifts);
    }

    /// <summary>Box and Muller's transform.</summary>
    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
