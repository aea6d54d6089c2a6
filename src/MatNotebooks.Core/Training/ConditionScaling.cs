using MatNotebooks.Training.Targets;

namespace MatNotebooks.Training;

/// <summary>Brings external conditions to mean 0 and standard deviation 1 over the training data.</summary>
/// <param name="Scaling">Centre and scale of each condition.</param>
internal sealed record ConditionScaling(AffineMap Scaling)
{
    public static ConditionScaling Fit(TrainingData data) => new(AffineMap.Fit(
        [.. Enumerable.Range(0, data.Conditions).Select(place => data.Samples.Select(sample => sample.Conditions[place]).ToArray())]));

    /// <summary>The conditions of some crystals as the network reads them, (crystals × conditions).</summary>
    public float[] Of(IEnumerable<Sample> samples) =>
        [.. samples.SelectMany(sample => sample.Conditions.Select((value, place) => (float)Scaling.ToModel(sample, place, value)))];
}
