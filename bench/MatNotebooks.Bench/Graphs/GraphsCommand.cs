using System.CommandLine;
using MatNotebooks.Bench.Rates;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using Spectre.Console;

namespace MatNotebooks.Bench.Graphs;

/// <summary>
/// <c>bench graphs</c>: crystals per second from structures to graphs (8 Å, 12 neighbours) on mp20_partial, beside CGCNN's featuriser on
/// pymatgen, whose distances ours must equal first.
/// </summary>
internal sealed class GraphsCommand
{
    private static readonly GraphOptions LikeCgcnn = new() { Cutoff = 8, MaxNeighbors = 12, Ties = TieRule.Cut };
    private static readonly GraphOptions Ours = new() { Cutoff = 8, MaxNeighbors = 12 };

    private readonly ResultTable table = new("graphs");

    public static Command Create()
    {
        var sample = new Option<int>("--sample") { Description = "crystals the Python reference runs on", DefaultValueFactory = _ => 500 };
        var repeats = new Option<int>("--repeats") { Description = "timings to take the median of", DefaultValueFactory = _ => 7 };
        var command = new Command("graphs", "Crystals per second from structures to graphs, beside CGCNN's featuriser.") { sample, repeats };
        command.SetAction(parsed => new GraphsCommand().Run(parsed.GetValue(sample), parsed.GetValue(repeats)));
        return command;
    }

    private void Run(int sample, int repeats)
    {
        var data = new Mp20(sample);
        var crystals = data.Crystals;
        AnsiConsole.MarkupLine($"{crystals.Length:n0} crystals, {crystals.Average(crystal => crystal.Sites.Length):f1} atoms on average");
        var peer = ComparePeer(data);
        foreach (var threads in new[] { 1, 2 })
        {
            var plain = Time("neighbors", crystals, Ours, threads, repeats, withGaussians: false);
            var whole = Time("neighbors-gaussians", crystals, LikeCgcnn, threads, repeats, withGaussians: true);
            table.Report(new("neighbors", "ratio_to_pymatgen-neighbors", plain / peer.Neighbors, "1") { Threads = threads });
            table.Report(new("neighbors-gaussians", "ratio_to_pymatgen-cgcnn", whole / peer.Whole, "1") { Threads = threads });
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private (double Neighbors, double Whole) ComparePeer(Mp20 data)
    {
        AnsiConsole.MarkupLine($"Python reference on every {data.Stride}th crystal ...");
        var peer = PymatgenPeer.Run(data.SampleLines());
        CheckEqual(peer, data.Sample);
        var distances = peer.Distances.Sum(row => row.Length);
        AnsiConsole.MarkupLineInterpolated($"all {distances:n0} distances equal pymatgen's ({peer.Pymatgen}, Python {peer.Python})");
        var neighbors = peer.Distances.Length / peer.NeighborSeconds;
        var whole = peer.Distances.Length / (peer.NeighborSeconds + peer.GaussianSeconds);
        table.Report(new("pymatgen-neighbors", "crystals_per_s", neighbors, "1/s"));
        table.Report(new("pymatgen-cgcnn", "crystals_per_s", whole, "1/s"));
        return (neighbors, whole);
    }

    private double Time(string name, Crystal[] crystals, GraphOptions options, int threads, int repeats, bool withGaussians)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var rate = Rate.Of(crystals.Length, warmUps: 2, repeats, () =>
        {
            if (withGaussians) Parallel.For(0, crystals.Length, parallel, Expand);
            else GC.KeepAlive(CrystalGraph.OfMany(crystals, options, parallel));
        });
        table.Report(rate.Row(name, threads));
        return rate.Median;

        void Expand(int index) => GC.KeepAlive(GaussianExpansion.Of(CrystalGraph.Of(crystals[index], options).Distances));
    }

    private static void CheckEqual(PymatgenPeer peer, Crystal[] crystals)
    {
        for (var index = 0; index < crystals.Length; index++)
        {
            var graph = CrystalGraph.Of(crystals[index], LikeCgcnn);
            for (var atom = 0; atom < graph.Atoms; atom++)
            {
                var ours = graph.Distances[graph.FirstEdge[atom]..graph.FirstEdge[atom + 1]];
                var theirs = peer.Distances[index].AsSpan(12 * atom, 12);
                for (var rank = 0; rank < 12; rank++)
                {
                    var here = rank < ours.Length ? ours[rank] : PymatgenPeer.NoNeighbor;
                    if (Math.Abs(theirs[rank] - here) > 1e-5)
                        throw new InvalidOperationException(
                            $"Neighbour {rank} of atom {atom} of {crystals[index].Id} is {theirs[rank]} Å away in pymatgen, {here} Å here; nothing was timed.");
                }
            }
        }
    }
}
