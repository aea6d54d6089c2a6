namespace MatNotebooks.Training.Optimization;

/// <summary>Random changes of a given size.</summary>
internal static class Chance
{
    /// <summary>Independent numbers of mean 0, by Box and Muller's transform.</summary>
    /// <param name="count">How many.</param>
    /// <param name="spread">Their standard deviation.</param>
    /// <param name="random">Where they come from.</param>
    public static float[] Normal(int count, double spread, Random random)
    {
        var values = new float[count];
        for (var place = 0; place < count; place++)
            values[place] = (float)(spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble()));
        return values;
    }

    /// <summary>Refuses a spread that is not positive, or so great that no label would survive it.</summary>
    public static double Checked(double spread, double limit, string unit, string name) => spread > 0 && spread <= limit
        ? spread
        : throw new ArgumentOutOfRangeException(name, $"The spread is {spread} {unit}; it must be greater than 0 and at most {limit}.");
}
