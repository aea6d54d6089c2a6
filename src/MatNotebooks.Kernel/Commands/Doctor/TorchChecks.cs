using MatNotebooks.Cluster;
using MatNotebooks.Datasets;
using TorchSharp;

namespace MatNotebooks.Kernel.Commands.Doctor;

/// <summary>libtorch, the linear algebra beneath it, and the GPU beside it.</summary>
internal static class TorchChecks
{
    private const string Rebuild = "dotnet build -c Release";

    public static async Task<IReadOnlyList<Finding>> RunAsync()
    {
        string version;
        try
        {
            version = torch.__version__;
        }
        catch (Exception absent) when (absent is TypeInitializationException or DllNotFoundException or InvalidOperationException)
        {
            var why = (absent.InnerException ?? absent).Message.ReplaceLineEndings(" ");
            return [Finding.Missing("libtorch", why, "apt-get install libtorch-dev libopenblas0-pthread, then " + Rebuild)];
        }
        return [.. await LibtorchAsync(version), Blas(), await GpuAsync()];
    }

    // The one in use was chosen when the program was built; the search says what a build would choose now, and why.
    private static async Task<IReadOnlyList<Finding>> LibtorchAsync(string version)
    {
        var built = ReadLines(Path.Combine(AppContext.BaseDirectory, "libtorch.txt"));
        var used = built.Length > 3 ? $"{built[0]} in {built[3]} ({built[1]})" : version;
        var search = Path.Combine(DataFolders.Repository, "src", "MatNotebooks.Torch", "native", "find-libtorch.sh");
        var outcome = await LocalProcess.RunAsync(new ProcessJob("bash", [search, "--lines"], "", TimeSpan.FromSeconds(30)));
        var now = outcome.Output.Split('\n');
        return outcome is not { Ending: ProcessEnding.Exited, ExitCode: 0 } || built.Length < 4 || now.Length < 4 || now[3] == built[3]
            ? [Finding.Good("libtorch", used)]
            : [new Finding("libtorch", Condition.Weak, $"{used} is in use; a build would now take {now[0]} in {now[3]} ({now[1]})", Rebuild)];
    }

    private static Finding Blas()
    {
        _ = torch.ones(2, 2).mm(torch.ones(2, 2)); // libraries may be loaded late
        var maps = File.Exists("/proc/self/maps") ? File.ReadAllText("/proc/self/maps") : "";
        return maps.Contains("openblas", StringComparison.Ordinal) ? Finding.Good("BLAS", "OpenBLAS")
            : maps.Contains("libmkl", StringComparison.Ordinal) ? Finding.Good("BLAS", "MKL")
            : maps.Contains("/blas/libblas.so", StringComparison.Ordinal)
                ? new("BLAS", Condition.Weak, "the reference BLAS is in use, some forty times slower than OpenBLAS", "apt-get install libopenblas0-pthread")
                : Finding.Good("BLAS", "libtorch's own");
    }

    private static async Task<Finding> GpuAsync()
    {
        if (torch.cuda.is_available())
            return Finding.Good("GPU", "CUDA, used unless MATNB_DEVICE says cpu");
        var card = ProgramPath.Find("nvidia-smi") is { } program ? await Tool.AskAsync(program, "--query-gpu=name", "--format=csv,noheader") : null;
        return card is null
            ? Finding.Good("GPU", "none; the processor is used")
            : new("GPU", Condition.Weak, $"{card.Split('\n')[0]} is there, but this libtorch is for the processor alone", "pip install torch (with CUDA) in an active environment, then " + Rebuild);
    }

    private static string[] ReadLines(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];
}
