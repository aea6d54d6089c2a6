namespace MatNotebooks.Models;

/// <summary>The shape of a <see cref="GemPpmModel"/>. The defaults are the paper's where it states them.</summary>
public sealed record GemPpmOptions
{
    /// <summary>How many numbers describe an atom, at least 1. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Width { get; init => field = AtLeast(1, value, nameof(Width)); } = 64;

    /// <summary>Rounds of messages, at least 0. The default is 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Layers { get; init => field = AtLeast(0, value, nameof(Layers)); } = 3;

    /// <summary>How many properties are predicted, at least 1. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Targets { get; init => field = AtLeast(1, value, nameof(Targets)); } = 1;

    /// <summary>How many external conditions each crystal carries (temperature, pressure, strain, ...), at least 0. The default is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Conditions { get; init => field = AtLeast(0, value, nameof(Conditions)); }

    /// <summary>Numbers learned per element beside its facts, at least 0. The default is 16; 0 for small sets, where facts alone carry over to new elements.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int LearnedElementWidth { get; init => field = AtLeast(0, value, nameof(LearnedElementWidth)); } = 16;

    /// <summary>The ruler of edges. The default is <see cref="AngstromDistances"/>.</summary>
    public DistanceScale Distances { get; init; } = new AngstromDistances();

    /// <summary>From atoms to the crystal. The default is <see cref="MeanReadout"/>.</summary>
    public Readout Readout { get; init; } = new MeanReadout();

    /// <summary>Normalisation between layers. The default is <see cref="Normalization.Batch"/>.</summary>
    public Normalization Normalization { get; init; } = Normalization.Batch;

    /// <summary>
    /// Channels of what atoms hear of the angles between their bonds, at least 0. The default is 0: distances alone. 8 cost about two fifths
    /// of the training rate.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int AngleChannels { get; init => field = AtLeast(0, value, nameof(AngleChannels)); }

    /// <summary>First value of a learned factor for each number that a round adds to an atom (LayerScale), at least 0. The default is 0: no factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public double LayerScale
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(LayerScale), $"LayerScale is {value}; it must be at least 0. Usual values are 0.1 to 1.");
    }

    /// <summary>Training by the powder pattern as a second view. The default is none.</summary>
    public PatternAlignment? Alignment { get; init; }

    /// <summary>Share of values dropped in training, in [0, 1). The default is 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1).</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Dropout), $"Dropout is {value}; it must be in [0, 1).");
    } = 0.2;

    /// <summary>Rank of the bilinear branch that joins structure and conditions (Eq. 17), at least 1. The default is 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int BilinearRank { get; init => field = AtLeast(1, value, nameof(BilinearRank)); } = 16;

    /// <summary>Weight of the edge reconstruction loss (Eq. 13), at least 0. The default is 0: not computed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public double ReconstructionWeight
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(ReconstructionWeight), $"ReconstructionWeight is {value}; it must be at least 0.");
    }

    /// <summary>Seed of the initial weights and of dropout. The default is 0.</summary>
    public int Seed { get; init; }

    private static int AtLeast(int limit, int value, string name) =>
        value >= limit ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {limit}.");
}
