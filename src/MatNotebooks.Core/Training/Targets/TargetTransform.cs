namespace MatNotebooks.Training.Targets;

/// <summary>What is done to targets before a network learns them.</summary>
public abstract record TargetTransform
{
    /// <summary>Fits the transform to training data.</summary>
    /// <exception cref="ArgumentException">A target it cannot take, and the message names the record, or one that no crystal has.</exception>
    public abstract TargetMap Fit(TrainingData data);

    /// <summary>The transform for a number of a unit: energies per atom are learned from references of their elements, others as they are.</summary>
    /// <param name="unit">Unit of the number.</param>
    public static TargetTransform ForUnit(string unit) => unit.Trim() is "eV/atom" or "meV/atom" ? new ElementReferencedTargets() : new StandardizedTargets();

    /// <summary>What a learner learns of training data: this transform of numbers, one number for each class of classes.</summary>
    /// <param name="data">The training data.</param>
    /// <param name="ofClasses">What the learner's answers say of classes.</param>
    internal TargetMap Fit(TrainingData data, Func<IReadOnlyList<string>, TargetMap> ofClasses) => data.Classes.Count > 0 ? ofClasses(data.Classes) : Fit(data);

    /// <summary>The crystals of which a target is known, in their order.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    private protected static int[] Known(TrainingData data, int target) =>
        Enumerable.Range(0, data.Count).Where(row => !double.IsNaN(data.Samples[row].Targets[target])).ToArray() is { Length: > 0 } known
            ? known
            : throw new ArgumentException($"None of the {data.Count} training crystals has target {target + 1} of {data.Targets}; leave it out, or give more crystals.");

    /// <summary>A number of each crystal of which a target is known, by target.</summary>
    private protected static double[][] ByTarget(TrainingData data, Func<double, double> of) =>
        [.. Enumerable.Range(0, data.Targets).Select(target => Known(data, target).Select(row => of(data.Samples[row].Targets[target])).ToArray())];
}

/// <summary>Mean 0 and standard deviation 1: for any target.</summary>
public sealed record StandardizedTargets : TargetTransform
{
    /// <inheritdoc/>
    public override TargetMap Fit(TrainingData data) => AffineMap.Fit(ByTarget(data, value => value));
}

/// <summary>The logarithm, mean 0 and standard deviation 1: for positive targets that spread over decades.</summary>
public sealed record LogarithmicTargets : TargetTransform
{
    /// <inheritdoc/>
    public override TargetMap Fit(TrainingData data)
    {
        foreach (var sample in data.Samples)
            if (sample.Targets.Any(value => value <= 0))
                throw new ArgumentException(
                    $"Record {sample.Id} has the target {sample.Targets.Min()}; its logarithm needs a value greater than 0. Use {nameof(StandardizedTargets)}.");
        return new LogarithmicMap(AffineMap.Fit(ByTarget(data, Math.Log)));
    }
}
