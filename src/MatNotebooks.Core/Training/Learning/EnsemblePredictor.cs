namespace MatNotebooks.Training.Learning;

/// <summary>The mean of what several predictors say.</summary>
public sealed class EnsemblePredictor : IPredictor
{
    /// <summary>Joins predictors.</summary>
    /// <exception cref="ArgumentException">No predictor.</exception>
    public EnsemblePredictor(IReadOnlyList<IPredictor> members)
    {
        if (members.Count == 0) throw new ArgumentException("An ensemble of 0 predictors; it needs at least one.");
        Members = members;
    }

    /// <summary>The predictors; their spread tells how sure the mean is.</summary>
    public IReadOnlyList<IPredictor> Members { get; }

    /// <inheritdoc/>
    public double[,] Predict(TrainingData data)
    {
        var sum = Members[0].Predict(data);
        foreach (var member in Members.Skip(1))
        {
            var one = member.Predict(data);
            for (var row = 0; row < sum.GetLength(0); row++)
                for (var target = 0; target < sum.GetLength(1); target++) sum[row, target] += one[row, target];
        }
        for (var row = 0; row < sum.GetLength(0); row++)
            for (var target = 0; target < sum.GetLength(1); target++) sum[row, target] /= Members.Count;
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var member in Members) member.Dispose();
    }
}
