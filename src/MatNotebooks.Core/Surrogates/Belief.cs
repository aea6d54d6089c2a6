namespace MatNotebooks.Surrogates;

/// <summary>What a surrogate believes of a function at a point, the noise of measurement not counted.</summary>
/// <param name="Mean">The most probable value | unit of the values.</param>
/// <param name="Deviation">Standard deviation of the belief, at least 0 | same unit.</param>
public readonly record struct Belief(double Mean, double Deviation);
