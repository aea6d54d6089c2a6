using MatNotebooks.Cluster;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>A test that runs GPAW itself, where /usr/bin/python3 has it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class GpawFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        var search = new ProcessJob("/usr/bin/python3", ["-c", "import importlib.util as u, sys; sys.exit(u.find_spec('gpaw') is None)"], "", TimeSpan.FromSeconds(30));
        return LocalProcess.RunAsync(search).GetAwaiter().GetResult() is { Ending: ProcessEnding.Exited, ExitCode: 0 };
    });

    public GpawFactAttribute()
    {
        if (!Installed.Value) Skip = "GPAW is not installed for /usr/bin/python3 (Debian: apt install gpaw gpaw-data)";
    }
}
