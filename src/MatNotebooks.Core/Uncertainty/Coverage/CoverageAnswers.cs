namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>What the networks of one training set said of crystals they had not seen.</summary>
/// <param name="Family">The family left out; null where crystals were drawn at random.</param>
/// <param name="Home">Of crystals like those trained on.</param>
/// <param name="Away">Of crystals of the family; null where nothing was left out.</param>
internal sealed record CoverageAnswers(ElementFamily? Family, HeldOut Home, HeldOut? Away);
