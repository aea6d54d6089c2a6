namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>What a pretrained network makes of compounds.</summary>
/// <param name="Vectors">The frozen representation, (compounds)(dimensions).</param>
/// <param name="Values">What it says of its own property | that property's unit, (compounds).</param>
/// <param name="Disagreement">Standard deviation over its members | same unit, (compounds).</param>
public sealed record Representation(float[][] Vectors, double[] Values, double[] Disagreement);
