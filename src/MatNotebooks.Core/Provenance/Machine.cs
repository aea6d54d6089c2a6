using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Models;
using TorchSharp;

namespace MatNotebooks.Provenance;

/// <summary>What this process runs on.</summary>
public static class Machine
{
    private const string Absent = "absent";

    /// <summary>Versions of MatNotebooks, .NET, libtorch, DuckDB and the system, by name.</summary>
    public static IReadOnlyDictionary<string, string> Versions() => new Dictionary<string, string>
    {
        ["MatNotebooks"] = typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown",
        [".NET"] = Environment.Version.ToString(),
        ["libtorch"] = Torch(() => torch.__version__),
        ["DuckDB"] = DuckDbLibrary.IsPresent ? TableDatabase.LibraryVersion : Absent,
        ["system"] = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture})",
    };

    /// <summary>Processor, cores, memory, device and threads, by name.</summary>
    public static IReadOnlyDictionary<string, string> Hardware() => new Dictionary<string, string>
    {
        ["processor"] = Processor(),
        ["cores"] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture),
        ["memory"] = string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):F1} GiB"),
        ["device"] = Torch(() => ComputeDevice.Default.ToString()),
        ["threads of libtorch"] = Torch(() => torch.get_num_threads().ToString(CultureInfo.InvariantCulture)),
    };

    // Its absence must not keep the other facts away.
    private static string Torch(Func<string> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception absent) when (absent is TypeInitializationException or DllNotFoundException or InvalidOperationException or ArgumentException)
        {
            return Absent;
        }
    }

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var line = File.Exists(Source) ? File.ReadLines(Source).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "unknown";
    }
}
