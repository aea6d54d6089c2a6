namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>The levels that a number is rounded to, where the squared error is least (Lloyd, 1982; Max, 1960).</summary>
internal sealed class ScalarLevels
{
    private const int Rounds = 30;

    private readonly float[] levels; // rising

    private ScalarLevels(float[] levels) => this.levels = levels;

    /// <summary>How many there are.</summary>
    public int Count => levels.Length;

    /// <summary>Finds levels.</summary>
    /// <param name="values">Values as they come, at least one.</param>
    /// <param name="bits">Bits of a level's number, 0 to 8; 0 for the mean alone.</param>
    public static ScalarLevels Of(IReadOnlyList<float> values, int bits)
    {
        var sorted = values.Order().ToArray();
        var count = 1 << bits;
        var levels = Enumerable.Range(0, count).Select(level => sorted[(int)((level + 0.5) / count * sorted.Length)]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var (sums, counts) = (new double[count], new int[count]);
            var nearest = 0;
            foreach (var value in sorted)
            {
                while (nearest + 1 < count && value > (levels[nearest] + levels[nearest + 1]) / 2) nearest++;
                sums[nearest] += value;
                counts[nearest]++;
            }
            for (var level = 0; level < count; level++)
                if (counts[level] > 0) levels[level] = (float)(sums[level] / counts[level]);
            Array.Sort(levels);
        }
        return new(levels);
    }

    public int Nearest(float value)
    {
        var place = Array.BinarySearch(levels, value);
        if (place >= 0) return place;
        place = ~place;
        if (place == 0) return 0;
        return place == levels.Length || value - levels[place - 1] <= levels[place] - value ? place - 1 : place;
    }

    public float Value(int level) => levels[level];

    /// <summary>Mean of the squared errors of some values.</summary>
    public double Distortion(IReadOnlyList<float> values) => values.Average(value => Math.Pow((double)value - levels[Nearest(value)], 2));
}
