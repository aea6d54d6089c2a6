using System.Globalization;

namespace MatNotebooks.Kernel.Display;

/// <summary>Numbers in rows and columns as text, in brackets, long runs shortened in the middle.</summary>
internal sealed class NumberGrid
{
    private const int WholeUpTo = 200;
    private const int Edge = 3;
    private readonly double[] values;
    private readonly int[] shape;
    private readonly int edge;
    private readonly int width;

    private NumberGrid(double[] values, int[] shape)
    {
        this.values = values;
        this.shape = shape;
        edge = values.Length <= WholeUpTo ? int.MaxValue : Edge;
        width = values.Length == 0 ? 0 : Shown(0, 0).Max(value => Text(value).Length);
    }

    /// <summary>The text of numbers stored row after row.</summary>
    /// <param name="values">(product of shape)</param>
    /// <param name="shape">How many along each dimension.</param>
    public static string Write(double[] values, int[] shape) => new NumberGrid(values, shape).Level(0, 0);

    private string Level(int dimension, int start)
    {
        if (dimension == shape.Length)
            return Text(values[start]).PadLeft(width);
        var last = dimension == shape.Length - 1;
        var step = shape[(dimension + 1)..].Aggregate(1, (product, length) => product * length);
        var gap = last ? ", " : ",\n" + new string(' ', dimension + 1);
        var parts = Indices(shape[dimension]).Select(index => index < 0 ? "…" : Level(dimension + 1, start + (index * step)));
        return $"[{string.Join(gap, parts)}]";
    }

    private IEnumerable<double> Shown(int dimension, int start)
    {
        if (dimension == shape.Length)
            return [values[start]];
        var step = shape[(dimension + 1)..].Aggregate(1, (product, length) => product * length);
        return Indices(shape[dimension]).Where(index => index >= 0).SelectMany(index => Shown(dimension + 1, start + (index * step)));
    }

    /// <summary>The places to show along a dimension; -1 stands for those left out.</summary>
    private IEnumerable<int> Indices(int length) => length <= 2L * edge
        ? Enumerable.Range(0, length)
        : Enumerable.Range(0, edge).Append(-1).Concat(Enumerable.Range(length - edge, edge));

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
