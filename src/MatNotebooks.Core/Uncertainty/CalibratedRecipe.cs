using MatNotebooks.Training.Search;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Uncertainty;

/// <summary>How a <see cref="CalibratedModel"/> comes about.</summary>
public sealed record CalibratedRecipe
{
    /// <summary>What learns: one of <see cref="PropertyStudy.Learners"/>. The default is "gem-ppm".</summary>
    public string Learner { get; init; } = "gem-ppm";

    /// <summary>Settings of "gem-ppm" that a search found. The default is none: those that it has by itself.</summary>
    public TunedSettings? Settings { get; init; }

    /// <summary>Passes over the training data, at least 1; ridge regression has none. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Epochs { get; init => field = AtLeastOne(value, nameof(Epochs)); } = 100;

    /// <summary>Networks trained from different seeds, at least 1. Two or more tell where they are unsure, and intervals follow that. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Members { get; init => field = AtLeastOne(value, nameof(Members)); } = 1;

    /// <summary>Where standard deviations come from. The default is <see cref="UncertaintySource.Ensemble"/>, which needs two or more members.</summary>
    public UncertaintySource Source { get; init; }

    /// <summary>One of <see cref="PropertySplit.Words"/>. The default leaves whole formulas out.</summary>
    public string Split { get; init; } = PropertySplit.Words[0];

    /// <summary>Seed of the division and of everything random. The default is 0.</summary>
    public int Seed { get; init; }

    /// <summary>Share of crystals that must fall within their interval, between 0 and 1. The default is 0.9.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>Folder where unfinished training is kept, so that the same call goes on from there after a kill. The default is none.</summary>
    public string? Checkpoints { get; init; }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least 1.");
}
