using MatNotebooks.Crystals;

namespace MatNotebooks.Training;

/// <summary>One crystal to learn from or to predict.</summary>
/// <param name="Id">Name, for messages.</param>
/// <param name="Crystal">The structure.</param>
/// <param name="Targets">The properties, (targets), NaN where one is not known; the place of its class in the list of classes, where that is learned; empty where there is only something to predict.</param>
public sealed record Sample(string Id, Crystal Crystal, double[] Targets)
{
    /// <summary>External conditions it was measured under, (conditions). The default is none.</summary>
    public double[] Conditions { get; init; } = [];

    /// <summary>What it must not be separated from when data are split, such as its compound. The default is its own id.</summary>
    public string Group { get; init; } = Id;
}
