namespace MatNotebooks.Models.Baselines.Trees;

/// <summary>A question of a tree.</summary>
/// <param name="Feature">Which feature.</param>
/// <param name="Threshold">Rows with at most this go left.</param>
/// <param name="Gain">By how much the sum of squares falls, less a constant of the node.</param>
internal readonly record struct TreeSplit(int Feature, double Threshold, double Gain);
