namespace MatNotebooks.Training;

/// <summary>One number that says how wrong predictions are: what early stopping goes by.</summary>
/// <remarks>
/// Of one target, the mean absolute error in its unit. Of several, whose units cannot be added, the mean over the targets of their errors,
/// each as a part of the standard deviation over the training crystals that have it. Of classes, the mean of −ln of the probability given
/// to the right one.
/// </remarks>
internal sealed class ValidationError
{
    private const double LeastProbability = 1e-12; // a certain answer that is wrong costs much, not everything

    private readonly double[] scales;

    /// <summary>Takes the scales of several targets from training data.</summary>
    public ValidationError(TrainingData train) => scales = train.Targets == 1 ? [1] : [.. Enumerable.Range(0, train.Targets).Select(target => ScaleOf(train.Values(target)))];

    /// <summary>The error of predictions.</summary>
    /// <param name="predicted">Predictions, (crystals, outputs).</param>
    /// <param name="data">The crystals with what is known of them.</param>
    public double Of(double[,] predicted, TrainingData data)
    {
        if (data.Classes.Count > 0)
            return data.Samples.Select((sample, row) => -Math.Log(Math.Max(LeastProbability, predicted[row, (int)sample.Targets[0]]))).Average();
        var errors = new List<double>();
        for (var target = 0; target < data.Targets; target++)
        {
            var known = data.Samples.Select((sample, row) => Math.Abs(sample.Targets[target] - predicted[row, target])).Where((_, row) => !double.IsNaN(data.Samples[row].Targets[target])).ToArray();
            if (known.Length > 0) errors.Add(known.Average() / scales[target]);
        }
        return errors.Average();
    }

    private static double ScaleOf(double[] values)
    {
        var known = values.Where(value => !double.IsNaN(value)).ToArray();
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return deviation > 0 ? deviation : 1;
    }
}
