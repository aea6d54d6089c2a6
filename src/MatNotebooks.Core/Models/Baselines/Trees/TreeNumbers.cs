namespace MatNotebooks.Models.Baselines.Trees;

/// <summary>What a <see cref="RegressionTree"/> is made of, one number of each list for a node.</summary>
internal sealed record TreeNumbers(int[] Feature, double[] Threshold, int[] Left, int[] Right, double[] Mean);
