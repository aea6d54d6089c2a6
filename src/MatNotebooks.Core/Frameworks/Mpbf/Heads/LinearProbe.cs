namespace MatNotebooks.Frameworks.Mpbf.Heads;

/// <summary>How much of a property a straight line through a frozen representation tells: ridge regression, judged by leaving each label out.</summary>
internal static class LinearProbe
{
    // Of the number of labels, on standardised columns; one strength for all probes, so that probes of different representations compare.
    private const float Strength = 0.1f;

    /// <summary>∫ R(e) de over the share e of the labels, by the trapezoid of 0, a quarter, a half and all of them | no unit, 0 to 1. With no label R is 0.</summary>
    public static double Integral(IReadOnlyList<float[]> rows, IReadOnlyList<double> values)
    {
        var (quarter, half, whole) = (Power(rows, values, rows.Count / 4), Power(rows, values, rows.Count / 2), Power(rows, values, rows.Count));
        return (0.25 * quarter / 2) + (0.25 * (quarter + half) / 2) + (0.5 * (half + whole) / 2);
    }

    /// <summary>Leave-one-out R² | no unit, at most 1; 0 where a constant would do as well or better.</summary>
    /// <param name="rows">The representation of each label, (labels)(dimensions).</param>
    /// <param name="values">The labels, (labels).</param>
    /// <param name="count">How many of them, from the first.</param>
    public static double Power(IReadOnlyList<float[]> rows, IReadOnlyList<double> values, int count)
    {
        var scales = ColumnScales.Of([.. rows.Take(count)]);
        var known = scales.Apply([.. rows.Take(count)]);
        var errors = LeftOut(known, scales.Width, [.. values.Take(count)]);
        var mean = values.Take(count).Average();
        var spread = values.Take(count).Sum(value => (value - mean) * (value - mean));
        return spread > 0 ? Math.Max(0, 1 - (errors.Sum(error => error * error) / spread)) : 0;
    }

    /// <summary>Predictions of some rows by a probe fitted on others, (rows).</summary>
    public static double[] Predict(IReadOnlyList<float[]> fitted, IReadOnlyList<double> values, IReadOnlyList<float[]> asked)
    {
        var scales = ColumnScales.Of(fitted);
        var (known, points, mean) = (scales.Apply(fitted), scales.Apply(asked), values.Average());
        var width = scales.Width;
        var columns = Transposed(known, width, fitted.Count);
        var factor = new TriangularFactor(Products(columns, width, fitted.Count), width, Strength * fitted.Count);
        var weights = factor.Solve([.. Enumerable.Range(0, width).Select(column => Weighted(columns.AsSpan(column * fitted.Count, fitted.Count), values, mean))]);
        return [.. Enumerable.Range(0, asked.Count).Select(row => mean + InnerProduct.Of(points.AsSpan(row * width, width), weights))];
    }

    // In the dual form, whose size is the number of labels, where those are fewer than the dimensions; the hat matrix is the same.
    private static double[] LeftOut(float[] known, int width, double[] values)
    {
        var (count, mean) = (values.Length, values.Average());
        if (width < count) return LeftOutPrimal(known, width, values);
        var kernel = Products(known, count, width);
        var factor = new TriangularFactor(kernel, count, Strength * count);
        var (weights, diagonal) = (factor.Solve([.. values.Select(value => value - mean)]), factor.InverseDiagonal());
        return [.. weights.Zip(diagonal, (weight, own) => (double)weight / own)];
    }

    private static double[] LeftOutPrimal(float[] known, int width, double[] values)
    {
        var (count, mean) = (values.Length, values.Average());
        var columns = Transposed(known, width, count);
        var factor = new TriangularFactor(Products(columns, width, count), width, Strength * count);
        var weights = factor.Solve([.. Enumerable.Range(0, width).Select(column => Weighted(columns.AsSpan(column * count, count), values, mean))]);
        var errors = new double[count];
        for (var row = 0; row < count; row++)
        {
            var own = known.AsSpan(row * width, width);
            var hat = factor.Quadratic(own);
            errors[row] = (values[row] - mean - InnerProduct.Of(own, weights)) / Math.Max(1e-3, 1 - hat);
        }
        return errors;
    }

    private static double Weighted(ReadOnlySpan<float> column, IReadOnlyList<double> values, double mean)
    {
        var sum = 0.0;
        for (var row = 0; row < column.Length; row++) sum += column[row] * (values[row] - mean);
        return sum;
    }

    private static float[] Transposed(float[] rows, int width, int count)
    {
        var columns = new float[rows.Length];
        for (var row = 0; row < count; row++)
            for (var column = 0; column < width; column++) columns[(column * count) + row] = rows[(row * width) + column];
        return columns;
    }

    // Inner products of all rows with each other, (rows, rows).
    private static float[] Products(float[] rows, int count, int width)
    {
        var products = new float[count * count];
        for (var row = 0; row < count; row++)
            for (var other = 0; other <= row; other++)
                products[(row * count) + other] = products[(other * count) + row] = InnerProduct.Of(rows.AsSpan(row * width, width), rows.AsSpan(other * width, width));
        return products;
    }
}
