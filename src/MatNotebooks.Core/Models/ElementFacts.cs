using MatNotebooks.Chemistry;

namespace MatNotebooks.Models;

/// <summary>What a network is told about an element: facts on one scale, and for each fact that may be missing whether it is known.</summary>
/// <remarks>
/// Numbers are centred and divided by their standard deviation over the elements that have them; a missing one is 0 (the mean) with its
/// column "known" at 0. Blocks are four columns of 0 and 1.
/// </remarks>
public static class ElementFacts
{
    private static readonly (string Name, Func<Element, double?> Of)[] Numbers =
    [
        ("electronegativity", element => element.Electronegativity),
        ("covalent radius", element => element.CovalentRadius),
        ("atomic radius", element => element.AtomicRadius),
        ("van der Waals radius", element => element.VanDerWaalsRadius),
        ("group", element => element.Group),
        ("period", element => element.Period),
        ("valence electrons", element => element.ValenceElectrons),
        ("ionization energy", element => element.IonizationEnergy),
        ("electron affinity", element => element.ElectronAffinity),
        ("melting point", element => element.MeltingPoint is { } kelvin ? Math.Log(kelvin) : null),
        ("mass", element => Math.Log(element.Mass)),
    ];

    private static readonly char[] Blocks = ['s', 'p', 'd', 'f'];
    private static readonly (string[] Names, float[] Table) Columns = Build();
    private static readonly double[] Radii = BuildRadii();

    /// <summary>What each column says, (facts).</summary>
    public static IReadOnlyList<string> Names => Columns.Names;

    /// <summary>How many columns there are.</summary>
    public static int Count => Columns.Names.Length;

    /// <summary>The facts of one element | no unit, (facts).</summary>
    /// <param name="number">Atomic number, 1 to 103.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such element.</exception>
    public static ReadOnlySpan<float> Of(int number) => Columns.Table.AsSpan(PeriodicTable.OfNumber(number).Number * Count, Count);

    /// <summary>Rows of a table by atomic number: one per element, and row 0, which is of none.</summary>
    internal static int Rows => PeriodicTable.Elements.Count + 1;

    /// <summary>All facts, row = atomic number, row 0 empty, (104 × facts).</summary>
    internal static float[] Table => Columns.Table;

    /// <summary>Covalent radius | Å; where none is known, that of the nearest lighter element of the same block.</summary>
    /// <param name="number">Atomic number, 1 to 103.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such element.</exception>
    public static double CovalentRadius(int number) => Radii[PeriodicTable.OfNumber(number).Number];

    private static double[] BuildRadii()
    {
        var radii = new double[PeriodicTable.Elements.Count + 1];
        foreach (var element in PeriodicTable.Elements)
            radii[element.Number] = element.CovalentRadius
                ?? PeriodicTable.Elements.Last(other => other.Number < element.Number && other.Block == element.Block && other.CovalentRadius is not null).CovalentRadius!.Value;
        return radii;
    }

    private static (string[] Names, float[] Table) Build()
    {
        var columns = new List<(string Name, Func<Element, double> Of)>();
        foreach (var (name, of) in Numbers)
        {
            var known = PeriodicTable.Elements.Select(of).OfType<double>().ToArray();
            var mean = known.Average();
            var deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
            columns.Add((name, element => of(element) is { } value ? (value - mean) / deviation : 0));
            if (known.Length < PeriodicTable.Elements.Count) columns.Add(($"{name} known", element => of(element) is null ? 0 : 1));
        }
        foreach (var block in Blocks) columns.Add(($"block {block}", element => element.Block == block ? 1 : 0));
        var table = new float[(PeriodicTable.Elements.Count + 1) * columns.Count];
        foreach (var element in PeriodicTable.Elements)
            for (var column = 0; column < columns.Count; column++)
                table[(element.Number * columns.Count) + column] = (float)columns[column].Of(element);
        return ([.. columns.Select(column => column.Name)], table);
    }
}
