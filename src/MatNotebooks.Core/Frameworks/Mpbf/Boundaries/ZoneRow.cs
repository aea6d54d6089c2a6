using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>A row that judged a model, inside what the model has seen or in a zone that was left out.</summary>
/// <param name="Zone">The zone that was left out, such as "O" or "cluster 2".</param>
/// <param name="Row">Which row of the problem.</param>
/// <param name="IsOutside">Whether it lies in the zone.</param>
/// <param name="Predicted">What the model said | unit of the problem.</param>
/// <param name="Error">Predicted less actual | unit of the problem.</param>
/// <param name="Distance">To the nearest training row, in standardised inputs, over the usual distance of training rows to each other's nearest | no unit.</param>
/// <param name="Signals">What is known before the error is: see <see cref="ZoneModel"/>.</param>
public sealed record ZoneRow(string Zone, int Row, bool IsOutside, double Predicted, double Error, double Distance, ImmutableArray<double> Signals);
