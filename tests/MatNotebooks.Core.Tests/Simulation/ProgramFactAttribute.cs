using MatNotebooks.Cluster;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>A test that runs a simulation code itself, where it is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program, string packages)
    {
        if (ProgramPath.Find(program) is null) Skip = $"{program} is not in PATH (Debian: apt install {packages})";
    }
}
