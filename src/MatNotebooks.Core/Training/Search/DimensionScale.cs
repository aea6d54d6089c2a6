namespace MatNotebooks.Training.Search;

/// <summary>How the values of a setting are spread between its bounds.</summary>
public enum DimensionScale
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>Evenly by order of magnitude: for rates.</summary>
    Logarithmic,

    /// <summary>Whole numbers, evenly.</summary>
    Whole,

    /// <summary>Doubled from step to step: for widths and batch sizes.</summary>
    Doubling,
}
