namespace MatNotebooks.Models.Baselines;

/// <summary>What a <see cref="RidgeRegression"/> is made of, for files.</summary>
internal sealed record RidgeNumbers(double[] Centers, double[] Scales, double[] Weights, double Mean, double Strength);
