using System.Collections.Concurrent;
using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>A space group in spglib's standard setting: operations, cell family, and the primitive vectors in units of the conventional ones.</summary>
internal sealed class SpaceGroupFrame
{
    private const double Near = 1e-3;
    private static readonly ConcurrentDictionary<int, SpaceGroupFrame> Known = [];

    private readonly double[] rotations; // flat, for they are applied some ten thousand times for each crystal that is read
    private readonly Fractional[] translations;

    private SpaceGroupFrame(int number)
    {
        // spglib standardises to the first setting that it tabulates for a group.
        var setting = SpaceGroupSetting.All.First(setting => setting.Number == number);
        var operations = setting.Operations();
        (Number, Symbol, Family, Order) = (number, setting.Names[0], CellFamily.Of(number), operations.Count);
        rotations = [.. operations.SelectMany(operation => operation.Rotation).Select(entry => (double)entry)];
        translations = [.. operations.Select(operation => operation.Translation)];
        Primitive = PrimitiveOf([.. operations.Where(operation => operation.Rotation.SequenceEqual(SymmetryOperation.Identity.Rotation)).Select(operation => operation.Translation)]);
    }

    /// <summary>Number, 1 to 230.</summary>
    public int Number { get; }

    /// <summary>Short name in small letters.</summary>
    public string Symbol { get; }

    /// <summary>How many operations the conventional cell has.</summary>
    public int Order { get; }

    /// <summary>The shape of its cells.</summary>
    public CellFamily Family { get; }

    /// <summary>Primitive vectors in units of the conventional ones, row by row.</summary>
    public Fractional[] Primitive { get; }

    /// <summary>The frame of a space group.</summary>
    /// <exception cref="InvalidOperationException">spglib is not installed.</exception>
    public static SpaceGroupFrame Of(int number) => Known.GetOrAdd(number, static number => new(number));

    /// <summary>Where an operation puts a position, not wrapped into the cell.</summary>
    public Fractional Apply(int operation, Fractional position)
    {
        var r = RotationOf(operation);
        var t = translations[operation];
        return new(
            (r[0] * position.A) + (r[1] * position.B) + (r[2] * position.C) + t.A,
            (r[3] * position.A) + (r[4] * position.B) + (r[5] * position.C) + t.B,
            (r[6] * position.A) + (r[7] * position.B) + (r[8] * position.C) + t.C);
    }

    /// <summary>The matrix of an operation, row by row.</summary>
    public ReadOnlySpan<double> RotationOf(int operation) => rotations.AsSpan(9 * operation, 9);

    /// <summary>The translation of an operation.</summary>
    public Fractional TranslationOf(int operation) => translations[operation];

    /// <summary>Where the operations put a position; images that fall together count once.</summary>
    public List<Fractional> Orbit(Fractional position, double merge)
    {
        var orbit = new List<Fractional>();
        for (var operation = 0; operation < Order; operation++)
        {
            var image = Apply(operation, position).Wrapped;
            if (!orbit.Exists(other => Apart(image, other) < merge)) orbit.Add(image);
        }
        return orbit;
    }

    /// <summary>Greatest difference of two positions' coordinates, whole cells aside.</summary>
    public static double Apart(Fractional first, Fractional second)
    {
        return Math.Max(Of(first.A - second.A), Math.Max(Of(first.B - second.B), Of(first.C - second.C)));

        static double Of(double difference) => Math.Abs(difference - Math.Round(difference));
    }

    private static Fractional[] PrimitiveOf(Fractional[] centring)
    {
        const double Third = 1.0 / 3, Half = 0.5;
        return centring.Length switch
        {
            1 => [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)],
            4 => [new(0, Half, Half), new(Half, 0, Half), new(Half, Half, 0)],
            3 => [new(2 * Third, Third, Third), new(-Third, Third, Third), new(-Third, -2 * Third, Third)],
            _ when Has(new(Half, Half, Half)) => [new(-Half, Half, Half), new(Half, -Half, Half), new(Half, Half, -Half)],
            _ when Has(new(Half, Half, 0)) => [new(Half, Half, 0), new(-Half, Half, 0), new(0, 0, 1)],
            _ when Has(new(0, Half, Half)) => [new(1, 0, 0), new(0, Half, Half), new(0, -Half, Half)],
            _ => [new(Half, 0, Half), new(0, 1, 0), new(-Half, 0, Half)],
        };

        bool Has(Fractional shift) => centring.Any(other => Apart(shift, other) < Near);
    }
}
