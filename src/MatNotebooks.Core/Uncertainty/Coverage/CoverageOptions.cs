namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>How much a <see cref="CoverageStudy"/> trains.</summary>
public sealed record CoverageOptions
{
    /// <summary>Crystals each network learns from. The default is 4000.</summary>
    public int Train { get; init; } = 4000;

    /// <summary>Passes over them. The default is 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Networks of an ensemble. The default is 3.</summary>
    public int Members { get; init; } = 3;

    /// <summary>Training sets drawn at random. The default is 2.</summary>
    public int Draws { get; init; } = 2;

    /// <summary>Crystals beside a training set drawn at random, of which half calibrate and half judge. The default is 4000.</summary>
    public int HeldOut { get; init; } = 4000;

    /// <summary>Crystals like those trained on that judge and calibrate beside a left-out family. The default is 1000.</summary>
    public int Home { get; init; } = 1000;

    /// <summary>Crystals of a left-out family that judge it, at most. The default is 1000.</summary>
    public int Away { get; init; } = 1000;

    /// <summary>How often held-out crystals are divided anew into those that calibrate and those that judge. The default is 20.</summary>
    public int Divisions { get; init; } = 20;

    /// <summary>Trainings at the same time. The default is one per core.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
