using System.Collections.Immutable;

namespace MatNotebooks.Surrogates;

/// <summary>What a Gaussian process takes a function to be like before any value is seen.</summary>
/// <param name="Lengths">How far along each dimension the function stays alike | unit of that dimension, greater than 0, (dimensions).</param>
/// <param name="Amplitude">Standard deviation of the function about its mean | unit of the values, greater than 0.</param>
/// <param name="Noise">Standard deviation of a measured value about the function | unit of the values, at least 0.</param>
public sealed record ProcessScales(ImmutableArray<double> Lengths, double Amplitude, double Noise);
