namespace MatNotebooks.Models.Layers.Fused;

/// <summary>A product of two tables, added to a third; the left one may lie on its side.</summary>
internal unsafe struct ProductArguments
{
    /// <summary>The left table: its number (row, term) lies at row × <see cref="LeftRow"/> + term × <see cref="LeftTerm"/>.</summary>
    public required float* Left { get; init; }

    public required long LeftRow { get; init; }

    public required long LeftTerm { get; init; }

    /// <summary>The right table, (terms × columns).</summary>
    public required float* Right { get; init; }

    /// <summary>What the product is added to, (rows × columns).</summary>
    public required float* Result { get; init; }

    /// <summary>Products in each sum.</summary>
    public required int Terms { get; init; }

    /// <summary>Columns of the right table and of the result.</summary>
    public required int Columns { get; init; }
}
