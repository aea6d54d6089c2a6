using MatNotebooks.Models.Baselines.Trees;

namespace MatNotebooks.Models.Baselines;

/// <summary>What a <see cref="RandomForest"/> predicts by, for files.</summary>
internal sealed record ForestNumbers(TreeNumbers[] Trees, int Features);
