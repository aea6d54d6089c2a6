namespace MatNotebooks.Models;

/// <summary>
/// Training by a second view of each crystal, its computed powder pattern: embeddings of a crystal and of its own pattern are drawn
/// together, those of others apart (the paper's contrastive alignment, Figure 1). Predictions need no pattern.
/// </summary>
public sealed record PatternAlignment
{
    /// <summary>Weight of the alignment loss beside the loss of labels, greater than 0. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Weight { get; init => field = Positive(value, nameof(Weight)); } = 0.1;

    /// <summary>Difference of similarities that counts as one e-fold, greater than 0. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double Temperature { get; init => field = Positive(value, nameof(Temperature)); } = 0.1;

    /// <summary>
    /// Focal weight of negatives: each counts with the power of its probability of being taken for the right one, at least 0; 0 weighs all
    /// alike. The default is 1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public double Focus
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Focus), $"Focus is {value}; it must be at least 0.");
    } = 1;

    /// <summary>Share of local similarity, segments of the pattern against atoms, beside the global one, 0 to 1; 0 leaves it out. The default is 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1.</exception>
    public double LocalShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LocalShare), $"LocalShare is {value}; it must be from 0 to 1.");
    } = 0.5;

    /// <summary>Points of the pattern, a multiple of 16, at least 64: Cu Kα from 5° to 90°, square roots of intensities. The default is 256.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No multiple of 16, or less than 64.</exception>
    public int Points
    {
        get;
        init => field = value >= 64 && value % 16 == 0 ? value : throw new ArgumentOutOfRangeException(nameof(Points), $"Points is {value}; it must be a multiple of 16, at least 64.");
    } = 256;

    private static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be greater than 0.");
}
