namespace MatNotebooks.Training.Targets;

/// <summary>What is done to targets before a network learns them.</summary>
public abstract record TargetTransform
{
    /// <summary>Fits the transform to training data.</summary>
    /// <exception cref="ArgumentException">A target it cannot take; the message names the record.</exception>
    public abstract TargetMap Fit(TrainingData data);

    private protected static double[][] ByTarget(TrainingData data, Func<Sample, double, double> of) =>
        [.. Enumerable.Range(0, data.Targets).Select(target => data.Samples.Select(sample => of(sample, sample.Targets[target])).ToArray())];
}

/// <summary>Mean 0 and standard deviation 1: for any target.</summary>
public sealed record StandardizedTargets : TargetTransform
{
    /// <inheritdoc/>
    public override TargetMap Fit(TrainingData data) => AffineMap.Fit(ByTarget(data, (_, value) => value));
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
        return new LogarithmicMap(AffineMap.Fit(ByTarget(data, (_, value) => Math.Log(value))));
    }
}
