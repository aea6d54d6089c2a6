using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Features;

namespace MatNotebooks.Bench.Data;

/// <summary>How many compositions and crystals are described, and how many crystals of a split are checked for leaks, per second on all cores.</summary>
internal sealed class FeatureRates(Action<ResultRow> put)
{
    private const string Small = "mp20_partial/mp20_partial.jsonl.gz";
    private const string Large = "mp_structures/structures_labelled_le20.jsonl.gz"; // 56,421 crystals
    private const int SymmetryStride = 40; // spglib takes milliseconds for a crystal
    private const int Repeats = 3;

    public void Run()
    {
        var crystals = Read(Small);
        var compositions = crystals.Select(crystal => crystal.Composition).ToArray();
        Time("element-descriptors", compositions.Length, () => ElementDescriptors.Of(compositions));
        Time("element-fractions", compositions.Length, () => ElementFractions.Of(compositions));
        Time("structure-descriptors", crystals.Length, () => StructureDescriptors.Of(crystals));
        Time("radial-distribution", crystals.Length, () => RadialDistribution.TableOf(crystals));
        Crystal[] some = [.. crystals.Where((_, row) => row % SymmetryStride == 0)];
        Time("symmetry-descriptors", some.Length, () => SymmetryDescriptors.Of(some));
        var large = Read(Large);
        var split = RandomSplit.Of(large.Length, seed: 0);
        Time("leak-check", large.Length, () => LeakCheck.Of(split, large));
    }

    private static Crystal[] Read(string file) => [.. StructureRecords.Read(DataFolders.ExternalFile(file)).Select(record => record.Crystal)];

    private void Time(string name, int rows, Func<object> compute)
    {
        var rates = new List<double>();
        for (var turn = -1; turn < Repeats; turn++) // the first warms up
        {
            var begin = Stopwatch.GetTimestamp();
            GC.KeepAlive(compute());
            if (turn >= 0) rates.Add(rows / Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        rates.Sort();
        put(new(name, "per_s", rates[rates.Count / 2], "1/s") { Lower = rates[0], Upper = rates[^1], Seeds = Repeats, Threads = Environment.ProcessorCount });
    }
}
