using System.CommandLine;

namespace MatNotebooks.Kernel.Commands;

/// <summary><c>matnb simulate</c>: computes data with a simulator.</summary>
internal static class SimulateCommand
{
    public static Command Create() => new("simulate", "Computes data with a simulator.") { SimulateOctetCommand.Create(), SimulateMoleculesCommand.Create() };
}
