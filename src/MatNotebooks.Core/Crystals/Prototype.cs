using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>A structure of two atoms in a face-centred cubic cell, which its lattice constant alone describes.</summary>
public sealed record Prototype
{
    private readonly double offset;

    private Prototype(string name, double offset) => (Name, this.offset) = (name, offset);

    /// <summary>The structure of NaCl: the second atom at (½, ½, ½); simple cubic where both atoms are the same.</summary>
    public static Prototype Rocksalt { get; } = new("rocksalt", 0.5);

    /// <summary>The structure of ZnS: the second atom at (¼, ¼, ¼); diamond where both atoms are the same.</summary>
    public static Prototype Zincblende { get; } = new("zincblende", 0.25);

    /// <summary>Name in lower case: "rocksalt" or "zincblende".</summary>
    public string Name { get; }

    /// <summary>The prototype of a name.</summary>
    /// <exception cref="ArgumentException">No prototype has this name.</exception>
    public static Prototype Of(string name) => name switch
    {
        "rocksalt" => Rocksalt,
        "zincblende" => Zincblende,
        _ => throw new ArgumentException($"Prototype '{name}' is unknown; the names are rocksalt and zincblende."),
    };

    /// <summary>Fractional coordinates of the second atom; the first is at the origin.</summary>
    public Fractional SecondAtom => new(offset, offset, offset);

    /// <summary>The primitive cell of a compound: two atoms.</summary>
    /// <param name="first">Symbol of the element at the origin.</param>
    /// <param name="second">Symbol of the other element; the same is allowed.</param>
    /// <param name="latticeConstant">Edge of the conventional cubic cell | Å, greater than 0.</param>
    /// <param name="id">Name of the crystal.</param>
    /// <exception cref="ArgumentException">A symbol is no element, or the cell has no volume.</exception>
    public Crystal Primitive(string first, string second, double latticeConstant, string? id = null) => new(
        PrimitiveLattice(latticeConstant),
        [new(PeriodicTable.Find(first), default(Fractional)), new(PeriodicTable.Find(second), SecondAtom)],
        id);

    /// <summary>Vectors of the primitive cell.</summary>
    /// <param name="latticeConstant">Edge of the conventional cubic cell | Å, greater than 0.</param>
    public static Lattice PrimitiveLattice(double latticeConstant)
    {
        var half = latticeConstant / 2;
        return new(new(0, half, half), new(half, 0, half), new(half, half, 0));
    }

    /// <summary>Edge of the conventional cubic cell | Å.</summary>
    /// <param name="primitiveVolume">Volume of the primitive cell, a quarter of the conventional one | Å³.</param>
    public static double LatticeConstant(double primitiveVolume) => Math.Cbrt(4 * primitiveVolume);

    /// <summary>Volume of the primitive cell | Å³.</summary>
    /// <param name="latticeConstant">Edge of the conventional cubic cell | Å.</param>
    public static double PrimitiveVolume(double latticeConstant) => latticeConstant * latticeConstant * latticeConstant / 4;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
