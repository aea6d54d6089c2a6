using System.CommandLine;
using System.Diagnostics;
using System.IO.Compression;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Diffraction;
using MatNotebooks.Datasets;
using Spectre.Console;

namespace MatNotebooks.Bench.Diffraction;

/// <summary>
/// <c>bench diffraction</c>: powder patterns per second (Cu Kα, 0° to 90°) on mp20_partial, beside pymatgen's XRDCalculator, whose peaks ours
/// must equal first.
/// </summary>
internal sealed class DiffractionCommand
{
    private const string Data = "mp20_partial/mp20_partial.jsonl.gz";
    private const double Faint = 0.01; // of 100: peaks near the limit of 0.001 may be on either side of it

    private readonly ResultTable table = new("diffraction");
    private readonly string path = DataFolders.ExternalFile(Data);

    public static Command Create()
    {
        var sample = new Option<int>("--sample") { Description = "crystals the Python reference runs on", DefaultValueFactory = _ => 150 };
        var repeats = new Option<int>("--repeats") { Description = "timings to take the median of", DefaultValueFactory = _ => 3 };
        var command = new Command("diffraction", "Powder patterns per second, beside pymatgen's XRDCalculator.") { sample, repeats };
        command.SetAction(parsed => new DiffractionCommand().Run(parsed.GetValue(sample), parsed.GetValue(repeats)));
        return command;
    }

    private void Run(int sample, int repeats)
    {
        var crystals = StructureRecords.Read(path).Select(record => record.Crystal).ToArray();
        var stride = Math.Max(1, crystals.Length / sample);
        AnsiConsole.MarkupLine($"{crystals.Length:n0} crystals; Python reference on every {stride}th ...");
        Crystal[] shared = [.. crystals.Where((_, index) => index % stride == 0)];
        var peer = PythonPeer.Run<XrdPeer>("xrd_calculator.py", Lines().Where((_, index) => index % stride == 0));
        CheckEqual(peer, shared);
        var theirs = shared.Length / peer.Seconds;
        Put(new("pymatgen-xrd", "crystals_per_s", theirs, "1/s"));
        var ours = Time("pattern", shared, repeats, crystal => DiffractionPattern.Of(crystal).Peaks);
        Put(new("pattern", "ratio_to_pymatgen-xrd", ours / theirs, "1"));
        Time("curve-1701", crystals, repeats, crystal => DiffractionPattern.Of(crystal).Curve());
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private double Time(string name, Crystal[] crystals, int repeats, Func<Crystal, object> compute)
    {
        var rates = new List<double>();
        for (var turn = -1; turn < repeats; turn++) // the first warms up
        {
            var begin = Stopwatch.GetTimestamp();
            foreach (var crystal in crystals) GC.KeepAlive(compute(crystal));
            if (turn >= 0) rates.Add(crystals.Length / Stopwatch.GetElapsedTime(begin).TotalSeconds);
        }
        rates.Sort();
        Put(new(name, "crystals_per_s", rates[rates.Count / 2], "1/s") { Lower = rates[0], Upper = rates[^1], Seeds = repeats });
        return rates[rates.Count / 2];
    }

    private static void CheckEqual(XrdPeer peer, Crystal[] crystals)
    {
        var compared = 0;
        foreach (var (index, crystal) in crystals.Index())
        {
            var ours = DiffractionPattern.Of(crystal).Peaks;
            foreach (var (angle, intensity) in peer.Angles[index].Zip(peer.Intensities[index]).Where(peak => peak.Second > Faint))
            {
                compared++;
                // Lattices printed to a few digits split what is one peak by rounding: the sum within a millidegree counts.
                var here = ours.Where(peak => Math.Abs(peak.TwoTheta - angle) < 1e-3).Sum(peak => peak.Intensity);
                var there = peer.Angles[index].Zip(peer.Intensities[index]).Where(peak => Math.Abs(peak.First - angle) < 1e-3).Sum(peak => peak.Second);
                if (Math.Abs(here - there) > 0.01)
                    throw new InvalidOperationException(
                        $"At 2θ = {angle}° {crystal.Id} has an intensity of {there} in pymatgen, {here} here; nothing was timed.");
            }
        }
        AnsiConsole.MarkupLineInterpolated($"all {compared:n0} peaks equal pymatgen's ({peer.Pymatgen}, Python {peer.Python})");
    }

    private IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }

    private void Put(ResultRow row)
    {
        table.Put(row);
        AnsiConsole.MarkupLineInterpolated($"{row.Case,-20} {row.Metric,-28} {row.Value,12:n1} {row.Unit,-4} {row.Threads} thread(s)");
    }
}
