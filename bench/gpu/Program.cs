using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using MatNotebooks.Gpu;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var device = new Option<string>("--device") { HelpName = "cuda|cpu", Description = "What is checked and timed.", DefaultValueFactory = _ => "cuda" };
var data = new Option<string>("--data") { HelpName = "FILE", Required = true, Description = "Crystals with e_form_eV_atom, .jsonl or .jsonl.gz." };
var reference = new Option<string?>("--reference") { HelpName = "FOLDER", Description = "A checkout of txie-93/cgcnn, timed beside on the same device." };
var python = new Option<string>("--python") { HelpName = "FILE", Description = "The Python that has PyTorch.", DefaultValueFactory = _ => "python3" };
var peer = new Option<string?>("--peer") { HelpName = "FILE", Description = "reference.py of bench/gpu." };
var output = new Option<string>("--out") { HelpName = "FILE", Description = "Where rows are written.", DefaultValueFactory = _ => "gpu.csv" };
var commit = new Option<string>("--commit") { HelpName = "HASH", Description = "Of the sources.", DefaultValueFactory = _ => "unknown" };
var seconds = new Option<double>("--seconds") { Description = "Time after which nothing more is begun.", DefaultValueFactory = _ => 480 };
var tf32 = new Option<bool>("--tf32") { Description = "Times with TF32 products; equality is checked in single precision first, all the same." };
var dryRun = new Option<bool>("--dry-run") { Description = "Tiny sizes: shows that everything runs; its numbers mean nothing." };
var root = new RootCommand("Checks that a GPU computes what the processor does, and times training, inference and whole epochs on it.")
{
    device, data, reference, python, peer, output, commit, seconds, tf32, dryRun,
};
root.SetAction(parsed => new GpuBenchmark(
    new()
    {
        Device = parsed.GetValue(device)!,
        Data = parsed.GetValue(data)!,
        Reference = parsed.GetValue(reference),
        Python = parsed.GetValue(python)!,
        Peer = parsed.GetValue(peer),
        Output = parsed.GetValue(output)!,
        Commit = parsed.GetValue(commit)!,
        Seconds = parsed.GetValue(seconds),
        AllowsTf32 = parsed.GetValue(tf32),
        Workload = parsed.GetValue(dryRun) ? Workload.Dry : Workload.Full,
    },
    Console.Out).Run());
try
{
    return root.Parse(args).Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception wrong) when (wrong is IOException or FormatException or ArgumentException or InvalidOperationException or ExternalException or DllNotFoundException)
{
    Console.Error.WriteLine($"matnb-gpu: {wrong.Message}");
    return 2;
}
