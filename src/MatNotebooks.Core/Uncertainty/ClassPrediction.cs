namespace MatNotebooks.Uncertainty;

/// <summary>What a classifier says of a crystal.</summary>
/// <param name="Id">The crystal's name.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Class">The most probable class.</param>
/// <param name="Probabilities">Probability of each class, in the classifier's order; their sum is 1.</param>
/// <param name="Possible">Classes it may be of, the most probable first: the right one is among them as often as was promised.</param>
/// <param name="Outside">Why the crystal is outside what the classifier was trained on, where nothing is promised; null where it is inside.</param>
/// <param name="Actual">The known class; null where there is none.</param>
public sealed record ClassPrediction(
    string Id, string Formula, string Class, IReadOnlyList<double> Probabilities, IReadOnlyList<string> Possible, string? Outside, string? Actual)
{
    /// <summary>Whether the crystal is like those the classifier was trained on.</summary>
    public bool InsideDomain => Outside is null;

    /// <summary>Whether the known class is among the possible ones; null where there is none.</summary>
    public bool? Covered => Actual is null ? null : Possible.Contains(Actual);
}
