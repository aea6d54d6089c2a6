using System.Collections;
using MatNotebooks.Training;

namespace MatNotebooks.Bench.Tables;

/// <summary>
/// As many crystals as are asked for: real ones, and behind the last of them the same again, each made larger or smaller by a random strain
/// alike along all axes, which leaves its symmetry, and so its cost, as they are. A crystal is made when it is asked for.
/// </summary>
/// <param name="real">The real crystals.</param>
/// <param name="count">How many are wanted.</param>
internal sealed class StrainedSamples(IReadOnlyList<Sample> real, int count) : IReadOnlyList<Sample>
{
    private const double GreatestStrain = 0.03;

    public int Count => count;

    public Sample this[int index]
    {
        get
        {
            var sample = real[index % real.Count];
            if (index < real.Count) return sample;
            var strain = GreatestStrain * ((2 * new Random(index).NextDouble()) - 1);
            return sample with { Id = $"{sample.Id}-{index}", Crystal = sample.Crystal.Strained(strain, strain, strain) };
        }
    }

    public IEnumerator<Sample> GetEnumerator()
    {
        for (var index = 0; index < count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
