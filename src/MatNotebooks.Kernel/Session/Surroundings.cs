using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MatNotebooks.Kernel.Session;

/// <summary>What this process runs on.</summary>
internal static class Surroundings
{
    /// <summary>One fact.</summary>
    internal sealed record Fact(string What, string Value);

    /// <summary>The facts, as a table: our version, .NET, system, processor, memory.</summary>
    public static IReadOnlyList<Fact> Describe() =>
    [
        new("MatNotebooks", Version),
        new(".NET", RuntimeInformation.FrameworkDescription),
        new("libtorch", Libtorch()),
        new("System", $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})"),
        new("Processor", Processor()),
        new("Threads", Environment.ProcessorCount.ToString()),
        new("Memory", $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):F1} GiB"),
    ];

    /// <summary>The version of this program.</summary>
    public static string Version { get; } =
        typeof(Surroundings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    // Its absence must not keep the other facts away.
    private static string Libtorch()
    {
        try
        {
            return $"{torch.__version__}, {Count(torch.get_num_threads(), "thread")}, {(torch.cuda.is_available() ? "CUDA" : "CPU")}, {Blas()}";
        }
        catch (Exception absent) when (absent is TypeInitializationException or DllNotFoundException or InvalidOperationException)
        {
            return "absent: " + (absent.InnerException ?? absent).Message;
        }
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    private static string Blas()
    {
        const string Maps = "/proc/self/maps";
        var loaded = File.Exists(Maps) ? File.ReadAllText(Maps) : "";
        return loaded.Contains("openblas", StringComparison.Ordinal) ? "OpenBLAS"
            : loaded.Contains("libmkl", StringComparison.Ordinal) ? "MKL"
            : loaded.Contains("/blas/libblas", StringComparison.Ordinal) ? "reference BLAS (slow: install libopenblas0-pthread)"
            : "BLAS unknown";
    }

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "unknown";
    }
}
