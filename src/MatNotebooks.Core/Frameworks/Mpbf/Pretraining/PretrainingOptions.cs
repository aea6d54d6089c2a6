namespace MatNotebooks.Frameworks.Mpbf.Pretraining;

/// <summary>How a network is pretrained on a property of compositions.</summary>
public sealed record PretrainingOptions
{
    /// <summary>Steps of gradient descent, at least 1. The default is 2,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Steps { get; init => field = AtLeastOne(value, nameof(Steps)); } = 2000;

    /// <summary>Share of the steps without a better validation after which no further ones are taken, in (0, 1]. The default is 1: all are taken.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 1].</exception>
    public double Patience
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Patience), $"Patience is {value}; it must be in (0, 1].");
    } = 1;

    /// <summary>Compounds in a step, at least 1; fewer where there are fewer. The default is 128.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BatchSize { get; init => field = AtLeastOne(value, nameof(BatchSize)); } = 128;

    /// <summary>Greatest learning rate, greater than 0; it rises over a tenth of the steps and falls as a cosine. The default is 0.003.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public double LearningRate
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(LearningRate), $"LearningRate is {value}; it must be greater than 0.");
    } = 0.003;

    /// <summary>Networks that differ by their seed alone, at least 1; their disagreement is what the representation's uncertainty is read from. The default is 2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Members { get; init => field = AtLeastOne(value, nameof(Members)); } = 2;

    /// <summary>Share of the compounds that only validate, in (0, 0.5]. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside (0, 0.5].</exception>
    public double Validation
    {
        get;
        init => field = value is > 0 and <= 0.5 ? value : throw new ArgumentOutOfRangeException(nameof(Validation), $"Validation is {value}; it must be in (0, 0.5].");
    } = 0.1;

    /// <summary>Seed of weights, order and validation. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least 1.");
}
