using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class ParityErrorsTests
{
    [Fact]
    public void Errors_are_those_of_a_calculation_by_hand()
    {
        var errors = new ParityPlot([1, 2, 5, double.NaN], [1, 3, 3, 7], "eV").Errors;
        Assert.Equal(3, errors.Count);
        Assert.Equal(1.0, errors.MeanAbsolute, 12);                  // (0 + 1 + 2) / 3
        Assert.Equal(Math.Sqrt(5.0 / 3), errors.RootMeanSquare, 12); // (0 + 1 + 4) / 3
        Assert.Equal(1 - (5.0 / (8.0 / 3)), errors.RSquared, 12);    // mean 7/3: 16/9 + 4/9 + 4/9 = 8/3
        Assert.Equal((2, 2.0), (errors.Worst, errors.Greatest));
    }

    [Fact]
    public void R_squared_of_values_that_do_not_vary_is_not_a_number() =>
        Assert.True(double.IsNaN(new ParityPlot([1, 2], [3, 3], "eV").Errors.RSquared));
}
