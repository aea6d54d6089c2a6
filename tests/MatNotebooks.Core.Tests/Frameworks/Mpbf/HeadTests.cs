using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Frameworks.Mpbf.Heads;

namespace MatNotebooks.Core.Tests.Frameworks.Mpbf;

public sealed class HeadTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(37)]
    public void A_factor_solves_and_inverts_as_MathNet_does(int size)
    {
        var random = new Random(size);
        var half = Matrix<double>.Build.Dense(size, size + 3, (_, _) => random.NextDouble() - 0.5);
        var matrix = half * half.Transpose();
        var whole = matrix + (0.5 * Matrix<double>.Build.DenseIdentity(size));
        var right = Vector<double>.Build.Dense(size, _ => random.NextDouble());
        float[] flat = [.. matrix.ToRowMajorArray().Select(value => (float)value)];

        var factor = new TriangularFactor(flat, size, 0.5f);

        var solution = whole.Solve(right);
        var inverse = whole.Inverse();
        Assert.True(factor.Solve(right.AsArray()).Select((value, row) => Math.Abs(value - solution[row])).Max() < 1e-4);
        Assert.True(factor.InverseDiagonal().Select((value, row) => Math.Abs(value - inverse[row, row])).Max() < 1e-4);
        float[] vector = [.. right.Select(value => (float)value)];
        Assert.Equal(right * (inverse * right), factor.Quadratic(vector), 1e-4);
    }

    [Fact]
    public void A_head_learns_a_curve_and_knows_how_well()
    {
        var (rows, values) = Curve(120, 1);
        var (asked, actual) = Curve(60, 2);

        var head = KernelHead.Fit(rows, values);
        var error = head.Predict(asked).Zip(actual, (said, known) => Math.Abs(said - known)).Average();

        Assert.True(error < 0.1); // of values that spread over 2
        Assert.InRange((head.LeaveOneOutError / error), 0.4, 2.5);
    }

    [Fact]
    public void More_labels_than_choose_are_all_learned_from()
    {
        var (rows, values) = Curve(400, 3);
        var (asked, actual) = Curve(60, 4);
        double Error(KernelHead head) => head.Predict(asked).Zip(actual, (said, known) => Math.Abs(said - known)).Average();

        Assert.True(Error(KernelHead.Fit(rows, values)) < Error(KernelHead.Fit(rows[..60], values[..60])));
    }

    [Fact]
    public void Columns_without_variance_are_left_out()
    {
        var (rows, values) = Curve(40, 1);
        float[][] wider = [.. rows.Select(row => (float[])[.. row, 7])];

        Assert.True(KernelHead.Fit(wider, values).Predict(wider).Zip(KernelHead.Fit(rows, values).Predict(rows), (one, other) => Math.Abs(one - other)).Max() < 1e-4);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        var (rows, values) = Curve(20, 1);
        Assert.Contains("5 rows and 5 labels", Assert.Throws<ArgumentException>(() => KernelHead.Fit(rows[..5], values[..5])).Message);
        Assert.Contains("no variance", Assert.Throws<ArgumentException>(() => KernelHead.Fit([.. rows.Select(_ => new float[] { 3, 3 })], values)).Message);
        rows[4][1] = float.NaN;
        Assert.Contains("Dimension 1 of row 4 is NaN", Assert.Throws<ArgumentException>(() => KernelHead.Fit(rows, values)).Message);
    }

    [Theory]
    [InlineData(40, 3)] // more labels than dimensions
    [InlineData(12, 30)] // fewer
    public void A_probe_leaves_each_label_out(int count, int width)
    {
        var random = new Random(5);
        float[][] rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, width).Select(_ => random.NextSingle()).ToArray())];
        double[] values = [.. rows.Select(row => row[0] + (0.3 * row[1]) + (0.05 * random.NextDouble()))];

        Assert.Equal(Explicit(rows, values), LinearProbe.Power(rows, values, count), 0.02);
    }

    // The hat matrix of the standardised rows, written out.
    private static double Explicit(float[][] rows, double[] values)
    {
        var scales = ColumnScales.Of(rows);
        var known = scales.Apply(rows);
        var design = Matrix<double>.Build.Dense(rows.Length, scales.Width, (row, column) => known[(row * scales.Width) + column]);
        var normal = design.TransposeThisAndMultiply(design) + (0.1 * rows.Length * Matrix<double>.Build.DenseIdentity(scales.Width));
        var hat = design * normal.Inverse() * design.Transpose();
        var centred = Vector<double>.Build.Dense([.. values.Select(value => value - values.Average())]);
        var residual = centred - (hat * centred);
        return Math.Max(0, 1 - (residual.Select((value, row) => Math.Pow(value / (1 - hat[row, row]), 2)).Sum() / centred.DotProduct(centred)));
    }

    private static (float[][] Rows, double[] Values) Curve(int count, int seed)
    {
        var random = new Random(seed);
        float[][] rows = [.. Enumerable.Range(0, count).Select(_ => new[] { random.NextSingle() * 4, random.NextSingle() })];
        return (rows, [.. rows.Select(row => Math.Sin(row[0]) + row[1])]);
    }
}
