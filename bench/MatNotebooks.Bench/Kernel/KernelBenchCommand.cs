using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using Spectre.Console;

namespace MatNotebooks.Bench.Kernel;

/// <summary>
/// <c>bench kernel</c>: how soon the kernel is ready, how fast cells, completions and interrupts are, and what stays in memory, beside
/// ipykernel, both measured by Jupyter's own client in <c>bench/peers/jupyter_kernels.py</c>.
/// </summary>
internal sealed class KernelBenchCommand
{
    private const string Interpreter = "/usr/bin/python3"; // where Debian's jupyter_client and ipykernel are

    private static readonly Dictionary<string, string> Units = new()
    {
        ["ready_s"] = "s",
        ["first_cell_ms"] = "ms",
        ["early_cell_ms"] = "ms",
        ["warm_cell_ms"] = "ms",
        ["completion_ms"] = "ms",
        ["interrupt_worst_s"] = "s",
        ["redeclare_mb"] = "MB",
        ["growth_500_cells_mb"] = "MB",
    };

    public static Command Create()
    {
        var repeats = new Option<int>("--repeats") { Description = "starts of each kernel to take the median of", DefaultValueFactory = _ => 5 };
        var program = new Option<string?>("--program") { Description = "matnb.dll of a Release build; the repository's own where it is not given" };
        var command = new Command("kernel", "Start, cells, completions, interrupts and memory of the kernel, beside ipykernel.") { repeats, program };
        command.SetAction(parsed => Run(parsed.GetValue(repeats), parsed.GetValue(program) ?? Built()));
        return command;
    }

    private static string Built() => Path.Combine(DataFolders.Repository, "src", "MatNotebooks.Kernel", "bin", "Release", "net10.0", "matnb.dll");

    private static void Run(int repeats, string program)
    {
        if (!File.Exists(program))
            throw new FileNotFoundException($"{program} is not there; build it first: dotnet build -c Release.");
        var table = new ResultTable("kernel");
        foreach (var line in Measure(repeats, program))
        {
            var row = JsonNode.Parse(line)!;
            if ((string?)row["wrong"] is { } wrong)
                throw new InvalidOperationException($"{row["case"]}: {wrong}; nothing was written.");
            var values = row["values"]!.AsArray().Select(value => (double)value!).Order().ToArray();
            var metric = (string)row["metric"]!;
            table.Put(new((string)row["case"]!, metric, values[values.Length / 2], Units[metric]) { Lower = values[0], Upper = values[^1], Seeds = values.Length });
            AnsiConsole.MarkupLineInterpolated($"{(string)row["case"]!,-10} {metric,-20} {values[values.Length / 2],10:n3} {Units[metric]}");
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private static string[] Measure(int repeats, string program)
    {
        var script = Path.Combine(DataFolders.Repository, "bench", "peers", "jupyter_kernels.py");
        var start = new ProcessStartInfo(Interpreter, [script, program, repeats.ToString()]) { RedirectStandardOutput = true };
        using var python = Process.Start(start) ?? throw new InvalidOperationException($"{Interpreter} does not start.");
        var lines = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        python.WaitForExit();
        return python.ExitCode == 0 || lines.Any(line => line.Contains("\"wrong\"", StringComparison.Ordinal))
            ? lines
            : throw new InvalidOperationException($"{script} failed; it needs Debian's python3-jupyter-client and python3-ipykernel. Its words are above.");
    }
}
