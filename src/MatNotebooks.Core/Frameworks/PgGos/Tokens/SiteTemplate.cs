using System.Globalization;
using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>
/// The symmetry of a site: which coordinates are free and what the others are then, such as "x,2x,1/4" — a Wyckoff position by one of
/// its representatives. It is found from the operations that leave the site in place, whose mean projects onto what is free.
/// </summary>
internal sealed class SiteTemplate
{
    private const double Near = 2e-3; // fractional; standardised sites lie far nearer to their symmetry elements

    private readonly double[,] along; // position = offset + along · free
    private readonly double[] offset;

    private SiteTemplate(int[] axes, double[,] along, double[] offset, int multiplicity)
    {
        (Axes, this.along, this.offset, Multiplicity) = (axes, along, offset, multiplicity);
        Key = string.Join(',', Enumerable.Range(0, 3).Select(Written));
    }

    /// <summary>Its expressions; one position of a space group may have several.</summary>
    public string Key { get; }

    /// <summary>The free coordinates: 0 is x, 1 is y, 2 is z.</summary>
    public int[] Axes { get; }

    /// <summary>How many sites of the conventional cell it stands for.</summary>
    public int Multiplicity { get; }

    /// <summary>The template of a site; null where its symmetry is none that a standard setting has.</summary>
    public static SiteTemplate? Of(Fractional position, SpaceGroupFrame frame)
    {
        var (projection, offset, order) = Mean(position, frame);
        var rank = (int)Math.Round(projection[0, 0] + projection[1, 1] + projection[2, 2]); // the trace of a projection is its rank
        foreach (var axes in AxesOf(rank))
            if (Along(projection, axes) is { } along)
                return new(axes, along, Offset(offset, along, axes), frame.Order / order);
        return null;
    }

    /// <summary>The position of free coordinates.</summary>
    public Fractional At(ReadOnlySpan<double> free)
    {
        Span<double> position = stackalloc double[3];
        for (var row = 0; row < 3; row++)
        {
            position[row] = offset[row];
            for (var axis = 0; axis < Axes.Length; axis++) position[row] += along[row, axis] * free[axis];
        }
        return new Fractional(position[0], position[1], position[2]).Wrapped;
    }

    /// <summary>The free coordinates of a position, in [0, 1).</summary>
    public double[] Free(Fractional position) => [.. Axes.Select(axis => Component(position.Wrapped, axis))];

    /// <inheritdoc/>
    public override string ToString() => $"{Multiplicity} × {Key}";

    /// <summary>The mean of the operations that leave the position in place: R and t of position → R position + t, and how many they are.</summary>
    private static (double[,] Projection, double[] Offset, int Order) Mean(Fractional position, SpaceGroupFrame frame)
    {
        var (projection, offset, order) = (new double[3, 3], new double[3], 0);
        for (var operation = 0; operation < frame.Order; operation++)
        {
            var image = frame.Apply(operation, position);
            if (SpaceGroupFrame.Apart(image, position) > Near) continue;
            order++;
            var rotation = frame.RotationOf(operation);
            for (var row = 0; row < 3; row++)
            {
                offset[row] += Component(frame.TranslationOf(operation), row) - Math.Round(Component(image, row) - Component(position, row));
                for (var column = 0; column < 3; column++) projection[row, column] += rotation[(3 * row) + column];
            }
        }
        for (var row = 0; row < 3; row++)
        {
            offset[row] /= order;
            for (var column = 0; column < 3; column++) projection[row, column] /= order;
        }
        return (projection, offset, order);
    }

    private static int[][] AxesOf(int rank) => rank switch
    {
        0 => [[]],
        1 => [[0], [1], [2]],
        2 => [[0, 1], [0, 2], [1, 2]],
        _ => [[0, 1, 2]],
    };

    /// <summary>How the position moves with the coordinates of the axes; null where these cannot be chosen freely, or a whole cell's shift of one is none of the position.</summary>
    private static double[,]? Along(double[,] projection, int[] axes)
    {
        // Columns of the projection span what is free; those that make the chosen coordinates 1 and 0 are found by solving a small system.
        foreach (var columns in AxesOf(axes.Length))
        {
            if (Inverse(projection, axes, columns) is not { } inverse) continue;
            var along = new double[3, axes.Length];
            for (var row = 0; row < 3; row++)
                for (var axis = 0; axis < axes.Length; axis++)
                {
                    var sum = 0.0;
                    for (var inner = 0; inner < axes.Length; inner++) sum += projection[row, columns[inner]] * inverse[inner, axis];
                    if (Math.Abs(sum - Math.Round(sum)) > Near) return null;
                    along[row, axis] = Math.Round(sum);
                }
            return along;
        }
        return null;
    }

    private static double[,]? Inverse(double[,] projection, int[] rows, int[] columns)
    {
        switch (rows.Length)
        {
            case 0:
                return new double[0, 0];
            case 3:
                return new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } }; // all is free
            case 1:
                var single = projection[rows[0], columns[0]];
                return Math.Abs(single) < Near ? null : new[,] { { 1 / single } };
            default:
                var (a, b) = (projection[rows[0], columns[0]], projection[rows[0], columns[1]]);
                var (c, d) = (projection[rows[1], columns[0]], projection[rows[1], columns[1]]);
                var determinant = (a * d) - (b * c);
                return Math.Abs(determinant) < Near ? null : new[,] { { d / determinant, -b / determinant }, { -c / determinant, a / determinant } };
        }
    }

    /// <summary>The position at which the free coordinates are 0, from one that stays in place: where the mean puts the origin.</summary>
    private static double[] Offset(double[] start, double[,] along, int[] axes)
    {
        var result = new double[3];
        for (var row = 0; row < 3; row++)
        {
            result[row] = start[row];
            for (var axis = 0; axis < axes.Length; axis++) result[row] -= along[row, axis] * start[axes[axis]];
            result[row] -= Math.Floor(result[row] + Near);
            var exact = Math.Round(24 * result[row]) / 24;
            if (Math.Abs(exact - result[row]) < Near) result[row] = exact;
        }
        return result;
    }

    private static double Component(Fractional position, int axis) => axis switch { 0 => position.A, 1 => position.B, _ => position.C };

    private string Written(int row)
    {
        var text = "";
        for (var axis = 0; axis < Axes.Length; axis++)
        {
            var factor = (int)along[row, axis];
            if (factor == 0) continue;
            text += (factor < 0 ? "-" : text == "" ? "" : "+") + (Math.Abs(factor) == 1 ? "" : Math.Abs(factor).ToString(CultureInfo.InvariantCulture)) + "xyz"[Axes[axis]];
        }
        if (text != "" && offset[row] == 0) return text;
        var divisor = Array.Find([1, 2, 3, 4, 6, 8, 12, 24], divisor => Math.Abs((offset[row] * divisor) - Math.Round(offset[row] * divisor)) < 1e-9);
        var number = divisor is 0 or 1 ? offset[row].ToString("0.####", CultureInfo.InvariantCulture) : $"{Math.Round(offset[row] * divisor):0}/{divisor}";
        return text == "" ? number : $"{text}+{number}";
    }
}
