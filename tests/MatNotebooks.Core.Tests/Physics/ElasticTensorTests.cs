using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

public sealed class ElasticTensorTests
{
    [Fact]
    public void Moduli_of_a_cubic_crystal_are_the_formulas()
    {
        var tensor = Cubic(166, 64, 80); // silicon
        Assert.Equal((166 + (2 * 64)) / 3.0, tensor.BulkModulus, 1e-9);
        Assert.Equal(tensor.VoigtBulkModulus, tensor.ReussBulkModulus, 1e-9);
        Assert.Equal(((166 - 64) + (3 * 80)) / 5.0, tensor.VoigtShearModulus, 1e-9);
        Assert.Equal(5.0 * (166 - 64) * 80 / ((4 * 80) + (3 * (166 - 64))), tensor.ReussShearModulus, 1e-9);
        Assert.True(tensor.IsStable);
        Assert.Equal(166 - 64, tensor.Eigenvalues[3], 1e-9);
        Assert.Contains("G 66.", tensor.ToString());
    }

    [Theory]
    [InlineData(100, 110, 50)] // shears in {110} cost nothing
    [InlineData(100, -60, 50)] // expansion costs nothing
    [InlineData(100, 50, -1)]
    public void Borns_criteria_of_a_cubic_crystal(double c11, double c12, double c44) => Assert.False(Cubic(c11, c12, c44).IsStable);

    [Fact]
    public void Noise_is_averaged_and_wrong_shapes_are_refused()
    {
        var values = Values(100, 50, 40);
        values[0, 1] += 2;
        Assert.Equal((51.0, 1.0), (new ElasticTensor(values)[2, 1], new ElasticTensor(values).Asymmetry));
        Assert.Contains("3×3", Assert.Throws<ArgumentException>(() => new ElasticTensor(new double[3, 3])).Message);
        values[5, 5] = double.NaN;
        Assert.Throws<ArgumentException>(() => new ElasticTensor(values));
    }

    private static ElasticTensor Cubic(double c11, double c12, double c44) => new(Values(c11, c12, c44));

    private static double[,] Values(double c11, double c12, double c44)
    {
        var values = new double[6, 6];
        for (var i = 0; i < 6; i++)
            for (var j = 0; j < 6; j++)
                values[i, j] = i != j ? (i < 3 && j < 3 ? c12 : 0) : i < 3 ? c11 : c44;
        return values;
    }
}
