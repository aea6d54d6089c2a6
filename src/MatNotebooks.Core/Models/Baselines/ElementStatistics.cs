namespace MatNotebooks.Models.Baselines;

/// <summary>Statistics of the facts of a crystal's elements, as matminer's Magpie preset makes them: mean, spread, least and greatest.</summary>
public static class ElementStatistics
{
    private const int PerFact = 4;

    /// <summary>How many statistics there are.</summary>
    public static int Count => PerFact * ElementFacts.Count;

    /// <summary>The statistics of one crystal | no unit, (statistics): of each fact mean, standard deviation, least, greatest over the atoms.</summary>
    /// <param name="atomicNumbers">Atomic number of each atom, at least one.</param>
    /// <exception cref="ArgumentException">No atom.</exception>
    public static double[] Of(IReadOnlyList<int> atomicNumbers)
    {
        if (atomicNumbers.Count == 0) throw new ArgumentException("A crystal without atoms has no statistics; it needs at least one atom.");
        var statistics = new double[Count];
        for (var fact = 0; fact < ElementFacts.Count; fact++)
        {
            var values = atomicNumbers.Select(number => (double)ElementFacts.Of(number)[fact]).ToArray();
            var mean = values.Average();
            statistics[PerFact * fact] = mean;
            statistics[(PerFact * fact) + 1] = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            statistics[(PerFact * fact) + 2] = values.Min();
            statistics[(PerFact * fact) + 3] = values.Max();
        }
        return statistics;
    }
}
