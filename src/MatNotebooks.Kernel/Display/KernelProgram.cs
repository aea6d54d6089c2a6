using MatNotebooks.Frameworks.Arem.Running.Work;

namespace MatNotebooks.Kernel.Display;

/// <summary>This very program, as others start it.</summary>
internal static class KernelProgram
{
    /// <summary>As a worker of a campaign on another machine, or in a process of its own.</summary>
    public static WorkProgram Worker { get; } = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb.dll"), "campaign", "work"]);
}
