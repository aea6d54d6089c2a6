namespace MatNotebooks.Models.Baselines;

/// <summary>The shape of a <see cref="CompositionModel"/>.</summary>
public sealed record CompositionOptions
{
    /// <summary>How many numbers describe an element, at least 1. The default is 64.</summary>
    public int Width { get; init; } = 64;

    /// <summary>How many properties are predicted, at least 1. The default is 1.</summary>
    public int Targets { get; init; } = 1;

    /// <summary>How many external conditions each crystal carries, at least 0; the volume may be one. The default is 0.</summary>
    public int Conditions { get; init; }

    /// <summary>Numbers learned per element beside its facts, at least 0. The default is 16.</summary>
    public int LearnedElementWidth { get; init; } = 16;

    /// <summary>Share of values dropped in training, in [0, 1). The default is 0.1.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Seed of the initial weights and of dropout. The default is 0.</summary>
    public int Seed { get; init; }
}
