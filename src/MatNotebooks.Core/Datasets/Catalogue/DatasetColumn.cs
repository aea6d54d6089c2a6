namespace MatNotebooks.Datasets.Catalogue;

/// <summary>A column of a data set.</summary>
public sealed record DatasetColumn
{
    /// <summary>The key of its values in a record.</summary>
    public string Name { get; init; } = "";

    /// <summary>Unit; "1" for a pure number, empty for words.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it holds.</summary>
    public string About { get; init; } = "";

    /// <summary>How many rows have a number; null where it holds none.</summary>
    public int? Count { get; init; }

    /// <summary>Mean of these | <see cref="Unit"/>.</summary>
    public double? Mean { get; init; }

    /// <summary>Standard deviation of these | <see cref="Unit"/>.</summary>
    public double? Std { get; init; }
}
