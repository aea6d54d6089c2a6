using System.CommandLine;
using MatNotebooks.Bench.Rates;
using MatNotebooks.Bench.Results;
using MatNotebooks.Physics;
using MatNotebooks.Physics.Elasticity;
using Spectre.Console;

namespace MatNotebooks.Bench.Elasticity;

/// <summary><c>bench elasticity</c>: voxels times iterations in a second of the periodic elastic solver, and the iterations each body takes.</summary>
internal static class ElasticityCommand
{
    private static readonly ElasticTensor Matrix = ElasticTensor.Isotropic(70, 26);
    private static readonly ElasticTensor Stiff = ElasticTensor.Isotropic(700, 260);

    public static Command Create()
    {
        var repeats = new Option<int>("--repeats") { Description = "timings to take the median of", DefaultValueFactory = _ => 3 };
        var threads = new Option<int>("--threads") { Description = "threads of one solution", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("elasticity", "Speed and iterations of the periodic elastic solver.") { repeats, threads };
        command.SetAction(parsed => Run(parsed.GetValue(repeats), parsed.GetValue(threads)));
        return command;
    }

    private static void Run(int repeats, int threads)
    {
        var table = new ResultTable("elasticity");
        Measure(table, "sphere-32", Ball(32, 32, Stiff), repeats, threads);
        Measure(table, "sphere-64", Ball(64, 64, Stiff), repeats, threads);
        Measure(table, "pore-64", Ball(64, 64, ElasticTensor.Void), repeats, threads);
        Measure(table, "disk-512", Ball(512, 1, Stiff), repeats, threads);
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private static void Measure(ResultTable table, string name, Microstructure body, int repeats, int threads)
    {
        var load = MeanLoad.OfStrain(new(0.01, 0, 0, 0, 0, 0.005));
        var options = new ElasticOptions { Threads = threads };
        var iterations = PeriodicElasticity.Solve(body, load, options).Convergence.Iterations;
        var rate = Rate.Of(body.VoxelCount * iterations, warmUps: 0, repeats, () => GC.KeepAlive(PeriodicElasticity.Solve(body, load, options)));
        table.Report(new(name, "voxel_iterations_per_s", rate.Median, "1/s") { Lower = rate.Lowest, Upper = rate.Highest, Seeds = repeats, Threads = threads });
        table.Report(new(name, "iterations", iterations, "1") { Threads = threads });
    }

    private static Microstructure Ball(int size, int depth, ElasticTensor ball) => Microstructure.Of(
        size, size, depth,
        (x, y, z) => Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.5, 2) + (depth == 1 ? 0 : Math.Pow(z - 0.5, 2)) < 0.09 ? 1 : 0, [Matrix, ball]);
}
