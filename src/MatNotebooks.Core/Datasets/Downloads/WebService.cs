namespace MatNotebooks.Datasets.Downloads;

/// <summary>A data base that is asked page by page.</summary>
public sealed record WebService
{
    /// <summary>How it speaks: "materials_project", "aflux" or "oqmd".</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its address, without a query.</summary>
    public string Address { get; init; } = "";

    /// <summary>What to ask for in the service's own words, such as "chemsys=Li-Fe-O"; null for all.</summary>
    public string? Query { get; init; }

    /// <summary>What is taken of each row besides its crystal, as the service calls it.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Rows of a page. The default is 500.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>The environment variable that holds the user's key; null where none is needed.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>Where a key is to be had; null where none is needed.</summary>
    public string? KeyPage { get; init; }
}
