namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>One training set of the study: how its crystals are divided and what was left out.</summary>
/// <param name="Family">The family left out; null where crystals were drawn at random.</param>
/// <param name="Train">Crystals trained on.</param>
/// <param name="Home">Others like them; ascending where nothing was left out.</param>
/// <param name="Away">Crystals of the family, ascending; none where nothing was left out.</param>
internal sealed record CoveragePart(ElementFamily? Family, int[] Train, int[] Home, int[] Away);
