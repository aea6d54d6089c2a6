using System.CommandLine;
using MatNotebooks.Bench.Rates;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Diffraction;
using Spectre.Console;

namespace MatNotebooks.Bench.Diffraction;

/// <summary>
/// <c>bench diffraction</c>: powder patterns per second (Cu Kα, 0° to 90°) on mp20_partial, beside pymatgen's XRDCalculator, whose peaks ours
/// must equal first.
/// </summary>
internal sealed class DiffractionCommand
{
    private const double Faint = 0.01; // of 100: peaks near the limit of 0.001 may be on either side of it

    private readonly ResultTable table = new("diffraction");

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
        var data = new Mp20(sample);
        AnsiConsole.MarkupLine($"{data.Crystals.Length:n0} crystals; Python reference on every {data.Stride}th ...");
        var shared = data.Sample;
        var peer = PythonPeer.Run<XrdPeer>("xrd_calculator.py", data.SampleLines());
        CheckEqual(peer, shared);
        var theirs = shared.Length / peer.Seconds;
        table.Report(new("pymatgen-xrd", "crystals_per_s", theirs, "1/s"));
        var ours = Time("pattern", shared, repeats, crystal => DiffractionPattern.Of(crystal).Peaks);
        table.Report(new("pattern", "ratio_to_pymatgen-xrd", ours / theirs, "1"));
        Time("curve-1701", data.Crystals, repeats, crystal => DiffractionPattern.Of(crystal).Curve());
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private double Time(string name, Crystal[] crystals, int repeats, Func<Crystal, object> compute)
    {
        var rate = Rate.Of(crystals.Length, warmUps: 1, repeats, () =>
        {
            foreach (var crystal in crystals) GC.KeepAlive(compute(crystal));
        });
        table.Report(rate.Row(name, threads: 1));
        return rate.Median;
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
}
